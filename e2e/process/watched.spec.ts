import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { bounceOf } from '../fixtures/notices';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { rawRequest } from './raw-request';
import { type RunningServer, serve } from './serve';

// One server for all of them.
test.describe.configure({ mode: 'default' });

const CLIENT = '203.0.113.9';
const MONITOR = '127.0.0.2';
const folder = mkdtempSync(join(tmpdir(), 'mxproof-watched-'));
const at = block('held');
let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';

test.beforeAll(async () => {
  internet = await startInternet({
    zones: [zoneWithMx(at, 'watched.test')],
    behaviours: {},
    mtas: { [at(101)]: polite('mx1.watched.test') },
  });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_TRUSTED_PROXIES: '127.0.0.1/32',
    MXPROOF_LISTS: 'signed-in',
    MXPROOF_METRICS_FROM: `${MONITOR}/32`,
  });
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As the proxy of a client asks. */
function ask(path: string, method = 'GET', value?: object | string) {
  const body = typeof value === 'object' ? JSON.stringify(value) : value;
  const type = typeof value === 'object' ? 'application/json' : 'message/rfc822';
  return rawRequest(url, {
    path,
    method,
    headers: { 'x-forwarded-for': CLIENT, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
}

const ended = async (id: string) =>
  expect.poll(async () => (await server?.read(id))?.finishedAt).not.toBeNull();
const started = async (target: string) =>
  (JSON.parse((await ask('/api/checks', 'POST', { target })).text) as { id: string }).id;

/** The samples of one scrape by the monitor. */
async function scrape(): Promise<Map<string, number>> {
  const { status, text, header } = await rawRequest(url, { path: '/metrics', localAddress: MONITOR });
  expect(status).toBe(200);
  expect(header('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('metrics are for the monitor, and for nobody else', async () => {
  const direct = { path: '/metrics', localAddress: MONITOR };
  expect((await rawRequest(url, direct)).status).toBe(200);
  expect((await rawRequest(url, { path: '/metrics' })).status).toBe(403);
  expect((await ask('/metrics')).status).toBe(403);
  // Whoever comes by a proxy that stands there, too, is not the monitor.
  for (const headers of [{ 'x-forwarded-for': CLIENT }, { via: '1.1 proxy' }])
    expect((await rawRequest(url, { ...direct, headers })).status, JSON.stringify(headers)).toBe(403);
});

test('counts move by what happens', async () => {
  const before = await scrape();
  const moved = async (name: string) => ((await scrape()).get(name) ?? 0) - (before.get(name) ?? 0);
  const ids = [await started('one@watched.test'), await started('two@watched.test')];
  for (const id of ids) await ended(id);
  await ask('/api/bounces', 'POST', bounceOf(RECIPIENT));
  await ask('/api/checks', 'POST', { target: 'not a target' });
  expect(await moved('mxproof_checks_total{outcome="accepted"}')).toBe(2);
  expect(await moved('mxproof_check_duration_seconds_count{outcome="accepted"}')).toBe(2);
  expect(await moved('mxproof_smtp_sessions_total{outcome="accepted"}')).toBe(2);
  expect(await moved('mxproof_dns_questions_total{for="check",outcome="answer"}')).toBeGreaterThan(2);
  expect(await moved('mxproof_mails_read_total{kind="bounce"}')).toBe(1);
  expect(await moved('mxproof_requests_refused_total{code="target-invalid"}')).toBe(1);
  expect(await moved('mxproof_http_requests_total{route="api",status="202"}')).toBe(3);
  expect((await scrape()).get('mxproof_checks_queued')).toBe(0);
  expect((await scrape()).get('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
});

const RECIPIENT = {
  address: 'eve.secret@b.example',
  host: 'mx.b.example',
  hostAddress: '192.0.2.1',
  reply: '550 5.1.1 <eve.secret@b.example> no such user',
  status: '5.1.1',
};

test('what fails is found in the log by its request, and the log names nobody', async () => {
  const id = await started('ada.secret@watched.test');
  await ended(id);
  const { text } = await ask('/api/bounces', 'POST', bounceOf(RECIPIENT));
  const mail = (JSON.parse(text) as { id: string }).id;
  for (const path of [
    `/check/${id}`,
    `/bounce/${mail}`,
    `/domain/watched.test`,
    '/nothing',
    '/api/checks/nothing',
  ])
    await ask(path);
  await ask('/api/checks', 'POST', { target: 'grace.secret@', options: { sender: 'bob.secret@' } });
  await rawRequest(url, { path: '/', localAddress: '127.0.0.3', headers: { 'x-forwarded-for': CLIENT } });
  const broken = await started('ada.secret@watched.test');
  const database = new Database(join(folder, 'data', 'lab.db'));
  // Nobody has read it yet: what was read is kept in memory.
  const spoil = database.prepare('UPDATE "Evidence" SET "body" = ? WHERE "checkId" = ?');
  await expect.poll(() => spoil.run(Buffer.from('x'), broken).changes).toBe(1);
  database.close();
  for (const path of [`/check/${broken}`, `/api/checks/${broken}`]) {
    const answer = await ask(path);
    const request = answer.header('x-request-id');
    expect(answer.status).toBe(500);
    expect(request).toMatch(/^[\w-]{12}$/);
    expect(answer.text).toContain(request);
  }
  const log = server?.output() ?? '';
  const lines = log.split('\n').filter((line) => line.startsWith('{'));
  const accepted = lines.filter((line) => line.includes('"check accepted"') && line.includes(id.slice(0, 6)));
  expect(accepted).toHaveLength(1);
  expect(JSON.parse(accepted[0] ?? '{}')).toMatchObject({ request: expect.stringMatching(/^[\w-]{12}$/) });
  expect(lines.some((line) => line.includes('cannot be read') && line.includes('"request"'))).toBe(true);
  for (const secret of ['secret', CLIENT, '127.0.0.3', id, mail, broken]) expect(log).not.toContain(secret);
});

test('each request has an id of ours', async () => {
  const [one, other] = [
    await rawRequest(url, { path: '/api/health', headers: { 'x-request-id': 'of-mine' } }),
    await rawRequest(url, { path: '/api/health', headers: { host: 'evil.example' } }),
  ];
  const ids = [one, other].map(({ header }) => header('x-request-id'));
  expect(other.status).toBe(421);
  for (const request of ids) expect(request).toMatch(/^[\w-]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
});
