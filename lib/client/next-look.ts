import type { Retest } from '@/lib/report/retest';

/** Between two looks: not sooner, since a try takes some seconds; not later, since clocks differ. */
const MIN_LOOK_MS = 2_000;
const MAX_LOOK_MS = 30_000;

/** Milliseconds until there may be something new; false when there will not be. */
export function nextLook(retest: Pick<Retest, 'ending' | 'nextAt'> | null, now: number): number | false {
  if (retest?.ending !== null) return false;
  const ms = retest.nextAt === null ? 0 : Date.parse(retest.nextAt) - now;
  return Math.min(Math.max(ms, MIN_LOOK_MS), MAX_LOOK_MS);
}
