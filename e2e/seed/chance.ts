import { createHash } from 'node:crypto';

/** What comes of chance here, and the same each time for the same words. */
function octetsFor(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}

/** At least 0 and below 1. */
export function shareFor(words: string): number {
  return octetsFor(words).readUInt32BE() / 2 ** 32;
}

/** One of them. Throws when there is none. */
export function oneFor<T>(words: string, items: readonly T[]): T {
  const item = items[Math.floor(shareFor(words) * items.length)];
  if (item === undefined) throw new Error('There is none to choose.');
  return item;
}

/** In the form of the id of a check or a mail. */
export function idFor(words: string): string {
  return octetsFor(words).subarray(0, 16).toString('base64url');
}
