/** A time as it was written, with the zone in which it was. */
export interface WrittenDate {
  /** Milliseconds since the epoch. */
  at: number;
  /** As it stands there: `+0200`, or a name. */
  zone: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours; RFC 5322 §4.3. Other names of one letter or more say nothing, and are read as -0000. */
const ZONES: Readonly<Record<string, number>> = {
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
};

const DATE =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}|\d{2}) (\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? (?:([+-])(\d{2})(\d{2})|([a-z]{1,5}))(?: |$)/i;

/** Characters of a date that are read. */
const MAX_DATE = 100;

/** A date of a mail (RFC 5322 §3.3, §4.3); null when there is none, or the calendar has it not. */
export function readDate(text: string): WrittenDate | null {
  const found = DATE.exec(
    text
      .slice(0, MAX_DATE)
      .replace(/[ \t]+/g, ' ')
      .trim(),
  );
  if (found === null) return null;
  const [
    ,
    day,
    month = '',
    year = '',
    hours,
    minutes,
    seconds = '0',
    sign,
    zoneHours = '',
    zoneMinutes = '',
    name = '',
  ] = found;
  const n = MONTHS.indexOf(month.toLowerCase());
  const [d, h, m, s] = [day, hours, minutes, seconds].map(Number) as [number, number, number, number];
  const offset =
    sign === undefined ? (ZONES[name.toUpperCase()] ?? 0) * 60 : minutesOf(sign, zoneHours, zoneMinutes);
  const midnight = Date.UTC(fullYear(year), n, d);
  const isOfCalendar = n !== -1 && new Date(midnight).getUTCDate() === d && h < 24 && m < 60 && s <= 60;
  if (!isOfCalendar || Math.abs(offset) >= 24 * 60) return null;
  const at = midnight + ((h * 60 + m - offset) * 60 + s) * 1000;
  return { at, zone: sign === undefined ? name : `${sign}${zoneHours}${zoneMinutes}` };
}

/** RFC 5322 §4.3: years of two digits. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function minutesOf(sign: string, hours: string, minutes: string): number {
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
