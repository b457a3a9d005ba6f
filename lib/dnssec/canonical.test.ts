import type { Answer } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAnswer } from '@/e2e/internet/respond';
import { rdataOf, wireName } from '@/e2e/internet/wire-form';
import { type DomainName, printedName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { decodeMessage } from '@/lib/dns/wire';
import { compareNames, signedData } from './canonical';
import type { Rrsig } from './records';

const rrsig: Rrsig = {
  covers: 'A',
  algorithm: 15,
  labels: 2,
  originalTtl: 300,
  expiration: 2,
  inception: 1,
  keyTag: 3,
  signer: printedName('example.org'),
  signature: new Uint8Array(),
};

function decoded(record: Answer): ResourceRecord {
  const query = {
    id: 1,
    name: 'example.org',
    spelled: 'example.org',
    type: 'A',
    udpSize: null,
    wantsProof: true,
  };
  const message = decodeMessage(encodeAnswer(query, { answers: [record] }));
  const first = message.ok ? message.value.answer[0] : undefined;
  if (first === undefined) throw new Error('nothing came back');
  return first;
}

const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((some) => Buffer.from(some));
const uint32 = fc.nat(0xffffffff);
const host = fc.constantFrom('mx1.example.org', 'a_b.example.org', 'x.y.z');
const types = fc.subarray(['A', 'NS', 'MX', 'TXT', 'AAAA', 'DS', 'RRSIG', 'NSEC', 'CAA'] as const);
const data: Record<string, fc.Arbitrary<unknown>> = {
  A: fc.ipV4(),
  AAAA: fc.ipV6(),
  NS: host,
  MX: fc.record({ preference: fc.nat(0xffff), exchange: host }),
  SOA: fc.record({
    mname: host,
    rname: host,
    serial: uint32,
    refresh: uint32,
    retry: uint32,
    expire: uint32,
    minimum: uint32,
  }),
  TXT: fc.array(bytes, { minLength: 1, maxLength: 3 }),
  TLSA: fc.record({
    usage: fc.nat(255),
    selector: fc.nat(255),
    matchingType: fc.nat(255),
    certificate: bytes,
  }),
  CAA: fc.record({
    flags: fc.nat(255),
    tag: fc.constantFrom('issue', 'issuewild', 'iodef'),
    value: fc.constantFrom('ca.example', ';', 'ca.example; policy="x\\y"'),
  }),
  DS: fc.record({ keyTag: fc.nat(0xffff), algorithm: fc.nat(255), digestType: fc.nat(255), digest: bytes }),
  DNSKEY: fc.record({ flags: fc.nat(0xffff), algorithm: fc.nat(255), key: bytes }),
  NSEC: fc.record({ nextDomain: fc.constantFrom('Next.Example.org', 'b.example.org'), rrtypes: types }),
  NSEC3: fc.record({
    algorithm: fc.nat(255),
    flags: fc.nat(255),
    iterations: fc.nat(0xffff),
    salt: bytes,
    nextDomain: bytes,
    rrtypes: types,
  }),
};

describe.each(Object.keys(data))('%s', (type) => {
  test('what was read from the wire is put back as it was signed', () => {
    fc.assert(
      fc.property(data[type] ?? fc.constant(null), (made) => {
        const record = { name: 'example.org', type, ttl: 60, data: made } as Answer;
        const whole = signedData([decoded(record)], { ...rrsig, covers: type });
        const rdata = rdataOf(record);
        expect(whole === null ? null : Buffer.from(whole.subarray(whole.length - rdata.length))).toEqual(
          rdata,
        );
      }),
      { numRuns: 60 },
    );
  });
});

const a = (data: string, name = 'example.org'): ResourceRecord => ({ name, type: 'A', ttl: 5, data });
const hex = (some: Uint8Array | null) => some && Buffer.from(some).toString('hex');

test('records stand in one order, each once, with the TTL that was signed', () => {
  const one = signedData([a('192.0.2.2'), a('192.0.2.1'), a('192.0.2.2')], rrsig);
  expect(hex(one)).toBe(hex(signedData([a('192.0.2.1'), a('192.0.2.2')], rrsig)));
  expect(hex(one)).toContain('0000012c0004c0000201');
});

test('fewer labels in the signature: a wildcard was signed', () => {
  const expanded = hex(signedData([a('192.0.2.1', 'x.y.example.org')], rrsig));
  expect(expanded).toContain(
    Buffer.concat([Buffer.from([1, 0x2a]), wireName('example.org')]).toString('hex'),
  );
  expect(hex(signedData([a('192.0.2.1', '*.example.org')], rrsig))).toBe(expanded);
});

test('a record that cannot have been signed gives nothing', () => {
  expect(signedData([], rrsig)).toBeNull();
  expect(signedData([a('no address')], rrsig)).toBeNull();
  expect(signedData([{ ...a(''), type: 'TYPE65280', data: '\\# 2 0g' }], rrsig)).toBeNull();
});

test('the order of RFC 4034 §6.1', () => {
  const order = ['example', 'a.example', 'yljkjljk.a.example', 'z.a.example', 'zabc.a.example', 'z.example'];
  const sorted = [...order].reverse().sort((x, y) => compareNames(x as DomainName, y as DomainName));
  expect(sorted).toEqual(order);
});
