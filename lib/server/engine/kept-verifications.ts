import { LRUCache } from 'lru-cache';
import { newCheckId } from '@/lib/store/check-id';
import type { Verification } from '@/lib/verify/verification';

/** Milliseconds for which the result of a form can be read: nothing of it is kept in the database. */
const KEPT_MS = 30 * 60_000;

/** Characters of all of them; one has some 5,000. */
const MAX_KEPT_CHARACTERS = 16 * 1024 * 1024;

/** Results of verifying, for the page to which a form leads. The id is the permission to read one. */
export interface KeptVerifications {
  keep(verification: Verification): string;
  get(id: string): Verification | null;
}

/** In memory: a restart, time, and many others forget them. */
export function createKeptVerifications(): KeptVerifications {
  const kept = new LRUCache<string, Verification>({
    ttl: KEPT_MS,
    maxSize: MAX_KEPT_CHARACTERS,
    sizeCalculation: (verification) => JSON.stringify(verification).length,
  });
  return {
    keep(verification) {
      const id = newCheckId();
      kept.set(id, verification);
      return id;
    },
    get: (id) => kept.get(id) ?? null,
  };
}
