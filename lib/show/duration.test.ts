import { expect, test } from 'vitest';
import { showMs, showTtl } from './duration';

test.each([
  [0, '<1 ms'],
  [0.6, '<1 ms'],
  [41.4, '41 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1_440, '1.4 s'],
  [15_000, '15 s'],
  [59_960, '1 min'],
  [125_000, '2 min 5 s'],
])('%d ms reads %s', (ms, words) => expect(showMs(ms)).toBe(words));

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [300, '5 min'],
  [3_600, '1 h'],
  [5_400, '90 min'],
  [86_400, '1 d'],
  [172_801, '172801 s'],
])('a TTL of %d reads %s', (seconds, words) => expect(showTtl(seconds)).toBe(words));
