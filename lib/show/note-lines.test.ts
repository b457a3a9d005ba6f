import { expect, test } from 'vitest';
import { noteLines } from './note-lines';

const NOTE = { domain: 'a.example', createdAt: new Date('2026-11-29T20:15:30.999Z'), writtenBy: 'ada' };

test.each([
  ['none', [], ''],
  ['one line', [{ ...NOTE, text: 'x\ty' }], '2026-11-29T20:15:30Z a.example ada: x\ty\n'],
  [
    'every line has its head, also an empty one',
    [{ ...NOTE, text: 'a\n\nb\r\n' }],
    ['a', '', 'b', ''].map((line) => `2026-11-29T20:15:30Z a.example ada: ${line}\n`).join(''),
  ],
  [
    'of the whole installation, by nobody by name',
    [{ ...NOTE, domain: '', writtenBy: null, text: 'x' }],
    '2026-11-29T20:15:30Z * -: x\n',
  ],
])('%s', (_, notes, lines) => {
  expect(noteLines(notes, null)).toBe(lines);
  expect(noteLines(notes, '7')).toBe(`${lines}# more: cursor=7\n`);
});
