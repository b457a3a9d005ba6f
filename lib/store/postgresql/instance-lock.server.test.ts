import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTestDatabase, type TestDatabase } from '@/e2e/fixtures/test-database';
import { DatabaseInUse, lockInstance } from '../instance-lock';
import { withClient } from './client';
import { takeShared } from './instance-lock';

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

test('many serve it beside each other, and then nobody has it alone', async () => {
  await withClient(database.url, (one) =>
    withClient(database.url, async (other) => {
      await takeShared(one, database.url);
      await takeShared(other, database.url);
      await expect(lockInstance(database.url)).rejects.toThrow(DatabaseInUse);
    }),
  );
  const alone = await lockInstance(database.url);
  await withClient(database.url, (one) =>
    expect(takeShared(one, database.url)).rejects.toThrow(`(process ${process.pid} on `),
  );
  await alone.release();
});
