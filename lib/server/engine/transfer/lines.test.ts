import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExportUnreadable } from './export-unreadable';
import { MAX_DEPTH, MAX_VALUES, readJson, readLines } from './lines';

const MOST = 40;

/** Lines, and why there are no more of them; null when it is because they are at their end. */
async function readAll(pieces: readonly Uint8Array[]): Promise<{ lines: string[]; problem: string | null }> {
  const lines: string[] = [];
  try {
    for await (const line of readLines(Readable.from(pieces), MOST)) lines.push(line);
    return { lines, problem: null };
  } catch (error) {
    if (!(error instanceof ExportUnreadable)) throw error;
    return { lines, problem: error.message };
  }
}

/** The same octets in pieces of these lengths. */
function cut(octets: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const length of lengths) {
    pieces.push(octets.subarray(start, start + length));
    start += length;
  }
  return [...pieces, octets.subarray(start)];
}

/** Mostly text with line ends; now and then anything. */
const octets = fc.oneof(
  fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })).map((lines) => Buffer.from(lines.join('\n'))),
  fc
    .array(fc.string({ unit: 'grapheme', maxLength: 9 }))
    .map((lines) => Buffer.from(`${lines.join('\n')}\n`)),
  fc.uint8Array({ maxLength: 200 }),
);
const lengths = fc.array(fc.nat(20), { maxLength: 20 });

test('any octets, in whatever pieces they come, are the lines that they hold, or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(octets, lengths, async (given, pieces) => {
      const read = await readAll(cut(given, pieces));
      expect(read).toEqual(await readAll([given]));
      const printed = Buffer.from(read.lines.map((line) => `${line}\n`).join(''));
      if (read.problem === null) expect(printed.equals(given)).toBe(true);
      else {
        expect(printed.equals(given.subarray(0, printed.length))).toBe(true);
        expect(read.problem).toMatch(/^Line \d+ (?:is longer than 40 octets|is no text in UTF-8|has no end)/);
      }
      for (const line of read.lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MOST);
    }),
  );
});

test('what is no UTF-8', async () => {
  expect(await readAll([Buffer.from('a\n\xff\n', 'latin1')])).toEqual({
    lines: ['a'],
    problem: 'Line 2 is no text in UTF-8.',
  });
});

test('a line that has no end is given up as soon as it is too long', async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield await Promise.resolve(Buffer.alloc(10, 'x'));
    }
  }
  await expect(readLines(endless(), MOST).next()).rejects.toThrow(ExportUnreadable);
  expect(taken).toBe(5);
});

test('any text is what JSON says, or a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expect(() => readJson(text, 1)).toThrow('Line 1 is no JSON.');
        return;
      }
      expect(readJson(text, 1)).toEqual(expected);
    }),
  );
});

test.each([
  ['arrays', '['.repeat(MAX_DEPTH + 1)],
  ['objects', '{"a":'.repeat(MAX_DEPTH + 1)],
  ['behind a string with brackets and escapes', `["]]]}}}\\\\\\"]]]",${'['.repeat(MAX_DEPTH)}`],
])('too deep: %s', (_, text) => expect(() => readJson(text, 1)).toThrow(/nested more deeply/));

test('too many values', () => {
  const text = `[${'1,'.repeat(MAX_VALUES)}1]`;
  expect(() => readJson(text, 3)).toThrow(`Line 3 holds more than ${MAX_VALUES} values.`);
});

test('brackets in strings are no depth', () => {
  const text = JSON.stringify(['['.repeat(1000), '\\"['.repeat(1000), 'x\\']);
  expect(readJson(text, 1)).toEqual(JSON.parse(text));
  const deep = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
  expect(readJson(deep, 1)).toEqual(JSON.parse(deep));
});
