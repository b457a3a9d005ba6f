import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible, release, test } from './page-test';

/** Of the practice internet: accepted, rejected, no such domain. */
const TARGETS = ['healthy.test', 'user@healthy.test', 'mailbox-unknown.test', 'domain-not-found.test'];

/** Starts one over the API; the path of its page. */
async function startBatch(
  request: APIRequestContext,
  targets: readonly string[],
  about: object = {},
): Promise<string> {
  const answer = await request.post('/api/batches', { data: { targets, ...about } });
  expect(answer.status()).toBe(202);
  const { id, url } = (await answer.json()) as { id: string; url: string };
  expect(answer.headers()['location']).toBe(`/api/batches/${id}`);
  return url;
}

async function done(request: APIRequestContext, url: string): Promise<string> {
  const api = `/api${url.replace('/batch/', '/batches/')}`;
  await expect.poll(async () => (await request.get(api)).json()).toMatchObject({ state: 'done' });
  return api;
}

async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('a pasted list: progress, outcomes, filters in the address, export', async ({ page }) => {
  await page.goto('/batch');
  await page
    .getByLabel('Targets, one a line')
    .fill(['name;mail', ...TARGETS.map((one) => `x;${one}`), 'y;no@@thing'].join('\n'));
  await page.getByLabel('Name of the list').fill('the first list');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await page.waitForURL(/\/batch\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('the first list');
  // Without a reload by hand.
  await expect(page.getByText('4 of 4 targets checked')).toBeVisible();
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible();
  const rows = page.locator('#targets').getByRole('listitem');
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'no@@thing' })).toContainText(
    'An address has only one @ outside of quotes.',
  );
  await expect(rows.filter({ hasText: 'no@@thing' })).toContainText('line 6');
  await page.locator('#counts').getByRole('link', { name: 'Accepted' }).click();
  await page.waitForURL(/outcome=accepted/);
  await expect(
    page
      .locator('#targets')
      .getByRole('link', { name: /healthy/ })
      .first(),
  ).toBeVisible();
  await expect(rows.filter({ hasText: 'domain-not-found' })).toHaveCount(0);
  await page.getByLabel('Outcome').selectOption('');
  await page.getByLabel('Text of the line').fill('NO@@');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(rows).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mxproof-batch.csv');
  await page.goto(page.url().replace(/\?.*$/, ''));
  await page.locator('#targets').getByRole('link', { name: 'user@healthy.test' }).click();
  await page.waitForURL(/\/check\//);
});

test('a file, and what is no list', async ({ page }) => {
  await page.goto('/batch');
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByRole('alert')).toContainText('The list is empty');
  const buffer = Buffer.from('\ufeffe-mail\r\nuser@healthy.test\r\n', 'utf16le');
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check the list' }).click();
  await page.waitForURL(/\/batch\/[\w-]{22}$/);
  await expect(page.getByText('1 of 1 target checked')).toBeVisible();
});

test('paused, resumed and stopped, by the page', async ({ page, request }) => {
  // It goes on until the test lets the server answer: its depth names the recipient.
  const held = `user-${crypto.randomUUID()}@held.test`;
  const targets = [held, ...Array.from({ length: 3 }, (_, n) => `more-${n}-${held}`)];
  const url = await startBatch(request, targets, { depth: 'envelope' });
  await page.goto(url);
  await expect(page.getByText('1 check under way')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await release(request, held);
  await expect(page.getByText('1 of 4 targets checked')).toBeVisible();
  await expect(page.getByText('under way')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('1 check under way')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('2 left out')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
  await release(request, targets[1] ?? '');
  await expect(page.getByText('2 of 4 targets checked')).toBeVisible();
});

test('the second run of a list shows what differs', async ({ page, request }) => {
  const name = `twice ${crypto.randomUUID()}`;
  const first = await startBatch(request, ['healthy.test', 'domain-not-found.test'], { name });
  await done(request, first);
  const second = await startBatch(request, ['healthy.test', 'domain-not-found.test', 'mailbox-full.test'], {
    name,
  });
  const api = await done(request, second);
  expect(await (await request.get(api)).json()).toMatchObject({
    former: first.split('/').at(-1),
    counts: { changes: { same: 2, new: 1 } },
  });
  expect(await (await request.get(`${api}/differences`)).json()).toMatchObject({
    items: [{ target: 'mailbox-full.test', change: 'new', before: null }],
    next: null,
  });
  await page.goto(second);
  await page.locator('#differences').getByRole('link', { name: 'New' }).click();
  await page.waitForURL(/change=new/);
  await expect(page.locator('#targets').getByRole('listitem')).toHaveCount(1);
  await expect(page.locator('#targets').getByRole('listitem')).toContainText('mailbox-full.test');
});

test('by machine: pages of targets, a table, and a sentence for what cannot be', async ({ request }) => {
  const csv = 'id,target\n1,healthy.test\n2,=cmd|x\n3,healthy.test\n';
  const answer = await request.post('/api/batches?name=by%20machine', {
    headers: { 'content-type': 'text/csv' },
    data: csv,
  });
  expect(await answer.json()).toMatchObject({
    name: 'by machine',
    targets: 1,
    invalid: 1,
    repeats: 1,
    depth: 'greeting',
  });
  const api = await done(request, ((await answer.json()) as { url: string }).url);
  const page = (await (await request.get(`${api}/targets?limit=1`)).json()) as {
    items: unknown[];
    next: number;
  };
  expect(page).toMatchObject({
    items: [{ line: 2, lines: 2, target: 'healthy.test', state: 'done' }],
    next: 0,
  });
  expect(await (await request.get(`${api}/targets?after=0`)).json()).toMatchObject({
    items: [{ line: 3, state: 'invalid', problem: { code: expect.any(String) } }],
    next: null,
  });
  const table = await (await request.get(`${api}/results.csv`)).text();
  expect(table.split('\r\n')).toHaveLength(4);
  expect(table).toContain("'=cmd|x");
  for (const [headers, data, status, say] of [
    ['text/csv', '', 400, 'The list is empty: write one target a line.'],
    ['text/plain', 'a b\nc d', 400, /^No line of the list is a target\. Line 1:/],
    ['application/json', '{"targets":[', 400, 'The body is not JSON.'],
    ['application/json', '{"targets":"a.example"}', 400, /targets/],
    ['application/json', '{"targets":["a.example"],"depth":"message"}', 400, /depth/],
    ['application/pdf', 'x', 415, /text\/csv/],
    ['text/csv', 'x'.repeat(17 * 1024 * 1024), 413, /at most 16 MB/],
  ] as const) {
    const refused = await request.post('/api/batches', {
      headers: { 'content-type': headers },
      // As it is, whatever its type.
      data: Buffer.from(data),
    });
    const { detail } = (await refused.json()) as { detail: string };
    expect([refused.status(), detail]).toEqual([
      status,
      typeof say === 'string' ? say : expect.stringMatching(say),
    ]);
  }
  expect((await request.get('/api/batches/AAAAAAAAAAAAAAAAAAAAAA')).status()).toBe(404);
  expect((await request.patch(api, { data: { isPaused: true } })).status()).toBe(200);
  expect(await (await request.get(api)).json()).toMatchObject({ state: 'done' });
  expect((await request.delete(api)).status()).toBe(204);
  expect((await request.get(api)).status()).toBe(404);
});

test('the palette leads there', async ({ page }) => {
  await page.goto('/findings');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Jump to' }).getByRole('combobox').fill('batch');
  await page.keyboard.press('Enter');
  await page.waitForURL('/batch');
});

for (const [colorScheme, viewport] of [
  ['light', { width: 1280, height: 900 }],
  ['dark', { width: 1280, height: 900 }],
  ['light', { width: 390, height: 844 }],
  ['dark', { width: 390, height: 844 }],
] as const)
  test.describe(`${colorScheme}, ${viewport.width}`, () => {
    test.use({ colorScheme, viewport });

    test('both pages can be read by everybody', async ({ page, request }) => {
      await page.goto('/batch?problem=no-targets');
      await expectReadable(page);
      const name = `read ${colorScheme} ${viewport.width}`;
      await done(request, await startBatch(request, TARGETS, { name }));
      const url = await startBatch(request, [...TARGETS, 'mailbox-full.test', 'no@@thing'], { name });
      await done(request, url);
      await page.goto(url);
      await expectReadable(page);
    });
  });
