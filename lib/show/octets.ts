const KILO = 1000;
const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** In the largest unit of which there is at least one, with a digit behind the point below ten: "1.2 MB". */
export function showOctets(octets: number): string {
  let [value, unit] = [octets / KILO, 0];
  while (value >= KILO && unit < UNITS.length - 1) [value, unit] = [value / KILO, unit + 1];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit] ?? ''}`;
}
