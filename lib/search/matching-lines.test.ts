import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchingLines } from './matching-lines';

const marked = (text: string, words: string[], quoted: string[] = []) =>
  matchingLines(text, { words, quoted }).map((line) =>
    line.map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece)).join(''),
  );

test.each<[string, string, string[], string[]]>([
  ['nothing', '', ['a'], []],
  ['the first line alone', 'a', ['a'], []],
  ['another case', 'x\n550 User unknown', ['user'], ['550 [User] unknown']],
  ['two words of one line', 'x\n550 user unknown', ['unknown', 'user'], ['550 [user] [unknown]']],
  ['a word within another one', 'x\nunknown', ['known', 'now'], ['un[known]']],
  ['letters whose lower case is longer', 'x\nİ mx1', ['mx1'], ['İ mx1']],
  ['many lines', `x\n${'a\n'.repeat(9)}`, ['a'], ['[a]', '[a]', '[a]', '[a]']],
])('%s', (_, text, words, lines) => expect(marked(text, words)).toEqual(lines));

test('a long line is cut around what was found', () => {
  const [line = ''] = marked(`x\n${'y'.repeat(300)}mx1${'z'.repeat(300)}`, ['mx1']);
  expect(line).toBe(`… ${'y'.repeat(100)}[mx1]${'z'.repeat(100)} …`);
});

test('nothing is found twice, lost or made up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ minLength: 1 })), (line, words) => {
      for (const pieces of matchingLines(`x\n${line}`, { words, quoted: [] }))
        expect(line).toContain(
          pieces
            .map(({ text }) => text)
            .join('')
            .replace(/^… | …$/g, ''),
        );
    }),
  );
});
