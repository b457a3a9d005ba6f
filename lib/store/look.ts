import Database from 'better-sqlite3';

/** How long it waits for a writer. */
const BUSY_MS = 5_000;

export interface Look {
  bytes: number;
  /** Of these, what is free to be used again. */
  freeBytes: number;
  checks: number;
  mails: number;
  /** When the last check was made. */
  newest: Date | null;
  /** What SQLite finds wrong, the first of it; null when the file is whole. */
  damage: string | null;
}

/**
 * Looks into a database without Prisma and without changing it: whether it is whole, whether the right to write can be had, and how
 * much is in it. Throws what SQLite says when it cannot be opened, read or written.
 */
export function look(file: string): Look {
  const database = new Database(file, { timeout: BUSY_MS, fileMustExist: true });
  try {
    const one = (sql: string) => database.prepare<[]>(sql).pluck().get();
    const found = one('PRAGMA quick_check(1)');
    database.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK');
    const size = Number(one('PRAGMA page_size'));
    const isMade = one(`SELECT count(*) FROM sqlite_master WHERE name IN ('Check', 'Mail')`) === 2;
    const newest = isMade ? one('SELECT max("createdAt") FROM "Check"') : null;
    return {
      bytes: Number(one('PRAGMA page_count')) * size,
      freeBytes: Number(one('PRAGMA freelist_count')) * size,
      checks: isMade ? Number(one('SELECT count(*) FROM "Check"')) : 0,
      mails: isMade ? Number(one('SELECT count(*) FROM "Mail"')) : 0,
      newest: newest === null || newest === undefined ? null : new Date(newest as string),
      damage: found === 'ok' ? null : String(found),
    };
  } finally {
    database.close();
  }
}
