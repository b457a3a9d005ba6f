import { LRUCache } from 'lru-cache';
import { newCheckId } from '@/lib/store/check-id';

/** Milliseconds for which the result of a form can be read: nothing of it is kept in the database. */
const KEPT_MS = 30 * 60_000;

/** Characters of all of one kind. */
const MAX_KEPT_CHARACTERS = 16 * 1024 * 1024;

/** Results for the page to which a form leads. The id is the permission to read one. */
export interface KeptResults<T> {
  /** Under an id that is given, it takes the place of the one before. */
  keep(result: T, id?: string): string;
  get(id: string): T | null;
}

/** In memory: a restart, time, and many others forget them. */
export function createKeptResults<T extends object>(): KeptResults<T> {
  const kept = new LRUCache<string, T>({
    ttl: KEPT_MS,
    maxSize: MAX_KEPT_CHARACTERS,
    sizeCalculation: (result) => JSON.stringify(result).length,
  });
  return {
    keep(result, id = newCheckId()) {
      kept.set(id, result);
      return id;
    },
    get: (id) => kept.get(id) ?? null,
  };
}
