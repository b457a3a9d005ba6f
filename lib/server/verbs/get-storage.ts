import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseSize, Growth } from '@/lib/store/size-store';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import type { Settings } from '../config/settings';
import { verb } from './verb';

/** What the database takes, and how it grows. */
export interface Storage {
  size: DatabaseSize;
  /** Within the last thirty days. */
  growth: Growth;
  /** Octets that its disk has left; null where it is on a server. */
  diskFreeBytes: number | null;
  keep: Settings['keep'];
  /** How many are kept whatever their age. */
  kept: Growth;
  /** It is larger than it may be, and nothing in it may go. */
  isTooLarge: boolean;
}

const GROWTH_MS = 30 * 24 * 3600 * 1000;

/** Counts rows, so it is for one page, not for every one. */
export const getStorage = verb('administer', async (_, _nothing: object, services): Promise<Storage> => {
  const { store, settings, removal } = services;
  const [size, growth, kept, diskFreeBytes] = await Promise.all([
    store.size(),
    store.growth(new Date(Date.now() - GROWTH_MS)),
    store.countKept(),
    freeBytesOf(settings.databaseUrl),
  ]);
  return {
    size,
    growth,
    diskFreeBytes,
    keep: settings.keep,
    kept,
    isTooLarge: removal.isTooLarge(),
  };
});

async function freeBytesOf(databaseUrl: string): Promise<number | null> {
  if (isPostgresql(databaseUrl)) return null;
  const { bavail, bsize } = await statfs(dirname(databaseFile(databaseUrl)));
  return bavail * bsize;
}
