/** Ten days. */
const MANY_SECONDS = 864_000;

/** `86400` → `1 d`: the largest unit that fits without a rest; whole days where seconds tell nothing. */
export function secondsWords(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
  ];
  if (seconds > MANY_SECONDS) return `${Math.round(seconds / 86_400)} d`;
  const [size, unit] = units.find(([length]) => seconds >= length && seconds % length === 0) ?? [1, 's'];
  return `${seconds / size} ${unit}`;
}
