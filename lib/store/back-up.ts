import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

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
  const database = new Database(databaseFile, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.prepare('VACUUM INTO ?').run(partial);
  } finally {
    database.close();
  }
  // SQLite does not wait for the disk there (https://sqlite.org/lang_vacuum.html).
  await sync(partial);
  await rename(partial, file);
  await sync(dirname(file));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
