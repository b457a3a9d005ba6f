import { createHash, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type DatabaseFiles, readMigrations, SQLITE_FILES } from './files';

/** A migration of this version. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of its file, in hexadecimal, as Prisma takes it. */
  checksum: string;
}

/** What the database says of a migration. */
export interface MigrationRecord {
  id: string;
  name: string;
  checksum: string;
  isFinished: boolean;
}

/** What is to be done with a database. */
export interface MigrationPlan {
  applied: string[];
  missing: Migration[];
  /** Begun by a version that did not migrate in one transaction, and never finished; the first of those that are missing. */
  half: (Migration & { recordId: string }) | null;
  /** Applied in another form than this version has. */
  altered: string[];
}

/** A database that this version does not touch; the message is a sentence that says what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** As Prisma makes it, so that its own tools know the database. */
const RECORDS = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`;

/** In the order in which they are applied. */
export function knownMigrations(files: DatabaseFiles = SQLITE_FILES): Migration[] {
  return readMigrations(files).migrationDirectories.map(({ path: name, migrationFile }) => {
    const sql = migrationFile.content.value;
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Compares what the database has with what this version knows. Throws `MigrationRefused`. */
export function planMigrations(database: Database, known: readonly Migration[]): MigrationPlan {
  return planOf(database.name, readRecords(database), known);
}

/** The same of what the database of this name says of its migrations. */
export function planOf(
  database: string,
  records: readonly MigrationRecord[],
  known: readonly Migration[],
): MigrationPlan {
  const newer = records.filter(({ name }) => !known.some((migration) => migration.name === name));
  if (newer.length > 0)
    throw new MigrationRefused(
      `The database ${database} was written by a newer version of mxproof (it has ${newer.map(({ name }) => name).join(', ')}); start that version, or restore a copy made before.`,
    );
  const finished = records.filter(({ isFinished }) => isFinished);
  const missing = known.filter(({ name }) => !finished.some((record) => record.name === name));
  const begun = records.find(
    ({ isFinished, name }) => !isFinished && missing.some((migration) => migration.name === name),
  );
  const [first] = missing;
  if (begun !== undefined && begun.name !== first?.name)
    throw new MigrationRefused(
      `The database ${database} has migrations in an order that no version of mxproof makes (${begun.name} before ${first?.name ?? ''}); restore a copy.`,
    );
  return {
    applied: finished.map(({ name }) => name),
    missing,
    half: begun === undefined || first === undefined ? null : { ...first, recordId: begun.id },
    altered: finished.flatMap(({ name, checksum }) =>
      known.some((migration) => migration.name === name && migration.checksum !== checksum) ? [name] : [],
    ),
  };
}

/** Writes down that this migration was applied; a record of it that was never finished is told as undone. */
export function recordApplied(database: Database, { name, checksum }: Migration, startedAt: Date): void {
  database
    .prepare('UPDATE "_prisma_migrations" SET "rolled_back_at" = ? WHERE "migration_name" = ?')
    .run(stamp(new Date()), name);
  database
    .prepare(
      `INSERT INTO "_prisma_migrations"
         ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
         VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, name, stamp(startedAt), stamp(new Date()));
}

export function createRecords(database: Database): void {
  database.exec(RECORDS);
}

/** Those that somebody has undone are left out. Throws `MigrationRefused` for a database of somebody else. */
function readRecords(database: Database): MigrationRecord[] {
  const tables = database
    .prepare<[], string>(
      `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all();
  if (tables.length === 0) return [];
  if (!tables.includes('_prisma_migrations'))
    throw new MigrationRefused(
      `The database ${database.name} holds tables that are not of mxproof (${tables.slice(0, 3).join(', ')}); set DATABASE_URL to another file.`,
    );
  const rows = database
    .prepare<[], { id: string; name: string; checksum: string; finishedAt: string | null }>(
      `SELECT "id", "migration_name" AS "name", "checksum", "finished_at" AS "finishedAt"
         FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`,
    )
    .all();
  return rows.map(({ finishedAt, ...row }) => ({ ...row, isFinished: finishedAt !== null }));
}

/** As Prisma writes times there. */
function stamp(at: Date): string {
  return at.toISOString().replace('Z', '+00:00');
}
