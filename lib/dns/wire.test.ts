import packet from 'dns-packet';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DomainName, parseDomainName } from './name';
import { decodeMessage, encodeQuery } from './wire';

const name = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};
const header = (counts: number[], flags = [0x84, 0]) => [0, 1, ...flags, ...counts.flatMap((n) => [0, n])];

test.each<[number[], string, string]>([
  [[], 'wire.ends-early', 'nothing at all'],
  [[0, 1, 0x80], 'wire.ends-early', 'half a header'],
  [header([1, 0, 0, 0]), 'wire.ends-early', 'a question announced, none there'],
  [[...header([1, 0, 0, 0]), 0xc0, 12, 0, 1, 0, 1], 'wire.compression', 'a pointer to itself'],
  [[...header([1, 0, 0, 0]), 0xc0, 40, 0, 1, 0, 1], 'wire.compression', 'a pointer forwards'],
  [
    [...header([1, 0, 0, 0]), 0x41, 1, 0, 0, 1, 0, 1],
    'wire.label-type',
    'RFC 6891 §5: a label type nobody uses',
  ],
  [
    [...header([0, 1, 0, 0]), 0, 0, 1, 0, 1, 0, 0, 0, 9, 0, 3, 127, 0, 0],
    'wire.rdata-length',
    'an A record of three bytes',
  ],
  [
    [...header([0, 1, 0, 0]), 0, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 127, 0, 0],
    'wire.ends-early',
    'the message ends inside a record',
  ],
  [
    header([255, 255, 255, 255]).map((byte, i) => (i > 3 && i % 2 === 0 ? 255 : byte)),
    'wire.too-many-records',
    'more records than fit',
  ],
])('%j is refused: %s (%s)', (bytes, problem) => {
  expect(decodeMessage(Uint8Array.from(bytes))).toEqual({ ok: false, problem });
});

test('a truncated message keeps the records before the cut (RFC 2181 §9)', () => {
  const bytes = [...header([0, 1, 0, 0], [0x86, 0]), 0, 0, 1, 0, 1, 0, 0];
  expect(decodeMessage(Uint8Array.from(bytes))).toMatchObject({
    ok: true,
    value: { truncated: true, answer: [] },
  });
});

test('a query is one question, recursion not desired, with EDNS 1232 and the DO bit', () => {
  const query = packet.decode(
    Buffer.from(encodeQuery({ id: 4711, name: name('mx.Example.org'), type: 'MX', edns: true })),
  );
  expect(query).toMatchObject({
    id: 4711,
    flags: 0,
    questions: [{ name: 'mx.example.org', type: 'MX', class: 'IN' }],
  });
  expect(query.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232, flags: 0x8000 }]);
});

test('reads what dns-packet writes', () => {
  const bytes = packet.encode({
    type: 'response',
    id: 7,
    flags: packet.AUTHORITATIVE_ANSWER,
    questions: [{ type: 'MX', name: 'example.org', class: 'IN' }],
    answers: [
      { type: 'MX', name: 'example.org', ttl: 300, data: { preference: 10, exchange: 'MX1.example.org' } },
      { type: 'AAAA', name: 'mx1.example.org', ttl: 60, data: '2001:db8:0:0::25' },
      { type: 'TXT', name: 'example.org', ttl: 60, data: ['a "b"', Buffer.from([0xff])] },
      { type: 'CAA', name: 'example.org', ttl: 60, data: { flags: 0, tag: 'issue', value: 'x' } },
    ],
    authorities: [
      {
        type: 'SOA',
        name: 'example.org',
        ttl: 60,
        data: { mname: 'ns', rname: 'root', serial: 4294967295, refresh: 1, retry: 2, expire: 3, minimum: 4 },
      },
    ],
    additionals: [{ type: 'A', name: 'mx1.example.org', ttl: 4294967295, data: '192.0.2.1' }],
  });
  expect(decodeMessage(bytes)).toMatchObject({
    ok: true,
    value: {
      id: 7,
      isResponse: true,
      authoritative: true,
      rcode: 'NOERROR',
      edns: null,
      answer: [
        { type: 'MX', name: 'example.org', ttl: 300, data: '10 mx1.example.org' },
        { type: 'AAAA', data: '2001:db8::25' },
        { type: 'TXT', data: '"a \\"b\\"" "\\255"' },
        { type: 'CAA', data: '0 issue "x"' },
      ],
      authority: [{ type: 'SOA', data: 'ns root 4294967295 1 2 3 4' }],
      additional: [{ type: 'A', ttl: 0, data: '192.0.2.1' }],
    },
  });
});

test('a dot inside a label is not a separator', () => {
  const bytes = [...header([1, 0, 0, 0]), 3, 97, 46, 98, 1, 99, 0, 0, 15, 0, 1];
  expect(decodeMessage(Uint8Array.from(bytes))).toMatchObject({
    value: { questions: [{ name: 'a\\.b.c', type: 'MX', class: 1 }] },
  });
});

test('any bytes give a message or a problem of ours', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const decoded = decodeMessage(bytes);
      expect(decoded.ok || decoded.problem.startsWith('wire.')).toBe(true);
    }),
  );
});

test('a real message cut or changed anywhere never throws', () => {
  const query = encodeQuery({ id: 1, name: name('a.b.example.org'), type: 'A', edns: true });
  fc.assert(
    fc.property(fc.nat(query.length - 1), fc.nat(255), fc.nat(query.length), (at, byte, length) => {
      const bytes = query.slice(0, length);
      bytes[at] = byte;
      decodeMessage(bytes);
    }),
  );
});
