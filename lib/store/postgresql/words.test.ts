import { expect, test } from 'vitest';
import { tsqueryOf, vectorOf } from './words';

test.each([
  ['', ''],
  [`'; DROP TABLE`, `'drop':1 'table':2`],
  ['Bücher a\\b a', `'bucher':1 'a':2,4 'b':3`],
])('%j has the words %s', (text, vector) => expect(vectorOf(text)).toBe(vector));

test('a word is as long as a word may be, and stands in as many places', () => {
  expect(vectorOf('x'.repeat(5000))).toBe(`'${'x'.repeat(500)}':1`);
  expect(vectorOf('x '.repeat(20_000)).split(',')).toHaveLength(255);
  expect(vectorOf(`${'x '.repeat(20_000)} y`)).toMatch(/'y':16383$/);
});

test.each([
  [['user@mx1', 'off'], [], `('user' <-> 'mx1':*) & ('off':*)`],
  [[], ['a = b', '...'], `('a' <-> 'b':*)`],
])('%j and the quotations %j are asked for as %s', (words, quoted, query) =>
  expect(tsqueryOf({ words, quoted })).toBe(query),
);
