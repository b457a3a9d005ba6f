import { expect, test } from 'vitest';
import { createFrozenReports } from './frozen-reports';

test('frozen reports: the least recently read goes first', () => {
  const frozen = createFrozenReports<number>();
  for (let n = 1; n <= 20; n++) frozen.keep(`check-${n}`, n);
  expect(frozen.get('check-1')).toBe(1);
  frozen.keep('check-21', 21);
  expect(frozen.get('check-1')).toBe(1);
  expect(frozen.get('check-2')).toBeUndefined();
});
