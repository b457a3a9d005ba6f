const UNITS: readonly (readonly [minutes: number, unit: string])[] = [
  [24 * 60, 'day'],
  [60, 'hour'],
  [1, 'minute'],
];

/** How often something is done: `every hour`, `every 30 minutes`. */
export function showEvery(minutes: number): string {
  for (const [size, unit] of UNITS)
    if (minutes >= size && minutes % size === 0)
      return minutes === size ? `every ${unit}` : `every ${minutes / size} ${unit}s`;
  return `every ${minutes} minutes`;
}
