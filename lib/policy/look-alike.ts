import { trimmed } from './white-space';

/** What a text that wants to be a record has in front: the version with what receivers do not take for it, or with something before it. */
const HEAD = {
  spf: /(?:^|[^a-z0-9])v\s{0,9}[=:]\s{0,9}spf1?(?![a-z0-9.])|^\s{0,9}spf1(?=[\s;,])/i,
  dmarc: /(?:^|[^a-z0-9])v\s{0,9}[=:]\s{0,9}dmarc1?(?![a-z0-9.])|^\s{0,9}dmarc1(?=[\s;,])/i,
} as const;

/** Characters of a text that somebody means as a record. */
const MAX_MEANT = 1_000;

type Kind = keyof typeof HEAD;

/** Whether a text that is no record wants to be one. */
export function looksLike(kind: Kind, text: string): boolean {
  return HEAD[kind].test(text);
}

/** What stands behind the version, without quotation marks; null where nothing does, or it is long or not plain text. */
export function bodyOf(kind: Kind, text: string): string | null {
  const head = HEAD[kind].exec(text);
  if (head === null || text.length > MAX_MEANT || /[^\x20-\x7e]|\\/.test(text)) return null;
  const body = trimmed(text.slice(head.index + head[0].length).replaceAll(/["']/g, ''));
  return body === '' ? null : body;
}
