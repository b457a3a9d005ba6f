import { expect, test } from 'vitest';
import { planRetest } from './plan-retest';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each<[string, Partial<Parameters<typeof planRetest>[0]>, number | null]>([
  ['a wait beyond the day', { tries: 1, waitSeconds: 90_000 }, null],
  ['five tries after the first', { tries: 6, waitSeconds: 60 }, null],
  ['the day is nearly over', { tries: 2, waitSeconds: 3600, now: 23.5 * HOUR }, null],
  ['a named time', { tries: 1, waitSeconds: 300 }, 301_000],
  ['a named time, later', { tries: 5, waitSeconds: 60, now: HOUR }, HOUR + 61_000],
  ['no time', { tries: 1, waitSeconds: null }, 5 * MINUTE],
  ['no time again', { tries: 2, waitSeconds: null, now: HOUR }, HOUR + 15 * MINUTE],
  ['no time at the last', { tries: 5, waitSeconds: null, now: HOUR }, HOUR + 405 * MINUTE],
])('%s', (_, about, at) => {
  expect(planRetest({ firstAt: 0, now: 0, tries: 1, waitSeconds: null, ...about })).toBe(at);
});
