import { ExportUnreadable } from './export-unreadable';

/** Octets of one line. A mail has at most 25 MiB, which are 34 in base64; the evidence of the greatest check has 16. */
export const MAX_LINE_OCTETS = 64 * 1024 * 1024;

/** Arrays and objects within each other; evidence has fewer than twenty. */
export const MAX_DEPTH = 64;

/** Values in one line: a small one takes far more memory than its octets. The evidence of the greatest check has 280,000. */
export const MAX_VALUES = 2_000_000;

const LINE_END = 0x0a;

/**
 * Lines of UTF-8, each of which ends with LF (https://jsonlines.org), out of octets that come in pieces of any size. Holds one line at
 * a time. Throws `ExportUnreadable` for a line that is too long, that is no UTF-8, or whose end is missing.
 */
export async function* readLines(
  octets: AsyncIterable<Uint8Array>,
  most: number = MAX_LINE_OCTETS,
): AsyncGenerator<string, void, void> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of octets) {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(LINE_END, start);
      const part = piece.subarray(start, end < 0 ? piece.length : end);
      length += part.length;
      if (length > most)
        throw new ExportUnreadable(
          `Line ${number} is longer than ${most} octets, which no line of an export is.`,
        );
      if (part.length > 0) pieces.push(part);
      if (end < 0) break;
      yield textOf(pieces, number);
      [pieces, length, start] = [[], 0, end + 1];
      number++;
    }
  }
  if (length > 0) throw new ExportUnreadable(`Line ${number} has no end: the file is not whole.`);
}

function textOf(pieces: readonly Uint8Array[], number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new ExportUnreadable(`Line ${number} is no text in UTF-8.`);
  }
}

/** What a line says. Throws `ExportUnreadable` for what is no JSON, or is above a limit. */
export function readJson(line: string, number: number): unknown {
  const limit = limitReached(line);
  if (limit !== null) throw new ExportUnreadable(`Line ${number} ${limit}.`);
  try {
    return JSON.parse(line);
  } catch {
    throw new ExportUnreadable(`Line ${number} is no JSON.`);
  }
}

/** Of text that may be JSON: which limit it is above, as the rest of a sentence; null when it is not. */
export function limitReached(text: string): string | null {
  let [depth, values] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (sign === '[' || sign === '{' || sign === ',') values++;
    if (depth > MAX_DEPTH) return `is nested more deeply than ${MAX_DEPTH} levels`;
    if (values > MAX_VALUES) return `holds more than ${MAX_VALUES} values`;
  }
  return null;
}

/** Where the string that begins here ends; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
