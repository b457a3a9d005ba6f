import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqliteConnections } from './connection';
import { telling } from './trouble';

let folder: string;
let file: string;
let shared: SqlDriverAdapter;
/** Another process, as far as SQLite can tell. */
let other: Database.Database;

const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });
const rows = async () => (await shared.queryRaw(sql('SELECT n FROM T ORDER BY n'))).rows.flat();
const insert = (n: number) => sql(`INSERT INTO T VALUES (${n})`);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-connection-'));
  file = join(folder, 'test.db');
  shared = await sqliteConnections(`file:${file}`).connect();
  await shared.executeScript('PRAGMA journal_mode = WAL; CREATE TABLE T (n INTEGER PRIMARY KEY)');
  other = new Database(file);
});
afterEach(async () => {
  other.close();
  await shared.dispose();
  rmSync(folder, { recursive: true });
});

test('a transaction that is undone undoes nothing of anybody else', async () => {
  const undone = await shared.startTransaction();
  await undone.executeRaw(insert(1));
  const written = shared.executeRaw(insert(2));
  const next = shared.startTransaction();
  await pause(50);
  await undone.rollback();
  await written;
  const kept = await next;
  await kept.executeRaw(insert(3));
  await kept.commit();
  expect(await rows()).toEqual([2, 3]);
});

test('while another process writes, a write waits, and nobody else does', async () => {
  other.exec('BEGIN IMMEDIATE; INSERT INTO T VALUES (1)');
  const written = shared.executeRaw(insert(2));
  expect(await rows()).toEqual([]);
  // Had anybody waited for the lock on this thread, it would have been for nothing: it is this thread that gives it back.
  other.exec('COMMIT');
  await written;
  expect(await rows()).toEqual([1, 2]);
});

test.each([
  ['busy', 'another program holds it', () => other.exec('BEGIN IMMEDIATE')],
  ['full', 'the disk is full', () => shared.executeScript('PRAGMA max_page_count = 1')],
  [
    'read-only',
    'its file, or the folder of its file, may only be read',
    () => shared.executeScript('PRAGMA query_only = 1'),
  ],
])(
  '%s: said in words, in a transaction and outside, and over when it is over',
  async (reason, words, begin) => {
    await shared.executeScript('CREATE TABLE Big (body BLOB)');
    await begin();
    const big = sql('INSERT INTO Big VALUES (zeroblob(100000))');
    const refused = {
      code: 'database-unavailable',
      fields: { reason },
      say: `The database cannot be used now: ${words}.`,
    };
    await expect(telling(shared).executeRaw(big)).rejects.toMatchObject(refused);
    const inTransaction = telling({
      async write() {
        const begun = await shared.startTransaction();
        try {
          await begun.executeRaw(big);
          await begun.commit();
        } catch (error) {
          await begun.rollback();
          throw error;
        }
      },
    });
    await expect(inTransaction.write()).rejects.toMatchObject(refused);
    if (other.inTransaction) other.exec('ROLLBACK');
    await shared.executeScript('PRAGMA query_only = 0; PRAGMA max_page_count = 1000000');
    await shared.executeRaw(big);
    const begun = await shared.startTransaction();
    await begun.commit();
  },
);

test('those who wait for a database that is held wait together, not one after the other', async () => {
  other.exec('BEGIN IMMEDIATE');
  const waiting = Array.from({ length: 5 }, () => shared.startTransaction());
  const ended = Promise.allSettled(waiting);
  await expect(waiting[0]).rejects.toThrow();
  // Whoever began to wait only now would get it.
  await pause(1_000);
  other.exec('ROLLBACK');
  expect((await ended).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
});
