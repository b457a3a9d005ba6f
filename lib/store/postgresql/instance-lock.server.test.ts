import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTestDatabase, type TestDatabase } from '@/e2e/fixtures/test-database';
import { DatabaseInUse, lockInstance } from '../instance-lock';
import { withClient } from './client';

let database: TestDatabase;

beforeAll(async () => {
  database = await newTestDatabase();
});
afterAll(() => database.remove());

test('one at a time, and of each database', async () => {
  const first = await lockInstance(database.url);
  await expect(lockInstance(database.url)).rejects.toThrow(DatabaseInUse);
  await expect(lockInstance(database.url)).rejects.toThrow(
    new RegExp(
      `^The database test_\\d+_\\d+ on 127\\.0\\.0\\.1, port \\d+ is served by another mxproof \\(process ${process.pid} on .+, since \\d{4}-[^)]+\\); end that one`,
    ),
  );
  const other = await newTestDatabase();
  await (await lockInstance(other.url)).release();
  await other.remove();
  await first.release();
  await (await lockInstance(database.url)).release();
});

test('a process that is killed has it no more', async () => {
  const script = `import { lockInstance } from './lib/store/instance-lock.ts';
    globalThis.lock = await lockInstance(${JSON.stringify(database.url)}); console.log('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(other, 'exit');
  await once(other.stdout, 'data');
  await expect(lockInstance(database.url)).rejects.toThrow(`(process ${other.pid ?? ''} on `);
  other.kill('SIGKILL');
  await ended;
  await (await lockInstance(database.url)).release();
});

/** As a server does that is started again. */
const CUT_OFF = `SELECT pg_terminate_backend("pid") FROM "pg_locks" WHERE "locktype" = 'advisory' AND "granted"
  AND "database" = (SELECT "oid" FROM "pg_database" WHERE "datname" = current_database())`;

test('who was cut off takes it again', async () => {
  const lock = await lockInstance(database.url);
  await database.run(CUT_OFF);
  const taken = () =>
    lockInstance(database.url).then(
      async (other) => {
        await other.release();
        return false;
      },
      () => true,
    );
  await expect.poll(taken, { timeout: 10_000 }).toBe(true);
  await lock.release();
});

test('who was cut off and finds somebody else is told', async () => {
  let tell = (_: DatabaseInUse): void => undefined;
  const lost = new Promise<DatabaseInUse>((resolve) => (tell = resolve));
  await lockInstance(database.url, tell);
  await withClient(database.url, async (other) => {
    const waits = other.query('SELECT pg_advisory_lock(6982700)');
    await database.run(CUT_OFF);
    await waits;
    expect(await lost).toBeInstanceOf(DatabaseInUse);
  });
});
