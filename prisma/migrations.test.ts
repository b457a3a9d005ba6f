import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
