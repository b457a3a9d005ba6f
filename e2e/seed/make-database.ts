import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createMailReader } from '@/lib/server/engine/mail-reader/mail-reader';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { applyMigrations } from '@/prisma/apply';
import { makeMoulds } from './moulds';
import { type Seeded, type SeedSize, seedStore } from './seed-store';

/** What was made, and octets of the database without what is free in it. */
export type MadeDatabase = Seeded & { bytes: number };

/**
 * Makes a database in a new file, with checks until the beginning of this day (UTC): what is made on one day is the same. Rejects, and
 * leaves everything as it is, when the file is there.
 */
export async function makeDatabase(
  file: string,
  size: SeedSize,
  tell?: (checks: number) => void,
): Promise<MadeDatabase> {
  if (existsSync(file)) throw new Error(`There is a file ${file} already, and a seed makes a new one.`);
  const moulds = await makeMoulds();
  mkdirSync(dirname(file), { recursive: true });
  const url = `file:${file}`;
  await applyMigrations(url);
  const [store, reader] = [await openPrismaStore(url), createMailReader()];
  try {
    const until = new Date(new Date().setUTCHours(0, 0, 0, 0));
    const seeded = await seedStore(store, { moulds, reader, until }, size, tell);
    return { ...seeded, bytes: await store.usedBytes() };
  } finally {
    await reader.close();
    await store.close();
  }
}
