import { expect, test } from 'vitest';
import { bearerIn, hashOf, newCode, newTokenValue } from './one-time';

test.each([
  [null, null],
  ['', null],
  ['mxp_abc', null],
  ['Basic mxp_abc', null],
  ['Bearer', null],
  ['Bearer ', null],
  ['Bearer abc', null],
  ['Bearer mxp_a mxp_b', null],
  ['Bearer mxp_abc', 'mxp_abc'],
  ['bearer  mxp_abc ', 'mxp_abc'],
])('the token in %j is %j', (header, token) => expect(bearerIn(header)).toBe(token));

test('no two are alike, and what is kept of one tells nothing of it', () => {
  const values = Array.from({ length: 100 }, newTokenValue);
  expect(new Set(values).size).toBe(100);
  for (const value of values) {
    expect(bearerIn(`Bearer ${value}`)).toBe(value);
    expect(hashOf(value)).toMatch(/^[\da-f]{64}$/);
  }
  expect(newCode()).toMatch(/^[\w-]{43}$/);
});
