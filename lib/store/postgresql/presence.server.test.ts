import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTestDatabase, type TestDatabase } from '@/e2e/fixtures/test-database';
import { withClient } from './client';
import { openPresence, type Presence } from './presence';

let database: TestDatabase;

beforeAll(async () => {
  database = await newTestDatabase();
});
afterAll(() => database.remove());

/** As a server does that is started again. */
const CUT_OFF = `SELECT pg_terminate_backend("pid") FROM "pg_locks" WHERE "locktype" = 'advisory' AND "granted"
  AND "database" = (SELECT "oid" FROM "pg_database" WHERE "datname" = current_database())`;

/** What a process hears. */
interface Heard {
  presence: Presence;
  news: string[];
  backs: number;
  lost: string[];
}

async function join(mayKeepTime = true): Promise<Heard> {
  const heard: Omit<Heard, 'presence'> = { news: [], backs: 0, lost: [] };
  const presence = await openPresence(database.url, {
    mayKeepTime,
    onEvents: (id) => heard.news.push(`events ${id}`),
    onNews: (word, about) => heard.news.push(`${word} ${about}`),
    onBack: () => heard.backs++,
    onTime: (isOurs) => heard.news.push(`time ${isOurs}`),
    onLost: (error) => heard.lost.push(error.message),
  });
  return Object.assign(heard, { presence });
}

const TIMEOUT = { timeout: 10_000 };

test('one keeps the time; when it leaves, another one does, unless it may not', async () => {
  const first = await join();
  await expect.poll(() => first.presence.keepsTime(), TIMEOUT).toBe(true);
  const [none, second] = [await join(false), await join()];
  expect([none, second].map(({ presence }) => presence.keepsTime())).toEqual([false, false]);
  await first.presence.leave();
  await expect.poll(() => second.presence.keepsTime(), TIMEOUT).toBe(true);
  expect([first.news, none.presence.keepsTime()]).toEqual([['time true', 'time false'], false]);
  await Promise.all([none.presence.leave(), second.presence.leave()]);
});

test('who was cut off hears again, and of the time that it has lost', async () => {
  const one = await join();
  await expect.poll(() => one.presence.keepsTime(), TIMEOUT).toBe(true);
  await database.run(CUT_OFF);
  await expect.poll(() => one.backs, TIMEOUT).toBe(1);
  await expect.poll(() => one.news, TIMEOUT).toEqual(['time true', 'time false', 'time true']);
  await database.run(`SELECT pg_notify('mxproof_events', 'id:7'), pg_notify('mxproof_news', 'ended id')`);
  await expect.poll(() => one.news.slice(3), TIMEOUT).toEqual(['events id', 'ended id']);
  await one.presence.leave();
});

test('who comes back to a database of another version is told so, and so is who finds it with somebody alone', async () => {
  const one = await join(false);
  await database.run(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', '', '99990101000000_newer')`,
  );
  await database.run(CUT_OFF);
  await expect
    .poll(() => one.lost, TIMEOUT)
    .toEqual([
      expect.stringMatching(
        /^The database test_\S+ on 127\.0\.0\.1, port \d+ was changed by another version of mxproof while/,
      ),
    ]);
  const other = await join(false);
  await withClient(database.url, async (alone) => {
    const waits = alone.query('SELECT pg_advisory_lock(6982700)');
    await database.run(CUT_OFF);
    await waits;
    await expect.poll(() => other.lost, TIMEOUT).toEqual([expect.stringContaining('is served by another')]);
  });
  await Promise.all([one.presence.leave(), other.presence.leave()]);
});
