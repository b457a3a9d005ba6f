import { MAX_RETESTS } from '@/lib/report/retest-limit';

/** From the first try on; nothing is asked again later. */
const RETEST_WINDOW_MS = 24 * 3_600_000;

/** Until the second try, when the server names no time. */
const FIRST_WAIT_MS = 5 * 60_000;

/** Each further wait without a named time, as a multiple of the one before: five tries take some ten hours. */
const GROWTH = 3;

/** Servers count whole seconds; a try at the very moment may still be too early. */
const MARGIN_MS = 1_000;

interface SoFar {
  /** Milliseconds since the epoch. */
  firstAt: number;
  now: number;
  /** Tries made, with the first one. */
  tries: number;
  /** As the server has named it; null when it has not. */
  waitSeconds: number | null;
}

/** When to ask again after a temporary result, in milliseconds since the epoch; null when it has been tried enough. */
export function planRetest({ firstAt, now, tries, waitSeconds }: SoFar): number | null {
  if (tries > MAX_RETESTS) return null;
  const wait = waitSeconds === null ? FIRST_WAIT_MS * GROWTH ** (tries - 1) : waitSeconds * 1000 + MARGIN_MS;
  const at = now + wait;
  return at - firstAt > RETEST_WINDOW_MS ? null : at;
}
