import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bounceOf } from '../fixtures/notices';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { postJson } from '../post-json';
import { labEnvironment } from '../start-lab';
import { rawRequest } from './raw-request';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

// One server for all of them.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-bounds-'));
/** What moves a cursor, turns the direction of writing, hides. */
const HOSTILE = '\u001b[31m\u009b\u200b\u202e\u2066\ufeff\u{e0041}';

let internet: Internet | undefined;
let url = '';
let server: RunningServer | undefined;
let check = '';
let mail = '';

test.beforeAll(async () => {
  internet = await startSilentInternet();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = labEnvironment(folder, internet, port, []);
  server = await serve({ ...env, MXPROOF_GREETING_TIMEOUT_S: '3600', MXPROOF_CHECK_DEADLINE_S: '3600' });
  // A special address: nothing is sent, and the check ends at once.
  check = await server.start('user@[127.0.0.1]');
  await expect.poll(async () => (await server?.read(check))?.finishedAt).not.toBeNull();
  const headers = { 'content-type': 'message/rfc822' };
  const bounce = bounceOf({
    address: 'eve\u001b@b.example',
    host: 'mx\u202e.b.example',
    hostAddress: '192.0.2.1',
    reply: `550 5.1.1 no ${HOSTILE} such`,
    status: '5.1.1',
  });
  const taken = await fetch(`${url}/api/bounces`, { method: 'POST', headers, body: bounce });
  mail = ((await taken.json()) as { id: string }).id;
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, method = 'GET') => rawRequest(url, { path, method });

const IDS = [
  ...['%ff', '%', '%zz', '%c3%28', '%00', '%2e%2e', '%2e%2e%2f%2e%2e%2fetc', '%0d%0ax', '%E2%80%AE'],
  ...['__proto__', 'constructor', 'toString', '%F0%9F%92%8C', 'a'.repeat(10_000)],
];

const READ = [
  ...['/check/ID', '/bounce/ID', '/feedback/ID', '/domain/ID', '/findings/ID', '/ID', '/_next/ID'],
  ...[
    '/check/ID/report.txt',
    '/check/ID/report.json',
    '/check/ID/report.md?full=1',
    '/check/ID/mail.txt',
    '/check/ID/capture/1',
    '/check/x/capture/ID',
  ],
  ...['/api/ID', '/api/checks/ID', '/api/checks/ID/events', '/api/checks/ID/retest', '/api/bounces/ID'],
  ...['/api/bounces/ID/message', '/api/feedback/ID', '/api/page/ID', '/api/page?x=ID'],
  ...['/?again=ID', '/bounce?problem=ID', '/bounce?cursor=ID', '/feedback?cursor=ID', '/explain?reply=ID'],
  ...['/notes/ID', '/notes?cursor=ID', '/api/notes?q=ID', '/api/notes?domain=ID', '/api/notes?cursor=ID'],
  ...[
    '/search?q=ID',
    '/search?q=a&kind=ID',
    '/search?q=a&cursor=ID',
    '/api/search?q=ID',
    '/domain/ID/history.csv',
  ],
  ...['/checks?domain=ID', '/checks?outcome=ID', '/checks?cursor=ID', '/vantage?x=ID', '/check/ID/report.md'],
  ...['/compare?a=ID&b=ID', '/api/compare?a=ID&b=ID', '/verify?result=ID', '/verify?problem=ID'],
  ...['/address/ID', '/address/8.8.4.4?problem=ID', '/vantage?problem=ID'],
  ...['/message?result=ID', '/message?problem=ID', '/message?result=x&way=ID'],
  ...[
    '/domain/example.org?cursor=ID',
    '/api/checks?domain=ID',
    '/api/checks?cursor=ID',
    '/api/checks?limit=ID',
  ],
];

const SENT = [
  ...['/api/checks/ID/stop', '/api/checks/ID/retest', '/api/checks/ID/retest/stop', '/api/bounces/ID/read'],
  ...['/check/ID', '/bounce/ID', '/domain/ID', '/address/ID', '/ID'],
];

for (const [method, paths] of [
  ['GET', READ],
  ['POST', SENT],
] as const)
  test(`${method} with the name of nothing, or of something else: an answer, and no fault of ours`, async () => {
    const faults: string[] = [];
    for (const path of paths)
      for (const id of IDS) {
        const { status } = await get(path.replace('ID', id), method);
        if (status < 200 || status >= 500) faults.push(`${path} ${id.slice(0, 40)}: ${status}`);
      }
    expect(faults).toEqual([]);
  });

test('nothing that is private is kept, framed, indexed, or told of to others', async () => {
  const ways = ['', '/report.txt', '/report.md', '/report.json', '/mail.txt'].map(
    (end) => `/check/${check}${end}`,
  );
  const paths = [
    ...[
      ...ways,
      '/check/none',
      '/bounce',
      `/bounce/${mail}`,
      '/feedback',
      `/feedback/${mail}`,
      '/domain/b.example',
    ],
    ...['/api/checks', `/api/checks/${check}`, `/api/checks/${check}/events`, `/api/checks/${check}/retest`],
    ...[`/api/bounces/${mail}`, `/api/bounces/${mail}/message`, `/api/feedback/${mail}`, '/api/checks/none'],
  ];
  for (const path of paths) {
    const { header } = await get(path);
    expect(header('cache-control'), path).toMatch(/^private,.*\bno-store\b/);
    expect(header('x-robots-tag'), path).toBe('noindex, nofollow');
    expect(header('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(header('referrer-policy'), path).toMatch(/^(?:no-referrer|same-origin)$/);
    expect(header('x-content-type-options'), path).toBe('nosniff');
  }
});

test('a request for another protocol is a request like any other', async () => {
  // Next looks for them from its first request on.
  expect((await get('/')).status).toBe(200);
  const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  for (const [path, headers, status] of [
    ['/api/health', {}, 200],
    ['/no-such-page', {}, 404],
    ['/api/health', { host: 'evil.example' }, 421],
  ] as const)
    expect((await rawRequest(url, { path, headers: { ...upgrade, ...headers } })).status, path).toBe(status);
});

test('no page of a mail holds what acts on a terminal or hides; the JSON is as it came', async () => {
  for (const path of [`/bounce/${mail}`, `/feedback/${mail}`, '/bounce', '/domain/b.example']) {
    const page = await (await fetch(`${url}${path}`)).text();
    for (const char of HOSTILE.replaceAll(/[\x20-\x7e]/g, ''))
      expect(page.includes(char), `${path} ${char.codePointAt(0)?.toString(16) ?? ''}`).toBe(false);
  }
  expect(await (await fetch(`${url}/bounce/${mail}`)).text()).toContain(String.raw`\x1b[31m`);
});

/** Sends the beginning of what is handed over, from an address of this machine, as if through a proxy; the rest never comes. */
function drip(path: string, localAddress: string): { destroy(): void } {
  const { hostname, port } = new URL(url);
  const headers = { ...FORWARDED, 'content-type': 'application/octet-stream', 'content-length': '200000' };
  const asked = ask({ hostname, port, path, method: 'POST', headers, localAddress, agent: false });
  // Those that are refused are cut off.
  asked.on('error', () => undefined).write('x'.repeat(100_000));
  return asked;
}

const FORWARDED = { 'x-forwarded-for': '203.0.113.9' };

test('strangers who take every place that there is for them keep no mail server waiting', async () => {
  test.slow();
  const networks = (count: number) => Array.from({ length: count }, (_, n) => `127.0.${n + 1}.1`);
  const dripping = [
    ...networks(20).flatMap((from) => Array.from({ length: 10 }, () => drip('/api/verify', from))),
    ...networks(20).flatMap((from) => Array.from({ length: 10 }, () => drip('/api/bounces', from))),
  ];
  const late = { method: 'POST', body: 'x', headers: FORWARDED, localAddress: '127.0.99.1' };
  for (const path of ['/api/verify', '/api/bounces'])
    await expect
      .poll(async () => (await rawRequest(url, { ...late, path })).text)
      .toContain('There is room for 100 at once');
  const headers = { 'content-type': 'message/rfc822' };
  const taken = await fetch(`${url}/api/bounces`, { method: 'POST', headers, body: 'Subject: a\r\n\r\nb' });
  expect(taken.status).toBe(202);
  for (const one of dripping) one.destroy();
});

test('two thousand open streams of one reader stop nobody else', async () => {
  test.slow();
  // One that goes on: the stream of a check that is over ends at once.
  const running = (await server?.start('user@silent.test')) ?? '';
  const statuses = new Map<number, number>();
  const { hostname, port } = new URL(url);
  const openOne = () =>
    new Promise<{ destroy(): void }>((resolve, reject) => {
      const path = `/api/checks/${running}/events`;
      const asked = ask({ hostname, port, path, agent: false }, (answer) => {
        const status = answer.statusCode ?? 0;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 429) expect(answer.headers['retry-after']).toBe('10');
        resolve(asked);
      });
      asked.on('error', reject).end();
    });
  const open: { destroy(): void }[] = [];
  // So many at once that a slow machine has read the head of each in time.
  while (open.length < 2_000) open.push(...(await Promise.all(Array.from({ length: 100 }, openOne))));
  expect(Object.fromEntries(statuses)).toEqual({ 200: 50, 429: 1_950 });
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect((await postJson(`${url}/api/checks`, { target: '[127.0.0.1]' })).status).toBe(202);
  for (const one of open) one.destroy();
  await expect.poll(async () => (await fetch(`${url}/api/checks/${running}/events`)).status).toBe(200);
});
