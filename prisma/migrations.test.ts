import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { expect, test } from 'vitest';
import { applyMigrations, diffSchema } from './engine';
import { readMigrations } from './files';

test('the migrations lead to the schema', async () => {
  expect(await diffSchema()).toBe('');
});

test('a new database gets every migration once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-migrations-'));
  try {
    const url = `file:${join(folder, 'new.db')}`;
    expect(await applyMigrations(url)).toEqual(readMigrations().migrationDirectories.map(({ path }) => path));
    expect(await applyMigrations(url)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('messages that were kept whole are kept in pieces, to the octet', async () => {
  const database = await new PrismaBetterSqlite3({ url: ':memory:' }).connect();
  const names = readMigrations().migrationDirectories.map(({ path }) => path);
  const at = names.findIndex((name) => name.endsWith('_kept_readings'));
  for (const name of names.slice(0, at)) await database.executeScript(sqlOf(name));
  const kept = [1, 524_287, 524_288, 524_289, 1_600_000].map((length) => randomBytes(length));
  const blob = (raw: Buffer, n: number) =>
    `('${n}', 'shared-${n}', 0, 0, 'bounce', X'${raw.toString('hex')}', 1)`;
  await database.executeScript(`INSERT INTO "ReportMail" VALUES ${kept.map(blob).join()}`);
  for (const name of names.slice(at)) await database.executeScript(sqlOf(name));
  const { rows } = await database.queryRaw({
    sql: `SELECT "mailId", hex("body") FROM "ReportMailPiece" ORDER BY "mailId", "n"`,
    ...{ args: [], argTypes: [] },
  });
  for (const [n, raw] of kept.entries()) {
    const pieces = rows.filter(([mailId]) => mailId === String(n)).map(([, hex]) => String(hex));
    expect(pieces.map(({ length }) => length / 2)).toHaveLength(Math.ceil(raw.length / 524_288));
    expect(raw.equals(Buffer.from(pieces.join(''), 'hex'))).toBe(true);
  }
  await database.dispose();
});

function sqlOf(name: string): string {
  const found = readMigrations().migrationDirectories.find(({ path }) => path === name);
  return found?.migrationFile.content.value ?? '';
}
