import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from './generated/client';

/** How long it waits for a writer that holds the database. */
const BUSY_TIMEOUT_MS = 60_000;

/**
 * Copies a database, as it is at one moment, into a new file that is whole by itself, while others go on reading and writing.
 * Under its name the copy appears only when it is complete and on the disk. Rejects when the file is there already or cannot be
 * written, or when there is no such database.
 */
export async function backUp(databaseFile: string, file: string): Promise<void> {
  if (!existsSync(databaseFile)) throw new Error(`There is no database ${databaseFile}.`);
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const adapter = new PrismaBetterSqlite3({ url: `file:${databaseFile}`, timeout: BUSY_TIMEOUT_MS });
  const prisma = new PrismaClient({ adapter });
  try {
    await prisma.$executeRaw`VACUUM INTO ${partial}`;
  } finally {
    await prisma.$disconnect();
  }
  // SQLite does not wait for the disk there (https://sqlite.org/lang_vacuum.html).
  const handle = await open(partial, 'r+');
  await handle.sync();
  await handle.close();
  await rename(partial, file);
}
