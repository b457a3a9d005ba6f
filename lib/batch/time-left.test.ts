import { expect, test } from 'vitest';
import { timeLeftMs } from './time-left';

test.each([
  [[], 10, 0, null],
  [[0, 1, 2, 3], 10, 4, null],
  [[], 0, 0, 0],
  [[0, 100, 200, 300, 400], 10, 400, 1000],
  // Nothing has ended for a while.
  [[0, 100, 200, 300, 400], 10, 4000, 10_000],
  // The clock went back.
  [[100, 200, 300, 400, 500], 10, 0, 0],
])('ends at %j, %i left at %i: %j ms', (ends, left, now, ms) => expect(timeLeftMs(ends, left, now)).toBe(ms));
