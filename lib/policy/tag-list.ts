import { trimmed } from './white-space';

/** One entry of a list of tags as DKIM began it (RFC 6376 §3.2): `name = value`, between semicolons. */
export interface Tag {
  /** As written; null for an entry without `=`. */
  name: string | null;
  value: string;
  /** The whole entry, without white space around it. */
  text: string;
}

/** Entries that are looked at; records in use have a dozen, and 64 kB have room for thousands. */
const MAX_TAGS = 256;

/**
 * Text → its entries, in order; white space around names and values goes (RFC 6376 §3.2). An empty one after the last semicolon is
 * none; others are told, since no syntax allows them.
 */
export function readTags(text: string): Tag[] {
  const entries = text.split(';', MAX_TAGS).map(trimmed);
  if (entries.at(-1) === '') entries.pop();
  return entries.map((entry) => {
    const at = entry.indexOf('=');
    return at === -1
      ? { name: null, value: '', text: entry }
      : { name: trimmed(entry.slice(0, at)), value: trimmed(entry.slice(at + 1)), text: entry };
  });
}
