import type { SearchQuery } from '@/lib/search/query';
import { tokensOf } from '@/lib/search/tokens';

/** Limits of a `tsvector` (https://www.postgresql.org/docs/15/textsearch-limitations.html); what is beyond is found by its begin. */
const MAX_WORD = 500;
const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;

/**
 * The words of a text for a column of the type `tsvector`, each with its places. They are taken apart here: the parser of the server
 * knows addresses and numbers, and goes by the locale of the database.
 */
export function vectorOf(text: string): string {
  const places = new Map<string, number[]>();
  for (const [n, word] of wordsOf(text).entries()) {
    const all = places.get(word) ?? [];
    if (all.length < MAX_POSITIONS) all.push(Math.min(n + 1, MAX_POSITION));
    places.set(word, all);
  }
  return [...places].map(([word, at]) => `'${word}':${[...new Set(at)].join()}`).join(' ');
}

/** The same question as `matchOf` puts to FTS5, for the type `tsquery`: each text has its words in a row, the last one as it begins. */
export function tsqueryOf({ words, quoted }: SearchQuery): string {
  return [...words, ...quoted]
    .map(wordsOf)
    .filter((row) => row.length > 0)
    .map((row) => `(${row.map((word) => `'${word}'`).join(' <-> ')}:*)`)
    .join(' & ');
}

function wordsOf(text: string): string[] {
  return tokensOf(text).map((word) => word.slice(0, MAX_WORD));
}
