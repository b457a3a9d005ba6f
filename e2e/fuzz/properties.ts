import fc from 'fast-check';
import { MAX_QUERIES } from '@/lib/dns/budget';
import { fakeInternet } from '@/lib/dns/fake-internet';
import { labelsOf, nameOfLabels, parseDomainName } from '@/lib/dns/name';
import { randomServers } from '@/lib/dns/random-internet';
import { decodeMessage, encodeQuery } from '@/lib/dns/wire';
import { signatureAlgorithm } from '@/lib/net/signature-algorithm';
import { createReplyReader } from '@/lib/smtp/reply';
import { parseTarget } from '@/lib/target/target';
import { judgeSigned, signedRecords } from './signed-records';

/** Nothing from outside may make a reader throw or run on. Each property is one promise about foreign bytes. */
export const properties: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
  'any bytes are a message or a problem': fc.property(fc.uint8Array({ maxLength: 2048 }), (bytes) => {
    decodeMessage(bytes);
  }),
  'a message with changed bytes is a message or a problem': fc.property(
    fc.array(fc.tuple(fc.nat(63), fc.nat(255)), { maxLength: 12 }),
    fc.nat(64),
    (changes, length) => {
      const bytes = mxAnswer();
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      decodeMessage(bytes.subarray(0, Math.max(length, 12)));
    },
  ),
  'a name that was read is printed and read again as the same': fc.property(
    fc.array(fc.uint8Array({ minLength: 1, maxLength: 63 }), { maxLength: 5 }),
    (labels) => {
      const name = nameOfLabels(labels);
      if (!name.ok) return;
      const again = parseDomainName(name.value);
      if (!again.ok || again.value !== name.value || labelsOf(name.value).length !== labels.length)
        throw new Error(`${name.value} changed`);
    },
  ),
  'records of DNSSEC, whatever is in them, prove something or nothing': fc.asyncProperty(
    signedRecords,
    fc.boolean(),
    async (records, isNegative) => {
      await judgeSigned(records, isNegative);
    },
  ),
  'a walk among any servers ends within its budget': fc.asyncProperty(randomServers, async (servers) => {
    const internet = fakeInternet(servers);
    await internet.walk('a.test', 'MX');
    if (internet.asked.length > MAX_QUERIES) throw new Error(`${internet.asked.length} queries`);
  }),
  'any bytes in any pieces are replies, or end the reading': fc.property(
    fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 30 }),
    (pieces) => {
      const reader = createReplyReader();
      for (const piece of pieces) {
        reader.push(piece);
        while (reader.next() !== null);
      }
    },
  ),
  'any bytes are signed with something or nothing': fc.property(
    fc.uint8Array({ maxLength: 300 }),
    (bytes) => {
      signatureAlgorithm(Uint8Array.of(0x30, 0x82, bytes.length >> 8, bytes.length & 255, ...bytes));
    },
  ),
  'any text is a target or a problem inside it': fc.property(
    fc.string({ unit: 'binary', maxLength: 400 }),
    (text) => {
      const parsed = parseTarget(text);
      if (!parsed.ok && parsed.problem.at + parsed.problem.length > text.length)
        throw new Error('a place outside');
    },
  ),
};

/** `a.test MX 10 a.test`, with a compression pointer. */
function mxAnswer(): Uint8Array {
  const name = parseDomainName('a.test');
  if (!name.ok) throw new Error('a.test is a name');
  const query = encodeQuery({ id: 7, name: name.value, type: 'MX', edns: false });
  const record = [0xc0, 12, 0, 15, 0, 1, 0, 0, 1, 44, 0, 4, 0, 10, 0xc0, 12];
  const bytes = Uint8Array.from([...query, ...record]);
  bytes.set([0x84, 0], 2);
  bytes[7] = 1;
  return bytes;
}
