/** Milliseconds as a person reads them: `<1 ms`, `41 ms`, `1.4 s`, `15 s`, `2 min 5 s`. */
export function showMs(ms: number): string {
  if (ms < 1) return '<1 ms';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1).replace(/\.0$/, '')} s`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}

const TTL_UNITS: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** A TTL in the largest unit that divides it evenly, since administrators recognise `1 h` faster than `3600`. */
export function showTtl(seconds: number): string {
  for (const [size, unit] of TTL_UNITS)
    if (seconds >= size && seconds % size === 0) return `${seconds / size} ${unit}`;
  return `${seconds} s`;
}
