import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '@/e2e/internet/record';
import { encodeAnswer } from '@/e2e/internet/respond';
import { signZone } from '@/e2e/internet/sign';
import { withProof } from '@/e2e/internet/signed-answer';
import type { Signing } from '@/e2e/internet/signing';
import { createKey } from '@/e2e/internet/signing-key';
import { lookUp, type Zone } from '@/e2e/internet/zone';
import type { DomainName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { decodeMessage } from '@/lib/dns/wire';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';
import { readDenial } from './denial';
import { dnskeyOf } from './records';
import type { Verifier } from './verify';

const ORIGIN = 'zone.test';
const TYPES = ['A', 'MX', 'TXT', 'CNAME', 'NS'];
const LABELS = ['a', 'b', 'c', 'deep.er'];
const now = Math.floor(Date.now() / 1000);

/** A zone of a few names, signed; `lines` in master-file form. */
function signed(lines: readonly string[], signing: Signing) {
  const all = ['@ 3600 SOA ns hostmaster 1 7200 900 1209600 300', '@ NS ns', ...lines];
  const zone: Zone = { origin: ORIGIN, records: all.map((line) => readRecord(line, ORIGIN)), signed: null };
  const key = createKey(ORIGIN, 15);
  zone.records.push({ name: ORIGIN, type: 'DNSKEY', ttl: 3600, data: key.dnskey });
  const parts = signZone(zone, key, signing);
  const dnskey = decoded({ answers: zone.records.filter(({ type }) => type === 'DNSKEY') }).answer;
  const by: Verifier = {
    zone: ORIGIN as DomainName,
    crypto: dnssecCrypto,
    now,
    keys: dnskey.flatMap((record) => dnskeyOf(record) ?? []),
  };
  const answerTo = (name: string, type: string) =>
    decoded(withProof(zone, parts, { name, type }, lookUp(zone, name, type)));
  const everything = decoded({
    authorities: [...parts.denials.map(({ record }) => record), ...parts.signatures],
  }).authority;
  return { zone, by, answerTo, everything };
}

function decoded(parts: Parameters<typeof encodeAnswer>[1]) {
  const query = { id: 1, name: ORIGIN, spelled: ORIGIN, type: 'A', udpSize: null, wantsProof: true };
  const message = decodeMessage(encodeAnswer(query, parts));
  if (!message.ok) throw new Error(message.problem);
  return message.value;
}

const name = fc
  .array(fc.constantFrom(...LABELS, 'x', 'y'), { maxLength: 3 })
  .map((labels) => [...labels, ORIGIN].join('.'));

const line = fc
  .tuple(
    fc.tuple(fc.constantFrom(...LABELS, '*'), fc.constantFrom(...LABELS, '')),
    fc.constantFrom('A', 'MX', 'TXT'),
  )
  .map(([labels, type]) => {
    const data = { A: '192.0.2.1', MX: '10 mx', TXT: '"x"' }[type];
    return `${labels.filter(Boolean).join('.')} ${type} ${data}`;
  });

describe.each<Signing>([{}, { denial: 'nsec3' }, { denial: 'nsec3', iterations: 3 }])('%j', (signing) => {
  test('what is not there is proven, by an honest server', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), name, fc.constantFrom(...TYPES), (lines, asked, type) => {
        const { zone, by, answerTo } = signed(lines, signing);
        const found = lookUp(zone, asked, type);
        if (found.answers.length > 0) return;
        const denial = readDenial(answerTo(asked, type).authority, by).absence(asked as DomainName, type);
        expect([asked, type, denial]).toEqual([
          asked,
          type,
          found.rcode === 'NXDOMAIN' ? 'no-name' : 'no-data',
        ]);
      }),
      { numRuns: 150 },
    );
  });

  test('what is there is never proven absent, whatever proofs are sent', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.infiniteStream(fc.boolean()),
        (lines, index, keep) => {
          const { zone, by, everything } = signed(lines, signing);
          const there = zone.records[2 + (index % lines.length)];
          if (there === undefined || there.name.startsWith('*')) return;
          const some = everything.filter(() => keep.next().value);
          for (const sent of [everything, some])
            expect(readDenial(sent, by).absence(there.name as DomainName, there.type)).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  });
});

test.each<[string, (records: ResourceRecord[]) => ResourceRecord[]]>([
  ['nothing', () => []],
  ['records without their signatures', (all) => all.filter(({ type }) => type !== 'RRSIG')],
  ['a bitmap with a type less', (all) => all.map((one) => ({ ...one, data: one.data.replace(' MX', '') }))],
  ['the record of another owner', (all) => all.map((one) => ({ ...one, name: `a.${ORIGIN}` }))],
])('%s proves nothing', (_, change) => {
  const { by, answerTo } = signed(['a MX 10 mx', 'a A 192.0.2.1', 'b A 192.0.2.1'], {});
  const { authority } = answerTo(`a.${ORIGIN}`, 'TXT');
  expect(readDenial(authority, by).absence(`a.${ORIGIN}` as DomainName, 'TXT')).toBe('no-data');
  expect(readDenial(change(authority), by).absence(`a.${ORIGIN}` as DomainName, 'MX')).toBeNull();
});

test('a proof at a delegation speaks of the DS record and of nothing below it (RFC 6840 §4.1)', () => {
  const { by, everything } = signed(['sub NS ns.sub', 'tail A 192.0.2.1'], {});
  const { absence } = readDenial(everything, by);
  expect(absence(`sub.${ORIGIN}` as DomainName, 'DS')).toBe('delegation');
  expect(absence(`sub.${ORIGIN}` as DomainName, 'MX')).toBeNull();
  expect(absence(`mx.sub.${ORIGIN}` as DomainName, 'A')).toBeNull();
  expect(absence(`zzz.${ORIGIN}` as DomainName, 'A')).toBe('no-name');
});

test('opt-out leaves room for zones that are not signed (RFC 5155 §6)', () => {
  const { by, answerTo } = signed(['sub NS ns.sub', 'tail A 192.0.2.1'], { denial: 'opt-out' });
  const asked = `sub.${ORIGIN}` as DomainName;
  expect(readDenial(answerTo(asked, 'DS').authority, by).absence(asked, 'DS')).toBe('opt-out');
});
