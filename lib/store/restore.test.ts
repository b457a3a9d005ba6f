import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations } from '@/prisma/apply';
import { backUp } from './back-up';
import { DatabaseInUse, lockFile } from './instance-lock';
import { restore } from './restore';

const NOW = new Date('2026-11-29T10:00:00Z');

let folder: string;
let file: string;
let copy: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-restore-'));
  [file, copy] = [join(folder, 'test.db'), join(folder, 'copy.db')];
  await applyMigrations(`file:${file}`);
  note(file, 'first');
  await backUp(file, copy);
  note(file, 'second');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function note(path: string, id: string): void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database
    .prepare(`INSERT INTO "Note" ("id", "domain", "createdAt", "text") VALUES (?, 'a.example', 0, '')`)
    .run(id);
  database.close();
}

function notes(path: string): unknown[] {
  const database = new Database(path);
  const ids = database.prepare('SELECT "id" FROM "Note"').pluck().all();
  database.close();
  return ids;
}

test('the copy takes the place of the database, which is kept with all it had', async () => {
  // Killed with its newest row in the log.
  const held = new Database(file);
  held
    .prepare(`INSERT INTO "Note" ("id", "domain", "createdAt", "text") VALUES ('third', 'a.example', 0, '')`)
    .run();
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, join(folder, `killed.db${end}`));
  held.close();
  const killed = join(folder, 'killed.db');
  const kept = await restore(copy, killed, NOW);
  expect(notes(killed)).toEqual(['first']);
  expect(notes(kept ?? '')).toEqual(['first', 'second', 'third']);
  expect(notes(copy)).toEqual(['first']);
});

test('a database that is damaged is replaced and kept as it is, and so is none', async () => {
  writeFileSync(file, 'this is no database, however long it may be'.repeat(40));
  const damaged = readFileSync(file);
  const kept = await restore(copy, file, NOW);
  expect(notes(file)).toEqual(['first']);
  expect(readFileSync(kept ?? '')).toEqual(damaged);
  rmSync(file);
  expect(await restore(copy, file, NOW)).toBeNull();
  expect(notes(file)).toEqual(['first']);
});

test.each([
  ['is not there', () => rmSync(copy), 'There is no file'],
  ['is no database', () => writeFileSync(copy, 'text'.repeat(1000)), 'is damaged, or no database'],
  [
    'is of another program',
    () => {
      rmSync(copy);
      new Database(copy).exec('CREATE TABLE T (n)').close();
    },
    'is no database of mxproof.',
  ],
  [
    'is damaged',
    () => {
      const bytes = readFileSync(copy);
      writeFileSync(copy, bytes.fill(0xff, 4096 * 3, 4096 * 4));
    },
    'is damaged',
  ],
])('a copy that %s: nothing is changed', async (_, spoil, words) => {
  spoil();
  await expect(restore(copy, file, NOW)).rejects.toThrow(words);
  expect(notes(file)).toEqual(['first', 'second']);
  expect(existsSync(`${file}.restored`)).toBe(false);
});

test('on another machine there is neither database nor folder', async () => {
  const elsewhere = join(folder, 'data', 'mxproof', 'test.db');
  expect(await restore(copy, elsewhere, NOW)).toBeNull();
  expect(notes(elsewhere)).toEqual(['first']);
});

test('while mxproof serves: nothing is changed', async () => {
  const lock = lockFile(file);
  await expect(restore(copy, file, NOW)).rejects.toThrow(DatabaseInUse);
  lock.release();
  expect(notes(file)).toEqual(['first', 'second']);
});
