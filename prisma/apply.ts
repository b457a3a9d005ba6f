import Database from 'better-sqlite3';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { copyBeforeMigration } from './copies';
import { finishHalfApplied } from './half-applied';
import {
  createRecords,
  knownMigrations,
  type Migration,
  type MigrationPlan,
  MigrationRefused,
  planMigrations,
  recordApplied,
} from './records';

/** How long a start waits for another program that writes into the database. */
const WAIT_MS = 10_000;

/** What was done with a database. */
export interface MigratedDatabase {
  /** Names of the migrations that it did not have. */
  applied: string[];
  /** As it was before; null when there was nothing to change, or nothing in it. */
  copy: string | null;
  /** Names of migrations that it has in another form than this version. */
  altered: string[];
}

/**
 * Brings a database up to date, or leaves it as it was: all that it lacks is one transaction, and whatever ends the process
 * on the way, the next start finds either everything or nothing of it. A copy of a file is made before. Rejects with
 * `MigrationRefused`, or with what the database or the file system says.
 */
export async function applyMigrations(databaseUrl: string): Promise<MigratedDatabase> {
  if (!isPostgresql(databaseUrl)) return applyToFile(databaseFile(databaseUrl));
  const { applyToPostgresql } = await import('./postgresql/apply');
  return applyToPostgresql(databaseUrl);
}

async function applyToFile(file: string): Promise<MigratedDatabase> {
  const database = new Database(file, { timeout: WAIT_MS });
  try {
    // Whether it can be written is found out here, before anything is served; to begin alone is permitted with any file.
    database.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK');
    const known = knownMigrations();
    const { applied, missing, half, altered } = planMigrations(database, known);
    if (missing.length === 0) return { applied: [], copy: null, altered };
    const isNew = applied.length === 0 && half === null;
    const copy = isNew ? null : await copyBeforeMigration(file, applied.at(-1) ?? null, new Date());
    database.pragma('synchronous = FULL');
    // As SQLite has it (https://sqlite.org/lang_altertable.html): tables are made anew without their references, which are looked at in the end.
    database.pragma('foreign_keys = OFF');
    database
      .transaction(() => applyMissing(database, planMigrations(database, known), known, copy))
      .exclusive();
    return { applied: missing.map(({ name }) => name), copy, altered };
  } finally {
    database.close();
  }
}

/** Whether a database has all migrations of this version. Rejects with `MigrationRefused` when a newer one wrote it. */
export async function isUpToDate(databaseUrl: string): Promise<boolean> {
  if (isPostgresql(databaseUrl))
    return (await import('./postgresql/apply')).isPostgresqlUpToDate(databaseUrl);
  const database = new Database(databaseFile(databaseUrl), { readonly: true, timeout: WAIT_MS });
  try {
    return planMigrations(database, knownMigrations()).missing.length === 0;
  } finally {
    database.close();
  }
}

function applyMissing(
  database: Database.Database,
  { missing, half }: MigrationPlan,
  known: readonly Migration[],
  copy: string | null,
): void {
  createRecords(database);
  const dangling = danglingReferences(database);
  for (const migration of missing) {
    const startedAt = new Date();
    if (migration.name !== half?.name) database.exec(migration.sql);
    else if (!finishHalfApplied(database, migration, known.slice(0, known.indexOf(migration))))
      throw new MigrationRefused(
        `The database ${database.name} was left in the middle of ${migration.name} by an older version of mxproof, and cannot be finished; restore a copy made before that, or send this one to whoever helps you: ${copy ?? database.name}.`,
      );
    recordApplied(database, migration, startedAt);
  }
  if (danglingReferences(database) > dangling)
    throw new Error('a migration leaves rows that refer to what is not there');
}

/** Rows that refer to what is not there. */
function danglingReferences(database: Database.Database): number {
  return (database.pragma('foreign_key_check') as unknown[]).length;
}
