import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { applyMigrations } from '@/prisma/apply';
import { databaseLook } from './database';
import { clockItem, diskItem, nodeItem, packagesItem } from './machine';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['18.20.0', 'wrong'],
  ['20.18.9', 'wrong'],
  ['27.0.0', 'wrong'],
  ['20.19.0', 'ok'],
  ['24.1.0', 'ok'],
])('Node %s is %s', (version, state) => expect(nodeItem(version).state).toBe(state));

test.each([
  ['before the build', new Date('2026-01-01'), null, new Date('2026-06-01'), 'wrong'],
  ['before what is kept', new Date('2026-01-01'), new Date('2026-01-02'), null, 'wrong'],
  [
    'a minute before what is kept',
    new Date('2026-01-01T00:00:00Z'),
    new Date('2026-01-01T00:01:00Z'),
    null,
    'ok',
  ],
  ['with nothing to compare', new Date('2026-01-01'), null, null, 'ok'],
])('a clock %s', (_, now, newest, builtAt, state) =>
  expect(clockItem(now, newest, builtAt).state).toBe(state),
);

test('packages that are missing, or of another version, are counted', () => {
  const install = (name: string, version: string) => {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
  };
  const lock = {
    '': {},
    'node_modules/right': { version: '1.0.0' },
    'node_modules/other': { version: '2.0.0' },
    'node_modules/for-tests': { version: '1.0.0', dev: true },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
  install('right', '1.0.0');
  expect(packagesItem(folder)).toMatchObject({
    state: 'wrong',
    says: expect.stringContaining('(other missing)'),
  });
  install('other', '1.9.0');
  expect(packagesItem(folder)).toMatchObject({
    state: 'wrong',
    says: expect.stringContaining('(other 1.9.0)'),
  });
  install('other', '2.0.0');
  expect(packagesItem(folder).state).toBe('ok');
});

test('an archive is compared with its bill of materials; what stands inside of its build is not missed', () => {
  const root = join(folder, 'archive');
  const install = (path: string, version: string) => {
    mkdirSync(join(root, 'node_modules', path), { recursive: true });
    writeFileSync(join(root, 'node_modules', path, 'package.json'), JSON.stringify({ version }));
  };
  install('@scope/whole', '1.0.0');
  expect(packagesItem(root)).toMatchObject({ state: 'warn', todo: 'Unpack the archive anew.' });
  const components = [
    ...['1.0.0', '2.0.0'].map((version) => ({ name: 'below', version })),
    { name: '@scope/whole', version: '1.0.0' },
    { name: 'inside-of-the-build', version: '1.0.0' },
  ];
  writeFileSync(join(root, 'sbom.cdx.json'), JSON.stringify({ components }));
  install('below', '1.0.0');
  install('@scope/whole/node_modules/below', '2.0.1');
  expect(packagesItem(root)).toEqual({
    name: 'packages',
    state: 'wrong',
    says: '1 are not of the version that is named (below 2.0.1).',
    todo: 'Unpack the archive anew.',
  });
  install('@scope/whole/node_modules/below', '2.0.0');
  expect(packagesItem(root)).toMatchObject({
    state: 'ok',
    says: 'All 3 are of the versions that are named.',
  });
});

test('a database: none, whole, and no database', async () => {
  const file = join(folder, 'kept.db');
  expect((await databaseLook(`file:${file}`)).item.state).toBe('warn');
  await applyMigrations(`file:${file}`);
  const made = await databaseLook(`file:${file}`);
  expect(made).toMatchObject({ item: { state: 'ok' }, newest: null });
  expect(made.bytes).toBeGreaterThan(0);
  const writer = new Database(file);
  const insert = `INSERT INTO "Pulse" VALUES ('health', '2026-11-29T10:00:00.000Z')`;
  writer.exec(insert);
  expect((await databaseLook(`file:${file}`)).item.state).toBe('ok');
  expect(writer.prepare('SELECT count(*) FROM "Pulse"').pluck().get()).toBe(1);
  writer.close();
  const text = join(folder, 'text.db');
  writeFileSync(text, 'no database at all, but long enough to be looked at'.repeat(100));
  expect((await databaseLook(`file:${text}`)).item).toMatchObject({
    state: 'wrong',
    says: expect.stringContaining('no database'),
  });
});

test('a disk without room for a copy is wrong', async () => {
  expect((await diskItem(join(folder, 'kept.db'), Number.MAX_SAFE_INTEGER)).state).toBe('wrong');
  expect((await diskItem(join(folder, 'kept.db'), 1000)).state).not.toBe('wrong');
});
