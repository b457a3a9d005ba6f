const UNITS: readonly (readonly [minutes: number, unit: 'day' | 'hour' | 'minute'])[] = [
  [24 * 60, 'day'],
  [60, 'hour'],
  [1, 'minute'],
];

/** How often something is done, in the largest unit that has no remainder. */
export function everyIn(minutes: number): { every: number; unit: 'minutes' | 'hours' | 'days' } {
  const [size, unit] = UNITS.find(([one]) => minutes >= one && minutes % one === 0) ?? [1, 'minute'];
  return { every: minutes / size, unit: `${unit}s` };
}

/** `every hour`, `every 30 minutes`. */
export function showEvery(minutes: number): string {
  const { every, unit } = everyIn(minutes);
  return every === 1 ? `every ${unit.slice(0, -1)}` : `every ${every} ${unit}`;
}
