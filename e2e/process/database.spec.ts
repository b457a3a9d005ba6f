import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { applyMigrations } from '@/prisma/apply';
import { freePort } from '../free-port';
import { overwriteRoot } from './damage';
import { serve, START } from './serve';

/** A program as it is started by somebody for whom the rights of files count, which they do not for root (capabilities(7)). */
const BOUND_BY_RIGHTS = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override'] : [];

let folder: string;
let file: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-database-'));
  file = join(folder, 'test.db');
  await applyMigrations(`file:${file}`);
  change('PRAGMA journal_mode = WAL');
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function change(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

async function startToEnd(by: readonly string[] = []): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, PORT: String(await freePort()), DATABASE_URL: `file:${file}` };
  return new Promise((resolve) => {
    const [program = '', ...args] = [...by, process.execPath, ...START];
    const child = execFile(program, args, { env }, (_, __, stderr) => {
      resolve({ code: child.exitCode, said: stderr.trim() });
    });
  });
}

const unusable = (why: string) => ({
  code: 1,
  said: `mxproof: The database ${file} cannot be used: ${why}.`,
});

test('a second mxproof on the same file does not start; a killed one is in nobody’s way', async () => {
  const env = { PORT: String(await freePort()), DATABASE_URL: `file:${file}` };
  const first = await serve(env);
  try {
    const { code, said } = await startToEnd();
    expect(said).toMatch(
      /^mxproof: The database \S+ is served by another mxproof \(process \d+ on [^\n]+, since [^\n]+\); end that one, or set DATABASE_URL to another file\.$/,
    );
    expect(code).toBe(1);
  } finally {
    await first.kill();
  }
  const next = await serve({ ...env, PORT: String(await freePort()) });
  await next.kill();
});

test('another program that writes', async () => {
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  expect(await startToEnd()).toEqual(
    unusable('another program holds it; end what writes into it, and start again'),
  );
  other.close();
});

test('a file that may only be read', async () => {
  chmodSync(file, 0o444);
  expect(await startToEnd(BOUND_BY_RIGHTS)).toEqual(
    unusable(
      'its file, or the folder of its file, may only be read; give mxproof the right to write both, or set DATABASE_URL to another file',
    ),
  );
});

test('a file that is damaged where only serving looks', async () => {
  overwriteRoot(file, 'Check_status_idx');
  expect(await startToEnd()).toEqual(
    unusable('its file is damaged; restore a copy (npm run restore -- FILE)'),
  );
});

test('a database of a newer version', async () => {
  change(
    `INSERT INTO "_prisma_migrations" VALUES ('x', 'y', '2030', '20300101000000_later', NULL, NULL, '2030', 1)`,
  );
  expect(await startToEnd()).toEqual({
    code: 1,
    said: `mxproof: The database ${file} was written by a newer version of mxproof (it has 20300101000000_later); start that version, or restore a copy made before.`,
  });
});
