import { expect, test } from 'vitest';
import { catalogue } from './catalogue';
import { findingsNamed } from './named';

test.each([
  ['', 3, 3],
  ['no such words', 5, 0],
  ['GREYLISTING', 5, 1],
  ['mailbox full', 5, 2],
])('"%s", at most %i: %i', (words, most, count) => {
  expect(findingsNamed(words, most)).toHaveLength(count);
});

test('the one of just this code comes first', () => {
  expect(findingsNamed(' smtp.mailbox-full', 1)).toEqual([
    { code: 'smtp.mailbox-full', name: 'Mailbox full' },
  ]);
});

test('every name is of no case: it has no number, no host and no address, and no other finding has it', () => {
  const names = Object.values(catalogue).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /\.|example|\b\d{3,}\b/.test(name) || name.length > 60)).toEqual([]);
});
