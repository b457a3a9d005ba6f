import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { backUp } from './back-up';
import { lockFile } from './instance-lock';

/**
 * Puts a copy in the place of the database, which is kept beside it; returns where, null when there was none: on a new machine not
 * even its folder is there. Whatever ends the process on the way, the database is the old one or the new one. Rejects when the copy
 * is damaged or none of mxproof, and with `DatabaseInUse` while mxproof serves; nothing is changed then.
 */
export async function restore(copy: string, databaseFile: string, now: Date): Promise<string | null> {
  if (!existsSync(copy)) throw new Error(`There is no file ${copy}.`);
  mkdirSync(dirname(databaseFile), { recursive: true });
  const lock = lockFile(databaseFile);
  try {
    checkCopy(copy);
    const incoming = `${databaseFile}.restored`;
    rmSync(incoming, { force: true });
    await backUp(copy, incoming);
    const kept = existsSync(databaseFile) ? keepBeside(databaseFile, now) : null;
    renameSync(incoming, databaseFile);
    return kept;
  } finally {
    lock.release();
  }
}

/** Throws when it is damaged, or no database of mxproof. */
function checkCopy(copy: string): void {
  const database = new Database(copy, { readonly: true });
  try {
    const found = database.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`${copy} is damaged (${String(found)}).`);
    const tables = database
      .prepare(
        `SELECT count(*) FROM "sqlite_master" WHERE "name" IN ('Check', 'Evidence', '_prisma_migrations')`,
      )
      .pluck()
      .get();
    if (tables !== 3) throw new Error(`${copy} is no database of mxproof.`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new Error(`${copy} is damaged, or no database (${error.message}).`, { cause: error });
  } finally {
    database.close();
  }
}

/** A second name for the file, and what is in its log with it. */
function keepBeside(file: string, now: Date): string {
  foldLog(file);
  const kept = `${file}.before-restore-${now.toISOString().replace(/[-:.]/g, '')}`;
  linkSync(file, kept);
  // The log of a database that could not be opened stays with it, and does not come over the new one.
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`);
  return kept;
}

/** What is in the log goes into the file; a damaged one is left as it is. */
function foldLog(file: string): void {
  try {
    const database = new Database(file);
    try {
      database.pragma('journal_mode = DELETE');
    } finally {
      database.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
