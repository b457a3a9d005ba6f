import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { isPostgresql, databaseFile } from '@/lib/database-url';
import { troubleOf } from './trouble';

/** For two that begin in the same moment; who holds it holds it for long. */
const WAIT_MS = 1_000;

/** The right of one process to serve a database, until it gives it back or ends, however it ends. */
export interface InstanceLock {
  release(): void | Promise<void>;
}

interface FileLock extends InstanceLock {
  release(): void;
}

/** Another process has the right; the message is a sentence that names it. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
}

/** Takes the right to have this database for oneself. Rejects with `DatabaseInUse`, or with what the database says. */
export async function lockInstance(databaseUrl: string): Promise<InstanceLock> {
  if (!isPostgresql(databaseUrl)) return lockFile(databaseFile(databaseUrl));
  // Only whoever has PostgreSQL reads it.
  const { lockPostgresql } = await import('./postgresql/instance-lock');
  return lockPostgresql(databaseUrl);
}

/**
 * The same for a file of SQLite, which need not be there yet. It is an exclusive lock of SQLite on a file beside it,
 * which the system takes back from a process that has ended, also by `kill -9`; copies of the database may be made all the
 * while. Holds as far as locks of the file system do: not between machines on some network file systems. Throws
 * `DatabaseInUse`, or what SQLite says when the file cannot be made.
 */
export function lockFile(path: string): FileLock {
  // By whatever name it is called.
  const file = existsSync(path) ? realpathSync(path) : path;
  const holder = `${file}.pid`;
  const lock = new Database(`${file}.lock`, { timeout: WAIT_MS });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (troubleOf(error) !== 'busy') throw error;
    throw new DatabaseInUse(
      `The database ${path} is served by another mxproof (${holderIn(holder)}); end that one, or set DATABASE_URL to another file.`,
    );
  }
  tell(holder);
  return {
    release() {
      rmSync(holder, { force: true });
      lock.close();
    },
  };
}

/** For people; nothing depends on it, so a full disk does not matter here. */
function tell(holder: string): void {
  try {
    writeFileSync(holder, `process ${process.pid} on ${hostname()}, since ${new Date().toISOString()}\n`);
  } catch {
    // The next one says that it is unknown.
  }
}

function holderIn(holder: string): string {
  try {
    return readFileSync(holder, 'utf8').split('\n', 1)[0] ?? '';
  } catch {
    return 'which one is not known';
  }
}
