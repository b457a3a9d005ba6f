/** Starts now; says how many milliseconds have passed, to a tenth, by a clock that is never set back. */
export function startStopwatch(): () => number {
  const startedAt = performance.now();
  return () => Math.round((performance.now() - startedAt) * 10) / 10;
}
