import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { copyPackages, copySources } from '../../scripts/copy-project.mjs';
import { bounceOf } from '../fixtures/notices';
import { PATIENCE_MS } from '../patience';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { polite, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';
import { type RunningServer, serve, START } from './serve';

// One build, and one server, for all of them.
test.describe.configure({ mode: 'default' });

const BASE_PATH = '/mail/proof';
const BUILD_MS = 600_000;

/** Of one kind so many pages are opened: there is a page for each of hundreds of findings, and all are made alike. */
const OF_A_KIND = 12;

const folder = mkdtempSync(join(tmpdir(), 'mxproof-base-path-'));
const copy = join(folder, 'mxproof');
const at = block('held');
let internet: Internet | undefined;
let server: RunningServer | undefined;
let origin = '';

test.beforeAll(async () => {
  test.setTimeout(BUILD_MS);
  copySources(copy);
  copyPackages(copy);
  const env = { MXPROOF_BASE_PATH: BASE_PATH };
  await promisify(execFile)(process.execPath, [join('scripts', 'build.mjs')], {
    cwd: copy,
    env: { ...process.env, ...env },
  });
  internet = await startInternet({
    zones: [zoneWithMx(at, 'below.test')],
    behaviours: {},
    mtas: { [at(101)]: polite('mx1.below.test') },
  });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const by = { command: [process.execPath, ...START] as const, cwd: copy, env: process.env };
  server = await serve({ ...labEnvironment(folder, internet, port, []), ...env }, by);
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a person gets everywhere, and the browser asks for nothing elsewhere', async ({ page }) => {
  const strayed: string[] = [];
  page.on('response', (answer) => {
    const isOurs = answer.url().startsWith(`${origin}${BASE_PATH}`);
    if (!isOurs || answer.status() >= 400) strayed.push(`${answer.status()} ${answer.url()}`);
  });
  await page.goto(`${origin}${BASE_PATH}`);
  await page.getByRole('button', { name: 'light and dark' }).click();
  const [theme] = await page.context().cookies(`${origin}${BASE_PATH}`);
  expect(theme).toMatchObject({ name: 'theme', path: BASE_PATH });
  await page.getByRole('main').getByRole('textbox').first().fill('user@below.test');
  await page.getByRole('main').getByRole('textbox').first().press('Enter');
  await expect(page).toHaveURL(new RegExp(`${BASE_PATH}/check/[\\w-]{22}$`));
  await expect(page.getByText('This page shows what was seen')).toBeVisible();
  const first = page.url();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.waitForURL(({ href }) => href !== first);
  await expect(page.getByText('This page shows what was seen')).toBeVisible();
  await page.goto(`${origin}${BASE_PATH}/bounce`);
  await page.getByLabel('Bounce').fill(
    bounceOf({
      address: 'user@below.test',
      host: 'mx1.below.test',
      hostAddress: at(101),
      reply: '550 5.1.1 no such user',
      status: '5.1.1',
    }),
  );
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page).toHaveURL(new RegExp(`${BASE_PATH}/bounce/[\\w-]{22}$`));
  await page.getByRole('button', { name: 'Check this recipient now' }).click();
  await expect(page).toHaveURL(new RegExp(`${BASE_PATH}/check/[\\w-]{22}$`));
  await expect(page.getByRole('link', { name: 'What the notice states' })).toBeVisible();
  expect(strayed).toEqual([]);
});

test('every link, form, script, style and image of every page stays below it and is there', async () => {
  // Some dozens of pages, one after the other.
  test.setTimeout(10 * PATIENCE_MS);
  const seen = new Map([[BASE_PATH, 'the start']]);
  const opened = new Map<string, number>();
  for (const [address, from] of seen) {
    const count = opened.get(kindOf(address)) ?? 0;
    opened.set(kindOf(address), count + 1);
    if (count >= OF_A_KIND) continue;
    const answer = await fetch(`${origin}${address}`);
    expect(`${answer.status} ${address} on ${from}`).toBe(`200 ${address} on ${from}`);
    for (const next of addressesIn(await answer.text(), answer)) {
      expect(next, `on ${address}`).toMatch(new RegExp(`^${BASE_PATH}(?:[/?]|$)`));
      if (!seen.has(next)) seen.set(next, address);
    }
  }
  expect(new Set(opened.keys())).toEqual(
    new Set([
      '',
      '_next',
      'address',
      'api',
      'batch',
      'bounce',
      'check',
      'checks',
      'compare',
      'domain',
      'explain',
      'feedback',
      'findings',
      'icon.svg',
      'message',
      'notes',
      'search',
      'settings',
      'setup',
      'vantage',
      'verify',
      'watches',
    ]),
  );
});

test('what programs are told leads below it; nothing is elsewhere', async () => {
  const post = await fetch(`${origin}${BASE_PATH}/api/checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target: 'user@below.test' }),
  });
  const { id, url } = (await post.json()) as { id: string; url: string };
  expect(url).toBe(`${BASE_PATH}/check/${id}`);
  expect(post.headers.get('location')).toBe(`${BASE_PATH}/api/checks/${id}`);
  const description = await (await fetch(`${origin}${BASE_PATH}/api/openapi.json`)).json();
  expect(description).toMatchObject({ servers: [{ url: BASE_PATH }] });
  for (const path of ['/', '/api/health', '/findings', '/mail', `${BASE_PATH}s`])
    expect((await fetch(`${origin}${path}`)).status, path).toBe(404);
});

/** What a browser would fetch, or be led to, on this site; links to places within a page left out. */
function addressesIn(text: string, { headers, url }: Response): string[] {
  const type = headers.get('content-type') ?? '';
  const pattern = type.startsWith('text/html')
    ? /\s(?:href|src|action|data-copy-from|data-copy-link)="([^"]*)"/g
    : type.startsWith('text/css')
      ? /url\(["']?([^"')]*)["']?\)/g
      : null;
  if (pattern === null) return [];
  return [...text.matchAll(pattern)].flatMap(([, written = '']) => {
    const address = new URL(written.replaceAll('&amp;', '&'), url);
    const isCall = ['bounces', 'feedback', 'messages', 'verify'].some(
      (call) => address.pathname === `${BASE_PATH}/api/${call}`,
    );
    if (address.origin !== new URL(url).origin || isCall) return [];
    return [`${address.pathname}${address.search}`];
  });
}

/** The first name of an address below the base path. */
function kindOf(address: string): string {
  return address.slice(BASE_PATH.length).split('?', 1)[0]?.split('/')[1] ?? '';
}
