import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCases } from './read-cases';

function folder(files: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'mxproof-score-'));
  mkdirSync(join(place, 'cases'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, 'cases', name), text);
  return place;
}

test('a folder without cases, and one without rows, say so', () => {
  expect(() => readCases('/nonexistent')).toThrow('There is no folder /nonexistent/cases.');
  expect(() => readCases(folder({ 'README.md': 'x' }))).toThrow('holds no rows');
});

test.each([
  ['a.json', '[{"id":1,"input":"a@b"},{"id":2,"input":"c"}]'],
  ['a.json', '{"source":"x","cases":[{"id":1,"input":"a@b"},{"id":2,"input":"c"}]}'],
  ['a.jsonl', '{"id":1,"input":"a@b"}\n{"id":2,"input":"c"}\n'],
])('%s: %s', (name, text) => {
  expect(readCases(folder({ [name]: text }))).toEqual([
    { id: 1, input: 'a@b' },
    { id: 2, input: 'c' },
  ]);
});

test.each([
  ['a.tsv', 'id\tinput\n1\t"a,b"@c\n', '"a,b"@c'],
  ['a.csv', 'id,input\n1,"""a,b""@c"\n', '"a,b"@c'],
])('%s %j', (name, text, input) => {
  expect(readCases(folder({ [name]: text }))).toEqual([{ id: '1', input }]);
});
