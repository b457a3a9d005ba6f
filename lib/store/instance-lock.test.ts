import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from './back-up';
import { DatabaseInUse, lockFile } from './instance-lock';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-lock-'));
  file = join(folder, 'test.db');
  new Database(file).exec('CREATE TABLE T (n)').close();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('one at a time, by whatever name the file is called', () => {
  const alias = join(folder, 'alias.db');
  symlinkSync(file, alias);
  const first = lockFile(file);
  for (const name of [file, alias]) expect(() => lockFile(name)).toThrow(DatabaseInUse);
  expect(() => lockFile(file)).toThrow(
    new RegExp(
      `is served by another mxproof \\(process ${process.pid} on .+, since \\d{4}-[^)]+\\); end that one`,
    ),
  );
  first.release();
  expect(existsSync(`${file}.pid`)).toBe(false);
  lockFile(alias).release();
});

test('copies are made all the while', async () => {
  const lock = lockFile(file);
  await backUp(file, join(folder, 'copy.db'));
  lock.release();
});

test('a process that is killed has it no more', async () => {
  const script = `import { lockFile } from './lib/store/instance-lock.ts';
    globalThis.lock = lockFile(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(other, 'exit');
  await once(other.stdout, 'data');
  expect(() => lockFile(file)).toThrow(`(process ${other.pid ?? ''} on `);
  other.kill('SIGKILL');
  await ended;
  lockFile(file).release();
});
