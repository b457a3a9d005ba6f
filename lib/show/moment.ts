/** `2026-11-23 08:14:07.208` out of an ISO 8601 time in UTC; an unreadable time is shown as it is. */
export function showUtc(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toISOString().replace('T', ' ').replace('Z', '');
}

const PARTS: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
};

/** `23 Nov 2026, 08:14:07` in the given zone, or in the reader's own when none is named. */
export function showMoment(iso: string, timeZone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return formatOf(timeZone).format(at);
}

/** By zone; to make one takes as long as to write some hundred moments. */
const formats = new Map<string | undefined, Intl.DateTimeFormat>();

function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...PARTS, ...(timeZone ? { timeZone } : {}) });
  formats.set(timeZone, made);
  return made;
}

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How long it is told how long ago something was; after that, when. */
const MAX_AGO_S = 14 * DAY_S;

/** `5 min ago`; the moment itself when that is two weeks ago, or to come. */
export function showAgo(iso: string, nowMs: number): string {
  const seconds = Math.floor((nowMs - Date.parse(iso)) / 1000);
  if (!(seconds >= 0 && seconds < MAX_AGO_S)) return showMoment(iso);
  if (seconds < MINUTE_S) return 'just now';
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min ago`;
  if (seconds < DAY_S) return `${Math.floor(seconds / HOUR_S)} h ago`;
  const days = Math.floor(seconds / DAY_S);
  return `${days} ${days === 1 ? 'day' : 'days'} ago`;
}

/** `07:30` out of minutes since midnight. */
export function showTimeOfDay(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
