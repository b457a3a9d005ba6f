import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { databaseName } from '@/lib/database-url';
import { withClient } from '@/lib/store/postgresql/client';
import { migrateJobs } from '@/lib/store/postgresql/jobs';
import type { MigratedDatabase } from '../apply';
import { POSTGRESQL_FILES } from '../files';
import {
  knownMigrations,
  type MigrationPlan,
  type MigrationRecord,
  MigrationRefused,
  planOf,
} from '../records';
import { type DatabaseServer, serverProblem } from './server-problem';

/** As Prisma makes it, so that its own tools know the database. */
const RECORDS = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** Two that start at once take turns; any number will do. */
const TURN = 6_982_701;

/**
 * Brings a database of PostgreSQL up to date, or leaves it as it was: all that it lacks is one transaction. No copy is made: that is
 * for its own programs. Rejects with `MigrationRefused`, or with what the server says.
 */
export async function applyToPostgresql(url: string): Promise<MigratedDatabase> {
  const name = databaseName(url);
  await withClient(url, (client) => lookAtServer(client, name));
  const migrated = await withClient(url, (client) => applyMissing(client, name));
  await migrateJobs(url);
  return migrated;
}

async function applyMissing(client: Client, name: string): Promise<MigratedDatabase> {
  await client.query('BEGIN');
  // It ends with the connection, and with it what is not committed.
  await client.query('SELECT pg_advisory_xact_lock($1)', [TURN]);
  const { missing, altered } = await planIn(client, name);
  if (missing.length > 0) await client.query(RECORDS);
  for (const { name: migration, checksum, sql } of missing) {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, migration],
    );
  }
  await lookAtRights(client);
  await client.query('COMMIT');
  return { applied: missing.map((migration) => migration.name), copy: null, altered };
}

/** Whether it has all migrations of this version. Rejects with `MigrationRefused` when a newer one wrote it. */
export function isPostgresqlUpToDate(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { missing } = await planIn(client, databaseName(url));
    return missing.length === 0 && (await hasJobs(client));
  });
}

async function planIn(client: Client, name: string): Promise<MigrationPlan> {
  const plan = planOf(name, await readRecords(client, name), knownMigrations(POSTGRESQL_FILES));
  if (plan.half !== null)
    throw new MigrationRefused(
      `The database ${name} was left in the middle of ${plan.half.name} by another program; restore a copy (docs/operation.md).`,
    );
  return plan;
}

async function hasJobs(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS "isThere"`,
  );
  return rows[0]?.isThere === true;
}

/** Those that somebody has undone are left out. Rejects with `MigrationRefused` for a database of somebody else. */
async function readRecords(client: Client, name: string): Promise<MigrationRecord[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT "tablename" AS "name" FROM "pg_tables" WHERE "schemaname" = 'public' ORDER BY 1`,
  );
  if (tables.length === 0) return [];
  if (!tables.some((table) => table.name === '_prisma_migrations'))
    throw new MigrationRefused(
      `The database ${name} holds tables that are not of mxproof (${tables
        .slice(0, 3)
        .map((table) => table.name)
        .join(', ')}); set DATABASE_URL to another one.`,
    );
  const { rows } = await client.query<MigrationRecord>(
    `SELECT "id", "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "isFinished"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`,
  );
  return rows;
}

/** Rejects with `MigrationRefused` when it is none that mxproof can use. */
async function lookAtServer(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<DatabaseServer>(
    `SELECT current_setting('server_version_num')::int AS "version", current_setting('server_version') AS "words",
       current_setting('server_encoding') AS "encoding"`,
  );
  const [server] = rows;
  const problem = server === undefined ? null : serverProblem(server, name);
  if (problem !== null) throw new MigrationRefused(problem);
}

/** Whether what is there can be written, which else the first check would find out; it is undone. */
async function lookAtRights(client: Client): Promise<void> {
  await client.query('SAVEPOINT "look"');
  await client.query(
    `WITH "written" AS (INSERT INTO "Setting" ("name", "value") VALUES ('', '') RETURNING 1),
       "removed" AS (DELETE FROM "Pulse" WHERE "name" = '' RETURNING 1),
       "changed" AS (UPDATE "Check" SET "status" = '' WHERE "id" = '' RETURNING 1)
     SELECT 1`,
  );
  await client.query('ROLLBACK TO "look"');
}
