import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../free-port';
import type { Internet } from '../internet/internet';
import { labEnvironment } from '../start-lab';
import { rawRequest } from './raw-request';
import { type RunningServer, serve } from './serve';
import { startSilentInternet } from './silent-internet';

// One server for all of them.
test.describe.configure({ mode: 'default' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-limits-'));
const PAGES = 3;

let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';

test.beforeAll(async () => {
  internet = await startSilentInternet();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_PAGES_PER_MINUTE: String(PAGES),
    MXPROOF_EXPLANATIONS_PER_MINUTE: '1',
    MXPROOF_CONTROLS_PER_HOUR: '1',
  });
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('pages that have to be drawn are counted for each caller; those that are kept are free', async () => {
  const page = async (path: string, localAddress: string) => {
    const { status, header, text } = await rawRequest(url, { path, localAddress });
    return { status, retryAfter: header('retry-after'), text };
  };
  for (let n = 0; n < PAGES; n++)
    expect((await page(`/findings?n=${n}`, '127.0.0.2')).status, String(n)).toBe(200);
  const refused = await page(`/findings?n=${PAGES}`, '127.0.0.2');
  expect(refused.status).toBe(429);
  expect(Number(refused.retryAfter)).toBeGreaterThan(0);
  expect(refused.text).toContain('Too many pages.');
  expect((await page('/findings?n=0', '127.0.0.2')).status).toBe(200);
  expect((await page(`/findings?n=${PAGES}`, '127.0.0.3')).status).toBe(200);
  expect((await page(`/findings?n=${PAGES}`, '127.0.0.2')).status).toBe(200);
});

test('an address with nothing at it costs no drawing once that was said', async () => {
  for (let n = 0; n <= 2 * PAGES; n++) {
    const { status, text } = await rawRequest(url, { path: `/none-${n}`, localAddress: '127.0.0.4' });
    expect(status).toBe(404);
    expect(text).toContain('There is nothing at this address.');
  }
});

for (const [what, path, body, code] of [
  ['replies', '/api/explain', { reply: '550 5.1.1 no' }, 'too-many-explanations'],
  [
    'controls',
    '/api/checks',
    { target: 'user@[127.0.0.1]', options: { depth: 'envelope', controls: ['postmaster'] } },
    'too-many-controls',
  ],
] as const)
  test(`so many ${what}, and then none for a time that is told`, async () => {
    expect((await server?.post(path, body))?.ok).toBe(true);
    const refused = await server?.post(path, body);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code });
  });
