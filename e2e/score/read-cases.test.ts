import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCases, readLines } from './read-cases';
import { sampleFolder } from './sample-folder';

const Row = z.object({ id: z.int(), input: z.string() });

test('rows of another form are told of with their number, and never dropped in silence', () => {
  const folder = sampleFolder({
    'rows.jsonl': '{"id":1}\nno json\n[]\n{"id":"2","input":"c"}\n{"id":3,"input":"\\ud800 \\u0000"}\r\n',
  });
  const { rows, unreadable } = readLines(join(folder, 'rows.jsonl'), Row);
  expect(rows).toEqual([{ id: 3, input: '\ud800 \u0000' }]);
  expect(unreadable.map((line) => line.split(':', 2).join())).toEqual([
    'row 1, input',
    'row 2, ',
    'row 3, ',
    'row 4, id',
  ]);
});

test('no file, and a file without a row, say so', () => {
  const folder = sampleFolder({ 'rows.jsonl': '\n{"id":1}\n' });
  expect(() => readLines(join(folder, 'none.jsonl'), Row)).toThrow('There is no file');
  expect(() => readLines(join(folder, 'rows.jsonl'), Row)).toThrow('holds no row of the form');
});

test('a folder without cases, and one without rows, say so', () => {
  expect(() => readCases('/nonexistent')).toThrow('There is no folder /nonexistent/cases.');
  expect(() => readCases(sampleFolder({ 'cases/README.md': 'x' }))).toThrow('holds no rows');
});

test.each([
  ['a.json', '[{"id":1,"input":"a@b"},{"id":2,"input":"c"},3]'],
  ['a.jsonl', '{"id":1,"input":"a@b"}\nno json\n{"id":2,"input":"c"}\n'],
])('of our own, %s: %s', (name, text) => {
  expect(readCases(sampleFolder({ [`cases/${name}`]: text }))).toEqual([
    { id: 1, input: 'a@b' },
    { id: 2, input: 'c' },
  ]);
});

test('of our own, a table', () => {
  const folder = sampleFolder({ 'cases/a.tsv': 'id\tinput\n1\t"a,b"@c\n2\n' });
  expect(readCases(folder)).toEqual([
    { id: '1', input: '"a,b"@c' },
    { id: '2', input: '' },
  ]);
});
