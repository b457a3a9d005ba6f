import fc from 'fast-check';
import { ROOT } from '@/lib/dns/name';
import { TraceStep } from '@/lib/dns/trace';
import { decodeMessage } from '@/lib/dns/wire';
import { authenticate } from '@/lib/dnssec/authenticate';
import { createChain } from '@/lib/dnssec/chain';
import type { DnssecState } from '@/lib/dnssec/evidence';
import { keyLabel } from '@/lib/dnssec/keys';
import { dnskeyOf } from '@/lib/dnssec/records';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';

/** DS, NSEC, NSEC3, DNSKEY, DNAME, CNAME, SOA and MX: what proofs are made of, and what they are about. */
const TYPES = [43, 47, 50, 48, 39, 5, 6, 15] as const;
const RRSIG = 46;
const ED25519 = 15;

const KEY = { type: 'DNSKEY', data: `257 3 ${ED25519} AAAA` };
const KEY_TAG = Number(
  keyLabel(dnskeyOf({ name: '.', ttl: 0, ...KEY }) ?? { keyTag: 0, algorithm: 0 }).split(' ')[0],
);

type Raw = [type: number, data: Uint8Array];

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((some) => [...some]);
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const label = bytes(8).map((some) => (some.length === 0 ? [] : [some.length, ...some]));
const name = fc.tuple(label, label).map(([one, two]) => [...one, ...two, 0]);
const bitmap = bytes(7).map((some) => (some.length === 0 ? [] : [0, some.length, ...some]));

/** Data of the right form, by type. */
const FORMED: Readonly<Record<number, fc.Arbitrary<number[]>>> = {
  5: name,
  6: fc.tuple(name, name, exactly(20)).map(([one, two, rest]) => [...one, ...two, ...rest]),
  15: fc.tuple(exactly(2), name).map(([preference, exchange]) => [...preference, ...exchange]),
  39: name,
  43: fc.tuple(exactly(4), bytes(40)).map(([head, digest]) => [...head, ...digest]),
  47: fc.tuple(name, bitmap).map(([next, types]) => [...next, ...types]),
  48: fc.tuple(exactly(4), bytes(40)).map(([head, key]) => [...head, ...key]),
  50: fc
    .tuple(fc.nat(2), fc.nat(3), fc.nat(255), bytes(4), bytes(21), bitmap)
    .map(([algorithm, flags, rounds, salt, next, types]) => [
      ...[algorithm, flags, 0, rounds, salt.length, ...salt],
      ...[next.length, ...next, ...types],
    ]),
};

/** A record of one of the types, its data of the right form or of any, and mostly a signature that holds over it. */
const signedRecord = fc.constantFrom(...TYPES).chain((type) =>
  fc
    .tuple(fc.oneof(FORMED[type] ?? bytes(90), bytes(90)), fc.nat(3), bytes(20))
    .map(([data, labels, end]): Raw[] => [
      [type, Uint8Array.from(data)],
      [
        RRSIG,
        Uint8Array.from([
          ...[0, type, ED25519, labels, 0, 0, 1, 44, 0x60, 0, 0, 0, 0, 0, 0, 0],
          ...[KEY_TAG >> 8, KEY_TAG & 0xff, 0, ...end],
        ]),
      ],
    ]),
);

/** Records by type number and data; a gullible verifier takes most of them for proven. */
export const signedRecords = fc.array(signedRecord, { maxLength: 4 }).map((pairs): Raw[] => pairs.flat());

/** Judges an answer made of these records, with a key to whom every signature belongs. */
export async function judgeSigned(records: readonly Raw[], isNegative: boolean): Promise<DnssecState | null> {
  const asked = [1, 97, 4, 116, 101, 115, 116, 0];
  const counts = isNegative ? [0, 0, 0, records.length] : [0, records.length, 0, 0];
  const body = records.flatMap(([type, data]) => [
    ...[0xc0, 12, 0, type, 0, 1, 0, 0, 1, 44, 0],
    ...[data.length, ...data],
  ]);
  const head = [0, 1, 0x84, 0, 0, 1, ...counts, 0, 0, ...asked, 0, 15, 0, 1];
  const decoded = decodeMessage(Uint8Array.from([...head, ...body]));
  if (!decoded.ok) return null;
  const { answer, authority } = decoded.value;
  const step = stepOf({ answer, authority });
  const chain = createChain({
    anchors: [KEY],
    crypto: { ...dnssecCrypto, verify: () => true },
    now: 1,
    path: () => [],
    step: (n) => (n === 1 ? stepOf({ answer: KEYS }) : step),
    ask: (owner, type) =>
      Promise.resolve({
        kind: 'answer',
        question: { name: owner, type },
        name: owner,
        aliases: [],
        records: [],
        soa: null,
        zone: ROOT,
        steps: [type === 'DNSKEY' && owner === ROOT ? 1 : 2],
        detail: null,
      }),
  });
  return (await authenticate(chain, step)).state;
}

const KEYS = [
  { name: '.', ttl: 300, ...KEY },
  {
    name: '.',
    ttl: 300,
    type: 'RRSIG',
    data: `DNSKEY ${ED25519} 0 300 20300101000000 19700101000000 ${KEY_TAG} . AAAA`,
  },
];

function stepOf(sections: Partial<TraceStep>): TraceStep {
  return TraceStep.parse({
    n: 2,
    after: null,
    for: 'mail' as const,
    depth: 0,
    zone: '.',
    server: { name: 'a', address: '192.0.2.1' },
    question: { name: 'a.test', type: 'MX' },
    transport: 'udp',
    edns: true,
    outcome: 'answer',
    rejected: null,
    rcode: 'NOERROR',
    detail: null,
    authoritative: true,
    truncated: false,
    atMs: 0,
    ms: 1,
    bytes: 100,
    answer: [],
    authority: [],
    additional: [],
    ...sections,
  });
}
