import { shareFor } from './chance';

const DAY_MS = 86_400_000;

/** Over which checks are spread: short of the year after which mxproof removes them. */
export const SPREAD_DAYS = 360;

/** When the n-th of so many checks was made, from 0 on: each later than the one before, all within `SPREAD_DAYS` before `until`. */
export function momentOf(n: number, count: number, until: Date): Date {
  const step = (SPREAD_DAYS * DAY_MS) / count;
  return new Date(until.getTime() - Math.ceil((count - n - shareFor(`moment ${n}`)) * step));
}

/** What is left of a work of which so much is done after so many milliseconds, in words. */
export function timeLeft(done: number, all: number, ms: number): string {
  const minutes = Math.ceil((ms / done) * ((all - done) / 60_000));
  return minutes <= 1 ? 'a minute left' : `${minutes} minutes left`;
}
