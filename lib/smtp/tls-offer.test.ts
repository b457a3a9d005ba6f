import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClientHello } from './tls-offer';

/** A ClientHello with these extensions; its lengths fit. */
function hello(...extensions: (readonly [type: number, ...body: number[]])[]): Uint8Array {
  const tail = extensions.flatMap(([type, ...body]) => [...u16(type), ...u16(body.length), ...body]);
  const start = [3, 3, ...Array<number>(32).fill(7), 0, ...u16(2), 0x13, 1, 1, 0];
  const body = [...start, ...u16(tail.length), ...tail];
  return Uint8Array.from([22, 3, 1, ...u16(body.length + 4), 1, 0, ...u16(body.length), ...body]);
}

const u16 = (value: number): number[] => [value >> 8, value & 255];
const GROUPS = [10, ...u16(4), ...u16(0x11ec), ...u16(0x001d)] as const;
const SHARES = [51, ...u16(9), ...u16(0x11ec), ...u16(3), 1, 2, 3, ...u16(0x6a6a), ...u16(0)] as const;

test.each([
  ['nothing', Uint8Array.of()],
  ['an alert', Uint8Array.of(21, 3, 3, 0, 2, 2, 40)],
  ['plain text', new TextEncoder().encode('220 mx1.example.org ESMTP')],
  ['another message of the handshake', Uint8Array.of(22, 3, 3, 0, 4, 2, 0, 0, 0)],
  ['one without its extensions', hello().slice(0, -2)],
  ['one cut in an extension', hello(GROUPS).slice(0, -1)],
  ['a list longer than it', hello([51, ...u16(90), ...u16(0x001d), ...u16(90)], [0]).slice(0, -4)],
])('%s: null', (_, bytes) => {
  expect(readClientHello(bytes)).toBeNull();
});

test('groups and key shares by their names, or by their numbers', () => {
  const bytes = hello([0, 0], GROUPS, SHARES);
  expect(readClientHello(bytes)).toEqual({
    bytes: bytes.length,
    groups: ['X25519MLKEM768', 'X25519'],
    keyShares: ['X25519MLKEM768', '0x6a6a'],
  });
});

test('without extensions', () => {
  expect(readClientHello(hello())).toEqual({ bytes: hello().length, groups: [], keyShares: [] });
});

test('any bytes are read, or are null', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isHello) => {
      const all = isHello ? Uint8Array.from([...hello(GROUPS).slice(0, 60), ...bytes]) : bytes;
      const read = readClientHello(all);
      expect(read === null || read.bytes === all.length).toBe(true);
    }),
  );
});
