import { randomBytes } from 'node:crypto';

/** The link is the permission to read, so it cannot be guessed. */
const ID_BYTES = 16;

/** 128 random bits in the alphabet of RFC 4648 §5: 22 characters that need no escape in a link. */
export function newCheckId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** Ids that a text may hold, each once: alone, in a link, or at the end of the name of a file. */
export function idsIn(text: string): string[] {
  const words = text.split(/[^\w-]+/).filter((word) => word.length >= 22);
  return [...new Set(words.map((word) => word.slice(-22)))];
}

export function isCheckId(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
