import { no, ok, type Result } from '@/lib/result';
import type { UnreadableReason } from './verification';

/** How deep a report may be nested; one of mxproof has less than 12. */
const MAX_DEPTH = 32;

/** The object that these octets are the JSON of (RFC 8259, UTF-8), or why there is none. Takes linear time. */
export function readJson(octets: Uint8Array): Result<Record<string, unknown>, UnreadableReason> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(octets).trim();
  } catch {
    return no('not-utf8');
  }
  if (text === '') return no('empty');
  const end = scan(text);
  if (end.isTooDeep) return no('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no(end.isOpen && text.startsWith('{') ? 'cut-off' : 'not-json');
  }
  return isObject(value) ? ok(value) : no('no-report');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How deep the brackets go, and whether one of them, or a text, is still open at the end. */
function scan(text: string): { isTooDeep: boolean; isOpen: boolean } {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isText) {
      if (sign === '\\') at++;
      else if (sign === '"') isText = false;
      continue;
    }
    if (sign === '"') isText = true;
    else if (sign === '{' || sign === '[') {
      if (++depth > MAX_DEPTH) return { isTooDeep: true, isOpen: true };
    } else if (sign === '}' || sign === ']') depth--;
  }
  return { isTooDeep: false, isOpen: isText || depth > 0 };
}
