import { expect, test } from 'vitest';
import type { Retest } from '@/lib/report/retest';
import { nextLook } from './next-look';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const BASE: Retest = { firstId: 'x', reason: 'greylisted', tries: [], nextAt: null, ending: null };

test.each<[string, Retest | null, number | false]>([
  ['not repeated', null, false],
  ['at its end', { ...BASE, ending: 'settled' }, false],
  ['a try is under way', BASE, 2_000],
  ['long overdue', { ...BASE, nextAt: '2026-11-23T09:00:00Z' }, 2_000],
  ['in ten seconds', { ...BASE, nextAt: '2026-11-23T10:00:10Z' }, 10_000],
  ['in an hour', { ...BASE, nextAt: '2026-11-23T11:00:00Z' }, 30_000],
])('%s', (_, retest, ms) => {
  expect(nextLook(retest, NOW)).toBe(ms);
});
