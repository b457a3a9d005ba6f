import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyCsv } from './history-csv';

const HEAD = 'at,what,target,outcome,side,stage,text,ms,link\r\n';
const note = (text: string) => ({ at: 'T', id: 'x', what: 'note' as const, note: { text } });
const textOf = (text: string) =>
  historyCsv([note(text)], (path) => `L${path}`)
    .slice(HEAD.length)
    .replace(/^T,note,,,,,/, '')
    .replace(/,,L\/notes\/x\r\n$/, '');

test('nothing has its names all the same', () => expect(historyCsv([], String)).toBe(HEAD));

test.each([
  ['=1+1', `'=1+1`],
  ['+49', `'+49`],
  ['-x', `'-x`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  [' \n=1', `"' \n=1"`],
  ['a "quoted", cell', '"a ""quoted"", cell"'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['plain', 'plain'],
])('%j', (text, cell) => expect(textOf(text)).toBe(cell));

test('every text is one cell, and no cell is a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = textOf(text);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
      expect(read).not.toMatch(/^\s*[=+\-@\t\r]/);
    }),
  );
});
