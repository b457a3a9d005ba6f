import { expect, test } from 'vitest';
import { halfOf, isIn } from './half';

const NAMES = Array.from({ length: 400 }, (_, n) => `case-${n}`);

test('a row is in one half, and in the same one each time', () => {
  for (const name of NAMES) {
    expect(isIn('a', name)).not.toBe(isIn('b', name));
    expect(isIn(halfOf(name), name)).toBe(true);
  }
});

test('the halves are of about one size', () => {
  const count = NAMES.filter((name) => halfOf(name) === 'a').length;
  expect(count).toBeGreaterThan(160);
  expect(count).toBeLessThan(240);
});

test('without a half, every row is scored', () => {
  expect(NAMES.every((name) => isIn(null, name))).toBe(true);
});
