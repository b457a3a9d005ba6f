import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDatabaseOn, type TestDatabase } from '@/e2e/fixtures/test-database';
import { applyMigrations, isUpToDate } from '../apply';
import { POSTGRESQL_FILES } from '../files';
import { knownMigrations } from '../records';
import { diffPostgresql } from './engine';

const NAMES = knownMigrations(POSTGRESQL_FILES).map(({ name }) => name);
const [FIRST = ''] = NAMES;

let database: TestDatabase;

beforeEach(async () => {
  database = await newDatabaseOn(process.env['MXPROOF_TEST_POSTGRESQL'] ?? '');
});
afterEach(() => database.remove());

test('the migrations lead to the schema', async () => {
  expect(await diffPostgresql(database.url)).toBe('');
});

test('text is in the order of SQLite, times have their zone', async () => {
  await applyMigrations(database.url);
  const other = `SELECT "table_name" || '.' || "column_name" FROM "information_schema"."columns"
    WHERE "table_schema" = 'public' AND "table_name" <> '_prisma_migrations'`;
  expect(
    await database.run(`${other} AND "data_type" = 'text' AND "collation_name" IS DISTINCT FROM 'C'`),
  ).toEqual([]);
  expect(await database.run(`${other} AND "data_type" LIKE 'timestamp without%'`)).toEqual([]);
});

test('a new database gets every migration once, also when two start together', async () => {
  const both = await Promise.all([applyMigrations(database.url), applyMigrations(database.url)]);
  expect(both.map(({ applied }) => applied).toSorted()).toEqual([[], NAMES]);
  expect(await applyMigrations(database.url)).toEqual({ applied: [], copy: null, altered: [] });
  expect(await isUpToDate(database.url)).toBe(true);
});

test.each([
  [
    'a newer version',
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'y', '20300101000000_later', now())`,
    'was written by a newer version of mxproof (it has 20300101000000_later); start that version, or restore a copy made before.',
  ],
  [
    'another program',
    'DROP TABLE "_prisma_migrations"',
    'holds tables that are not of mxproof (Alert, AuditEntry, AuthAccount); set DATABASE_URL to another one.',
  ],
  [
    'another program that was ended in the middle',
    `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '${FIRST}'`,
    `was left in the middle of ${FIRST} by another program; restore a copy`,
  ],
])('what is of %s is refused and stays as it is', async (_, sql, words) => {
  await applyMigrations(database.url);
  await database.run(sql);
  const tables = `SELECT count(*) FROM "pg_tables" WHERE "schemaname" = 'public'`;
  const before = await database.run(tables);
  await expect(applyMigrations(database.url)).rejects.toThrow(words);
  expect(await database.run(tables)).toEqual(before);
});

test('a migration that cannot be applied leaves the database as it was', async () => {
  await database.run(`CREATE TABLE "_prisma_migrations" ("id" TEXT, "checksum" TEXT, "migration_name" TEXT,
    "finished_at" TIMESTAMPTZ, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ)`);
  await database.run(`CREATE TABLE "Setting" ("n" INTEGER)`);
  await expect(applyMigrations(database.url)).rejects.toThrow('"Setting" already exists');
  const tables = `SELECT "tablename" FROM "pg_tables" WHERE "schemaname" = 'public' ORDER BY 1`;
  expect(await database.run(tables)).toEqual(['Setting', '_prisma_migrations']);
});
