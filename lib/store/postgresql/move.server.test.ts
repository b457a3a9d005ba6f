import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { frozenChecks, keepFrozen } from '@/e2e/fixtures/frozen-checks';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { SEARCH_KINDS } from '@/lib/search/entry';
import { databaseFile } from '@/lib/database-url';
import { newCheckId } from '../check-id';
import { lockFile } from '../instance-lock';
import { moveDatabase } from './move';

const AT = new Date('2026-11-29T10:11:12.345Z');
const MAIL = newCheckId();

let source: TestStore;
let target: TestStore;
let checks: string[];

beforeEach(async () => {
  source = await openTestStore(null);
  target = await openTestStore();
  const { store } = source;
  checks = [];
  for (const frozen of frozenChecks(SCHEMA_VERSION)) checks.push(await keepFrozen(store, frozen));
  const note = { domain: 'a.example', createdAt: AT, writtenAt: AT, writtenBy: 'ada', checkId: null };
  await store.writeNote({ ...note, id: 'b', text: 'second\0 Bücher' });
  await store.writeNote({ ...note, id: 'a', text: 'first' });
  const mail = { id: MAIL, sharedId: newCheckId(), createdAt: AT, at: AT, kind: 'bounce' } as const;
  const reading = { rulesVersion: 0, reading: null, sharedReading: null, subjects: [] };
  await store.keepMail({ ...mail, ...reading, raw: Buffer.from('To: \0\xff\r\n'.repeat(200_000), 'latin1') });
  await store.note({ at: AT, who: null, address: '192.0.2.1', action: 'signed-in', object: 'x' });
  await store.addAccount({ email: 'ada@a.example', role: 'admin', at: AT });
});
afterEach(async () => {
  await source.close();
  await target.close();
});

const move = () => moveDatabase(databaseFile(source.url), target.url, () => undefined);

test('everything is there, and goes on from there', async () => {
  const { rows, verified, damaged } = await move();
  expect({
    checks: rows['Check'],
    notes: rows['Note'],
    accounts: rows['AuthUser'],
    verified,
    damaged,
  }).toEqual({
    checks: checks.length,
    notes: 2,
    accounts: 1,
    verified: checks.length,
    damaged: [],
  });
  const [from, to] = [source.store, target.store];
  for (const id of checks) expect(await to.read(id)).toEqual(await from.read(id));
  expect(await to.list({ limit: 100 })).toEqual(await from.list({ limit: 100 }));
  expect(await to.readMessage(MAIL)).toEqual(await from.readMessage(MAIL));
  expect(await to.accounts(AT)).toEqual(await from.accounts(AT));
  expect((await to.readNote('b'))?.text).toBe('second\u2400 Bücher');
  const query = { words: ['bucher'], quoted: [], kinds: SEARCH_KINDS, before: null, limit: 9 };
  expect((await to.search(query)).map(({ objectId }) => objectId)).toEqual(['b']);
  // Numbers that the database gives do not come twice.
  await to.note({ at: AT, who: null, address: '192.0.2.1', action: 'signed-out', object: 'y' });
  expect((await to.auditPage(9)).items.map(({ object }) => object)).toEqual(['y', 'x']);
});

test('evidence that was damaged before is moved as it is, and named', async () => {
  const [first = ''] = checks;
  await source.run('UPDATE "Evidence" SET "body" = ? WHERE "checkId" = ?', [Buffer.from('x'), first]);
  expect(await move()).toMatchObject({ verified: checks.length - 1, damaged: [first] });
});

test('into a database that holds something nothing is moved', async () => {
  await target.store.addAccount({ email: 'bob@a.example', role: null, at: AT });
  await expect(move()).rejects.toThrow('There is something in its table AuthUser already.');
  expect((await target.store.list({ limit: 1 })).items).toEqual([]);
});

test('what cannot be taken leaves the target as it was', async () => {
  await source.run(`UPDATE "Check" SET "createdAt" = 'no time' WHERE "id" = ?`, [checks.at(-1) ?? '']);
  await expect(move()).rejects.toThrow('Invalid time value');
  expect((await target.store.list({ limit: 1 })).items).toEqual([]);
});

function command(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/move.ts', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { said: stdout + stderr, status };
}

test.each<[string, () => string[], string]>([
  [
    'no target',
    () => ['x.db'],
    'mxproof: Say from where and where to: npm run db:move -- FILE postgresql://',
  ],
  ['no source', () => ['/none.db', target.url], 'mxproof: There is no database /none.db.\n'],
  ['an older source', () => [older(), target.url], 'is of an older version: start this version on it once'],
  ['no server', () => [source.url, 'postgresql://127.0.0.1:1/x'], 'its server does not answer; start it'],
])('%s: a sentence, and the exit code 1', (_, args, words) => {
  const { said, status } = command(...args());
  expect(said).toContain(words);
  expect(status).toBe(1);
});

test('a source that is served is not moved; else the command tells what to do next', () => {
  const lock = lockFile(databaseFile(source.url));
  expect(command(source.url, target.url)).toMatchObject({
    said: expect.stringContaining('is served by another mxproof'),
    status: 1,
  });
  lock.release();
  const { said, status } = command(source.url, target.url);
  expect(said).toMatch(
    new RegExp(`the evidence of ${checks.length} checks has its digest\\.\\nmxproof: Now set DATABASE_URL`),
  );
  expect(status).toBe(0);
});

/** A file without the last migration. */
function older(): string {
  const file = databaseFile(source.url);
  void source.run(
    `DELETE FROM "_prisma_migrations" WHERE "migration_name" = (SELECT max("migration_name") FROM "_prisma_migrations")`,
  );
  return file;
}
