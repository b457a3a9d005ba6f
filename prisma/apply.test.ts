import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restore } from '@/lib/store/restore';
import { applyMigrations } from './apply';
import { COPIES_KEPT } from './copies';
import { statementsOf } from './half-applied';
import { contentOf, ROWS, schemaOfFile, writeOlderDatabase } from './older-database';
import { knownMigrations, MigrationRefused, planMigrations } from './records';

/** Starts that are killed at some moment; as many as `MXPROOF_TEST_KILLS` says. */
const KILLS = Number(process.env['MXPROOF_TEST_KILLS'] ?? 4);

const KNOWN = knownMigrations();
const NAMES = KNOWN.map(({ name }) => name);
/** With the tables for mail, before its messages are cut into pieces. */
const WITH_MAIL = NAMES.findIndex((name) => name.endsWith('_report_mail'));

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-migrations-'));
  file = join(folder, 'older.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const copies = () => readdirSync(folder).filter((name) => name.includes('.copy-'));

function change(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

test('a new database gets every migration once, and nothing of it is copied', async () => {
  const url = `file:${file}`;
  expect(await applyMigrations(url)).toEqual({ applied: NAMES, copy: null, altered: [] });
  expect(await applyMigrations(url)).toEqual({ applied: [], copy: null, altered: [] });
  expect(copies()).toEqual([]);
});

test('an older database keeps its rows, and stands beside as it was', async () => {
  writeOlderDatabase(file, { last: WITH_MAIL });
  const before = schemaOfFile(file);
  const { applied, copy } = await applyMigrations(`file:${file}`);
  expect(applied).toEqual(NAMES.slice(WITH_MAIL + 1));
  expect(contentOf(file)).toEqual({ integrity: 'ok', ...ROWS, octets: 1000, subjects: 20 });
  expect(schemaOfFile(copy ?? '')).toEqual(before);
  expect(copy).toMatch(/older\.db\.copy-\d{8}T\d{9}Z-before-update-from-20261126093249$/);
});

test('going back: restored, the copy is the database of the version that left it', async () => {
  writeOlderDatabase(file, { last: WITH_MAIL });
  const before = schemaOfFile(file);
  const { copy } = await applyMigrations(`file:${file}`);
  const updated = schemaOfFile(file);
  const older = KNOWN.slice(0, WITH_MAIL + 1);
  const planOfOlder = () => {
    const database = new Database(file);
    try {
      return planMigrations(database, older);
    } finally {
      database.close();
    }
  };
  expect(planOfOlder).toThrow(MigrationRefused);
  const kept = await restore(copy ?? '', file, new Date());
  expect(schemaOfFile(file)).toEqual(before);
  expect(planOfOlder()).toMatchObject({ missing: [], altered: [], half: null });
  expect(schemaOfFile(kept ?? '')).toEqual(updated);
  // And forth again.
  expect((await applyMigrations(`file:${file}`)).applied).toEqual(NAMES.slice(WITH_MAIL + 1));
});

test('only the newest copies are kept', async () => {
  writeOlderDatabase(file, { last: 0 });
  for (let n = 0; n < COPIES_KEPT + 2; n++) copyFileSync(file, `${file}.copy-2026010${n}T000000Z-before`);
  copyFileSync(file, `${file}.copy-20260101T000000Z-before.partial`);
  const { copy } = await applyMigrations(`file:${file}`);
  expect(copies()).toHaveLength(COPIES_KEPT);
  expect(copies().at(-1)).toBe(copy?.slice(folder.length + 1));
});

test.each([
  [
    'a newer version',
    `INSERT INTO "_prisma_migrations" VALUES ('x', 'y', '2030', '20300101000000_later', NULL, NULL, '2030', 1)`,
    'was written by a newer version of mxproof (it has 20300101000000_later); start that version, or restore a copy made before.',
  ],
  [
    'another program',
    'DROP TABLE "_prisma_migrations"',
    'holds tables that are not of mxproof (Check, CheckEvent, Evidence); set DATABASE_URL to another file.',
  ],
  [
    'an older version that was killed, where nobody can tell what it has done',
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('half', '', '${NAMES[1] ?? ''}');
     CREATE TABLE "Other" ("n")`,
    `was left in the middle of ${NAMES[1] ?? ''} by an older version of mxproof, and cannot be finished`,
  ],
])('what is of %s is refused and stays as it is', async (_, sql, words) => {
  writeOlderDatabase(file, { last: 0 });
  change(sql);
  const before = schemaOfFile(file);
  await expect(applyMigrations(`file:${file}`)).rejects.toThrow(words);
  expect(schemaOfFile(file)).toEqual(before);
});

test('a migration that was applied in another form is told', async () => {
  writeOlderDatabase(file, { last: KNOWN.length - 1 });
  change(`UPDATE "_prisma_migrations" SET "checksum" = 'other' WHERE "migration_name" = '${NAMES[0] ?? ''}'`);
  expect(await applyMigrations(`file:${file}`)).toMatchObject({ applied: [], altered: [NAMES[0]] });
});

test('a migration that cannot be applied leaves the database as it was', async () => {
  writeOlderDatabase(file, { last: 0 });
  // Of a migration after the next one.
  change('CREATE TABLE "_x" ("n"); CREATE INDEX "Mail_at_id_idx" ON "_x"("n")');
  const before = schemaOfFile(file);
  await expect(applyMigrations(`file:${file}`)).rejects.toThrow('Mail_at_id_idx');
  expect(schemaOfFile(file)).toEqual(before);
});

/** Versions that applied statement by statement knew the first five. */
const STEPS = KNOWN.slice(0, 5).flatMap(({ name, sql }, n) =>
  Array.from({ length: statementsOf(sql).length + 1 }, (_, statements) => ({
    name,
    last: n - 1,
    statements,
  })),
);

test.each(STEPS)(
  '$name, killed by an older version after $statements statements, is finished',
  async (step) => {
    writeOlderDatabase(file, step);
    await applyMigrations(`file:${file}`);
    const [rows, octets] = [step.last >= 0, step.last >= WITH_MAIL];
    expect(contentOf(file)).toEqual({
      integrity: 'ok',
      ...(rows ? ROWS : { Check: 0, Evidence: 0, Note: 0 }),
      octets: octets ? 1000 : 0,
      subjects: octets ? 20 : 0,
    });
    const anew = join(folder, 'new.db');
    await applyMigrations(`file:${anew}`);
    expect(schemaOfFile(file)).toEqual(schemaOfFile(anew));
    expect((await applyMigrations(`file:${file}`)).applied).toEqual([]);
  },
);

test(`killed ${KILLS} times while it migrates, it has everything in the end`, async () => {
  const messageOctets = 40_000_000;
  const original = join(folder, 'original.db');
  writeOlderDatabase(original, { last: WITH_MAIL, messageOctets });
  copyFileSync(original, file);
  const needed = await migrateElsewhere();
  for (let n = 0; n < KILLS; n++) {
    for (const name of readdirSync(folder)) if (name !== 'original.db') rmSync(join(folder, name));
    copyFileSync(original, file);
    await migrateElsewhere((needed * (n + Math.random())) / KILLS);
    await applyMigrations(`file:${file}`);
    expect(contentOf(file)).toEqual({ integrity: 'ok', ...ROWS, octets: messageOctets, subjects: 20 });
  }
});

/** In a process that is killed after this time; the milliseconds that it took. */
async function migrateElsewhere(killAfterMs?: number): Promise<number> {
  const begun = performance.now();
  const program = spawn(process.execPath, ['--import', 'tsx', 'prisma/migrate.ts', 'apply'], {
    env: { ...process.env, DATABASE_URL: `file:${file}` },
    stdio: 'ignore',
  });
  const ended = once(program, 'exit');
  if (killAfterMs !== undefined) await Promise.race([ended, pause(killAfterMs)]);
  if (killAfterMs !== undefined) program.kill('SIGKILL');
  await ended;
  return performance.now() - begun;
}
