import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program } from '@/scripts/ready.mjs';
import { withClient } from '@/lib/store/postgresql/client';
import { freePort } from '../free-port';
import { PATIENCE_MS } from '../patience';
import { type RunningServer, serve } from '../process/serve';
import healthy from '../scenarios/smtp/healthy';
import { type Practice, startPractice } from './practice';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-served-'));

let practice: Practice;
let cluster: Practice['cluster'];
let environment: Record<string, string>;
let mxproof: RunningServer;

beforeAll(async () => {
  practice = await startPractice([healthy], folder);
  cluster = practice.cluster;
  environment = { ...practice.environment, MXPROOF_GREETING_TIMEOUT_S: '4' };
  mxproof = await serve(environment);
}, 10 * PATIENCE_MS);
afterAll(async () => {
  await mxproof.kill();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ended = (id: string) =>
  expect.poll(async () => (await mxproof.read(id)).status, { timeout: PATIENCE_MS }).toBe('done');
const get = async (path: string) => {
  const response = await fetch(`${mxproof.url}${path}`, { headers: { connection: 'close' } });
  return { status: response.status, text: await response.text() };
};
const found = (id: string) =>
  expect.poll(async () => (await get('/api/search?q=healthy')).text, { timeout: PATIENCE_MS }).toContain(id);

let first: Awaited<ReturnType<RunningServer['read']>>;

test(
  'a check ends, is kept and is found',
  async () => {
    const id = await mxproof.start(healthy.target);
    await ended(id);
    first = await mxproof.read(id);
    expect(first).toMatchObject({
      verdict: { outcome: 'accepted' },
      digest: expect.stringMatching(/^sha256:/),
    });
    await found(id);
    for (const path of ['/', '/checks', `/check/${id}`, '/settings'])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    const { text } = await get('/metrics');
    expect(text).toMatch(/^mxproof_database_bytes [1-9]\d*$/m);
    expect(text).not.toMatch(/^mxproof_database_free_bytes /m);
  },
  3 * PATIENCE_MS,
);

test('a second process may serve it as well, but not bring it up to date meanwhile', async () => {
  const start = async () =>
    spawnSync(process.execPath, [program('preflight')], {
      env: { ...process.env, ...environment, PORT: String(await freePort()) },
      encoding: 'utf8',
    });
  expect(await start()).toMatchObject({ status: 0, stderr: '' });
  await withClient(cluster.url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE "_prisma_migrations" SET "rolled_back_at" = now()
         WHERE "migration_name" = (SELECT max("migration_name") FROM "_prisma_migrations") RETURNING "id"`,
    );
    const { status, stderr } = await start();
    await client.query('UPDATE "_prisma_migrations" SET "rolled_back_at" = NULL WHERE "id" = $1', [
      rows[0]?.id,
    ]);
    expect(stderr).toMatch(
      /^mxproof: The database postgres on 127\.0\.0\.1, port \d+ is served by another mxproof \(process \d+ on [^\n]+, since [^\n]+\); end that one, or set DATABASE_URL to another database\.$/m,
    );
    expect(status).toBe(1);
  });
});

test(
  'while the server is away pages say so; what has been seen is kept when it is back',
  async () => {
    const running = await mxproof.start('user@silent.test');
    await expect
      .poll(() => mxproof.read(running), { timeout: PATIENCE_MS })
      .toMatchObject({ status: 'running', sessions: [{ outcome: null }] });
    await cluster.stop();
    expect(await get('/api/health')).toMatchObject({
      status: 503,
      text: expect.stringContaining('does not answer'),
    });
    expect((await get('/checks')).text).toContain(
      'The database cannot be used now: its server does not answer.',
    );
    expect((await get(`/api/checks/${first.id}`)).status).toBe(503);
    // It ends in the meantime, and cannot be sealed.
    await expect.poll(() => mxproof.output(), { timeout: PATIENCE_MS }).toContain('could not be sealed');
    await cluster.start();
    await expect.poll(async () => (await get('/api/health')).status, { timeout: PATIENCE_MS }).toBe(200);
    await expect.poll(() => mxproof.output(), { timeout: PATIENCE_MS }).toContain('a check was sealed later');
    expect(await mxproof.read(running)).toMatchObject({ status: 'done', sessions: [{ outcome: 'silent' }] });
  },
  5 * PATIENCE_MS,
);

test(
  'everything is there after the process was killed, and after it has ended',
  async () => {
    const before = await mxproof.read(first.id);
    await mxproof.kill();
    mxproof = await serve(environment);
    expect(await mxproof.read(first.id)).toEqual(before);
    await found(first.id);
    expect(await mxproof.end('SIGTERM')).toBe(0);
    mxproof = await serve(environment);
    expect(await mxproof.read(first.id)).toEqual(before);
  },
  5 * PATIENCE_MS,
);
