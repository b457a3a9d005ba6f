import { expect, test } from 'vitest';
import { clipped } from './clipped';
import { shown } from './shown';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n));

/** C0 but line ends and tabs, DEL and C1, marks of direction, isolates, tags, zero width. */
const HOSTILE = [
  ...range(0, 0x1f).filter((char) => char !== '\n' && char !== '\t'),
  ...range(0x7f, 0x9f),
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2066, 0x2069),
  '\ufeff',
  ...range(0xe0000, 0xe007f),
];

test('nothing that acts or hides is left in any text, however deep', () => {
  const text = `a${HOSTILE.join('b')}c`;
  const value = { list: [{ text }, text], text, none: null, count: 1 };
  const safe = JSON.stringify(shown(value));
  for (const char of HOSTILE)
    expect(safe.includes(char), `U+${char.codePointAt(0)?.toString(16)}`).toBe(false);
  expect(shown('a\u202eb\u001b[31m')).toBe(String.raw`a\xe2\x80\xaeb\x1b[31m`);
});

test.each(['Grüße, 你好', 'two\nlines\r\nand\ta tab', ''])('ordinary text stays: %j', (text) => {
  expect(shown({ text })).toEqual({ text });
});

test('moments and octets stay', () => {
  const value = { at: new Date(0), octets: new Uint8Array([0, 27]) };
  expect(shown(value)).toEqual(value);
});

test.each([
  ['short', 'abc', 'abc'],
  ['long', 'abcdef', 'abcd… (2 more characters, see the plain text)'],
  ['a character in two halves', `abc\u{1f4a9}`, 'abc… (2 more characters, see the plain text)'],
])('clipped: %s', (_, text, drawn) => expect(clipped(text, 4)).toBe(drawn));
