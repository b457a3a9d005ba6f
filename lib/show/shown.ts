import { escapeText, UNPRINTABLE } from '@/lib/smtp/escape';

/** Line ends and tabs are layout; everything else that cannot be seen is written out. */
const LAYOUT = /(\r?\n|\t)/;

/**
 * The same value with every text in it safe to show: what moves a cursor, turns the direction of writing or hides is written as
 * `\xNN`. All that a page is made of goes through here (`lib/server/http/perform.ts`), so that no field can be forgotten.
 * The cast is sound: only text changes, and only text that no closed set holds.
 */
export function shown<T>(value: T): T {
  return shownValue(value) as T;
}

function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return shownText(value);
  if (Array.isArray(value)) return value.map(shownValue);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shownValue(one)]));
}

function shownText(text: string): string {
  if (!UNPRINTABLE.test(text)) return text;
  return text
    .split(LAYOUT)
    .map((part) => (LAYOUT.test(part) ? part : escapeText(part)))
    .join('');
}

/** Moments, octets and whatever has a way of its own stay as they are. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
