/** Ends that are remembered of a batch. */
export const KEPT_ENDS = 50;

/** With fewer ends nothing is said. */
const MIN_ENDS = 5;

/**
 * Milliseconds until a batch is done at the pace of its last ends; null while too few are known. `ends` are their times, oldest first;
 * the time since the last one counts, so that waiting makes it longer.
 */
export function timeLeftMs(ends: readonly number[], left: number, now: number): number | null {
  const [first] = ends;
  if (left === 0) return 0;
  if (first === undefined || ends.length < MIN_ENDS) return null;
  return Math.max(0, Math.round((Math.max(now - first, 0) / (ends.length - 1)) * left));
}
