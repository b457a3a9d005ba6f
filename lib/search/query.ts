/** What somebody searches for: everything of it has to be there. */
export interface SearchQuery {
  /** Words, each as it begins; in the order of letters and digits that they have, whatever stands between. */
  words: string[];
  /** What stood in quotation marks: found as it is where it begins with a word, to the character, but for the case of letters of ASCII. */
  quoted: string[];
}

/** Why nothing can be searched for. */
export type SearchFault = 'empty' | 'too-long' | 'too-many-words' | 'no-letter';

/** Characters, and words, of a search. */
export const MAX_QUERY = 500;
const MAX_WORDS = 20;

/** As the index takes a text apart (FTS5, unicode61): by its letters and digits. */
const TOKEN = /[\p{L}\p{N}\p{Co}]/u;

/** Reads what was typed. There are no operators: everything but quotation marks is searched for. */
export function parseQuery(
  typed: string,
): { ok: true; query: SearchQuery } | { ok: false; fault: SearchFault } {
  if (typed.length > MAX_QUERY) return { ok: false, fault: 'too-long' };
  // Half of a character is none.
  const text = typed.replace(/\p{Cs}/gu, '\ufffd').trim();
  if (text === '') return { ok: false, fault: 'empty' };
  // A mark that is never closed is a character like any other.
  const parts = text.split('"');
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('"')];
  const quoted = closed.filter((part, n) => n % 2 === 1 && part.trim() !== '');
  const words = closed
    .filter((_, n) => n % 2 === 0)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => TOKEN.test(word));
  if (words.length + quoted.length > MAX_WORDS) return { ok: false, fault: 'too-many-words' };
  if (words.length === 0 && !quoted.some((part) => TOKEN.test(part)))
    return { ok: false, fault: 'no-letter' };
  return { ok: true, query: { words, quoted } };
}

/** The same for `MATCH` of FTS5: every word is a string of it, so that nothing in it is an operator. */
export function matchOf({ words, quoted }: SearchQuery): string {
  const phrase = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', ' ')}"`;
  return [...words, ...quoted.filter((part) => TOKEN.test(part))]
    .map((text) => `${phrase(text)} *`)
    .join(' AND ');
}
