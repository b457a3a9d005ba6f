import { expect, test } from 'vitest';
import { momentOf, SPREAD_DAYS, timeLeft } from './moments';

const until = new Date('2026-11-30T00:00:00.000Z');
const DAY_MS = 86_400_000;

test.each([1, 2, 7, 400, 100_000])('%i moments are in order, within the time there is', (count) => {
  const times = Array.from({ length: count }, (_, n) => momentOf(n, count, until).getTime());
  expect(times.every((time, n) => n === 0 || time > (times[n - 1] ?? 0))).toBe(true);
  expect(times[0]).toBeGreaterThanOrEqual(until.getTime() - SPREAD_DAYS * DAY_MS);
  expect(times.at(-1)).toBeLessThan(until.getTime());
});

test.each([
  [16, 100_000, 100, '11 minutes left'],
  [50, 100, 60_000, 'a minute left'],
  [100, 100, 60_000, 'a minute left'],
])('%i of %i after %i ms: %s', (done, all, ms, words) => expect(timeLeft(done, all, ms)).toBe(words));
