import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expect, test } from '../browser/page-test';
import { freePort } from '../free-port';
import type { ServerBehaviour } from '../internet/behaviour';
import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { labEnvironment } from '../start-lab';
import { type RunningServer, serve } from './serve';

// One server, and what one test has made the next one uses.
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'mxproof-list-watches-'));
const at = block('held');

/** An address, and a blocklist whose entry of it is served apart: the list has it while that server does not deny the name. */
const ADDRESS = at(1);
const LIST = 'bl.spamcop.net';
const ENTRY = `${ADDRESS.split('.').reverse().join('.')}.${LIST}`;
const entryServer: ServerBehaviour = { how: 'nxdomain' };

/** What a program was called with. */
const calls: string[] = [];
const program: Server = createServer((request, response) => {
  void request.toArray().then((pieces: Buffer[]) => {
    calls.push(Buffer.concat(pieces).toString());
    response.end();
  });
});

let internet: Internet | undefined;
let server: RunningServer | undefined;
let url = '';

test.beforeAll(async ({ request }) => {
  internet = await startInternet({
    zones: [
      { origin: LIST, servers: { [`ns1.${LIST}`]: [at(2)] }, records: ['2.0.0.127 A 127.0.0.2'] },
      { origin: ENTRY, servers: { [`ns1.${ENTRY}`]: [at(3)] }, records: ['@ A 127.0.0.2'] },
    ],
    behaviours: { [at(3)]: entryServer },
    mtas: {},
  });
  program.listen(0, '127.0.0.1');
  await once(program, 'listening');
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await serve({
    ...labEnvironment(folder, internet, port, []),
    MXPROOF_URL: url,
    MXPROOF_BLOCKLISTS: LIST,
    MXPROOF_ALERT_NETWORKS: '127.0.0.0/8',
  });
  const address = `http://127.0.0.1:${(program.address() as AddressInfo).port}/hook`;
  const data = { name: 'Program', way: 'webhook', address };
  expect((await request.post(`${url}/api/receivers`, { data })).status()).toBe(201);
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  program.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a look-up, and waits on another page for what it leads to. */
async function lookUpNow(page: Page, shows: string): Promise<void> {
  await page.goto(`${url}/watches`);
  const lookers = await page.context().newPage();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect
    .poll(async () => {
      await lookers.goto(`${url}/watches`);
      return lookers.getByRole('main').innerText();
    })
    .toContain(shows);
  await lookers.close();
  await page.goto(`${url}/watches`);
}

test('an address is watched from its page; the first look-up says on which lists it is', async ({ page }) => {
  await page.goto(`${url}/address/${ADDRESS}`);
  await page.getByText('Watch what blocklists say of it …').click();
  const form = page.locator('#watch-form');
  await expect(form.getByLabel('Every')).toHaveValue('1');
  await expect(form.getByLabel('Unit')).toHaveValue('days');
  await form.getByLabel('Every').fill('59');
  await form.getByLabel('Unit').selectOption('minutes');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('At most every 60 minutes');
  await form.getByLabel('Every').fill('60');
  await form.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.locator('#watches li')).toContainText('every hour · tells Program');
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator('#watches li').innerText();
    })
    .toContain('Not on the one blocklist that answered');
  // What the watch has found out is shown as well.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${ADDRESS} is not on ${LIST}`);
  await expectAccessible(page);
  await page.goto(`${url}/watches`);
  await page.getByRole('link', { name: ADDRESS, exact: true }).click();
  await expect(page).toHaveURL(`${url}/address/${ADDRESS}`);
});

test('a listing, and its end, are told when a second look-up confirms them', async ({ page }) => {
  delete entryServer.how;
  await lookUpNow(page, 'The last try saw something else.');
  expect(calls).toEqual([]);
  await lookUpNow(page, `${ADDRESS}: listed on ${LIST}`);
  await expect(page.locator('#watches li')).toContainText('On the one blocklist that answered');
  await expectAccessible(page);
  await expect.poll(() => calls.length).toBe(1);
  expect(JSON.parse(calls.at(-1) ?? '')).toMatchObject({
    type: 'watch.problem',
    data: {
      target: ADDRESS,
      check: null,
      link: `${url}/address/${ADDRESS}`,
      text: expect.arrayContaining([
        `${ADDRESS} is on ${LIST}, listed (127.0.0.2). Some receivers reject mail by it, and filters count it.`,
      ]),
      changes: [{ what: 'listing', zone: LIST, after: { state: 'listed', about: ADDRESS } }],
    },
  });
  entryServer.how = 'nxdomain';
  await lookUpNow(page, 'The last try saw something else.');
  await lookUpNow(page, `${ADDRESS}: no longer on ${LIST}`);
  await expect.poll(() => calls.length).toBe(2);
  expect(JSON.parse(calls.at(-1) ?? '')).toMatchObject({ type: 'watch.recovery' });
  await page
    .locator('#alerts')
    .getByRole('link', { name: `${ADDRESS}: no longer on ${LIST}` })
    .click();
  await expect(page).toHaveURL(`${url}/address/${ADDRESS}`);
  await expect(page.locator('#alerts li')).toHaveCount(2);
  await page.getByRole('button', { name: 'End' }).click();
  await expect(page.locator('#watches')).toContainText('Nothing yet.');
});

test('addresses are watched by machine as well; what cannot be is refused with the reason', async ({
  request,
}) => {
  const call = async (method: string, path: string, data?: object) => {
    const answer = await request.fetch(`${url}${path}`, { method, ...(data && { data }) });
    return {
      status: answer.status(),
      body: answer.status() === 204 ? null : ((await answer.json()) as object),
    };
  };
  for (const [asked, reason] of [
    [{ address: '10.0.0.1' }, 'not-public'],
    [{ address: 'example.org' }, 'no-address'],
    // A name of ours, but no list of names is asked.
    [{ address: 'probe.example' }, 'no-lists'],
    [{ address: ADDRESS, target: 'example.org', everyMinutes: 60 }, undefined],
    [{ address: ADDRESS, everyMinutes: 59 }, undefined],
    [{}, undefined],
  ] as const) {
    const refused = await call('POST', '/api/watches', asked);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    if (reason !== undefined) expect(refused.body).toMatchObject({ reason });
  }
  const made = await call('POST', '/api/watches', { address: ADDRESS });
  const { id } = made.body as { id: string };
  const about = { kind: 'lists', target: ADDRESS, domain: null, outcome: null, lastCheckId: null };
  expect(made).toMatchObject({ status: 201, body: { ...about, everyMinutes: 1440 } });
  await expect
    .poll(async () => (await call('GET', `/api/watches/${id}`)).body)
    .toMatchObject({ ...about, listings: [] });
  expect(await call('PATCH', `/api/watches/${id}`, { everyMinutes: 59 })).toMatchObject({ status: 400 });
  expect(await call('PATCH', `/api/watches/${id}`, { isPaused: true })).toMatchObject({
    status: 200,
    body: { ...about, isPaused: true },
  });
  expect((await call('DELETE', `/api/watches/${id}`)).status).toBe(204);
});
