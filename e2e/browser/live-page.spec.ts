import type { Page } from '@playwright/test';
import { expect, heldRecipient, idOf, release, startCheck, test } from './page-test';

/** Octets of script, compressed, that a page may load before it can be used. */
const MAX_SCRIPT = 100_000;

test('a running check is a document: a script of ours, small, and nothing inline; kept by nobody', async ({
  page,
  request,
}) => {
  const recipient = heldRecipient();
  const url = await startCheck(page, recipient);
  const answer = await request.get(url);
  expect((await answer.text()).match(/<script\b[^>]*>/g)).toEqual([
    expect.stringMatching(/type="module" src="[^"]+\/live-page\.js"/),
  ]);
  expect(answer.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'content-security-policy': expect.stringMatching(/script-src 'self'; style-src 'self';/),
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  await page.goto(url);
  const octets = await scriptOctets(page);
  await release(request, recipient);
  expect(octets).toBeGreaterThan(10_000);
  expect(octets).toBeLessThan(MAX_SCRIPT);
});

test('what was opened and typed before the script came stays, and what has happened since is told', async ({
  page,
}) => {
  const recipient = heldRecipient();
  const url = await startCheck(page, recipient);
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/live-page.js', async (route) => {
    await coming;
    await route.continue();
  });
  const loading = page.goto(url, { waitUntil: 'load' });
  const more = page.locator('details', { has: page.getByText('More …') });
  await more.locator('summary').click();
  await page.getByLabel('Domain or address to check').fill('not sent yet');
  await release(page.request, recipient);
  const api = `/api/checks/${idOf(url)}`;
  await expect
    .poll(async () => (await page.request.get(api)).json())
    .toMatchObject({ finishedAt: expect.any(String) });
  come();
  await loading;
  await expect(page.locator('#proof')).toContainText(/sha256:[0-9a-f]{64}/);
  await expect(more).toHaveAttribute('open');
  await expect(page.getByLabel('Domain or address to check')).toHaveValue('not sent yet');
});

test('a stopped check ends where it is read: nothing is loaded anew', async ({ page }) => {
  await page.goto(await startCheck(page, heldRecipient()));
  await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''));
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('#proof')).toContainText(/sha256:[0-9a-f]{64}/);
  await expect(page.getByRole('region', { name: 'How long it is kept' })).toBeVisible();
  await expect(page.locator('html[data-not-reloaded]')).toHaveCount(1);
});

test('a live page that has ended has the forms of a frozen one', async ({ page }) => {
  const recipient = heldRecipient();
  await page.goto(await startCheck(page, recipient));
  await release(page.request, recipient);
  const how = page.getByRole('region', { name: 'How long it is kept' });
  await how.getByRole('button', { name: 'Keep this check' }).click();
  await expect(how).toContainText(/Kept since .+, whatever its age\./);
});

test('and runs again from there', async ({ page }) => {
  const recipient = heldRecipient();
  const url = await startCheck(page, recipient);
  await page.goto(url);
  await release(page.request, recipient);
  await page.getByRole('button', { name: 'Run again and compare' }).click();
  await page.waitForURL((now) => now.pathname !== url);
  await expect(page.getByRole('link', { name: 'Compare with the former' })).toBeVisible();
  await release(page.request, recipient);
});

test('a lost connection is told, and resumes with what was missed', async ({ page, complaints }) => {
  const recipient = heldRecipient();
  await page.route('**/events?*', (route) => route.abort());
  await page.goto(await startCheck(page, recipient));
  const lost = page.getByText('Connection lost. It resumes by itself; nothing is missed.');
  await expect(lost).toBeVisible();
  await release(page.request, recipient);
  await page.unrouteAll();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/takes? mail for/);
  await expect(lost).toHaveCount(0);
  // The browser's own, of the requests that were lost.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_FAILED')));
});

test('a bug of ours while the page is drawn is told as such, and the page can be loaded anew', async ({
  page,
  complaints,
}) => {
  const judged = { seq: 1_000_000, type: 'judged', findings: [{ evidence: [] }], verdict: null };
  await page.route('**/events?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `event: judged\ndata: ${JSON.stringify(judged)}\n\n`,
    }),
  );
  await page.goto(await startCheck(page, heldRecipient()));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be made.');
  expect(complaints.splice(0)).toContainEqual(expect.stringContaining('script error'));
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Running', { exact: true })).toHaveCount(0);
});

/** What the page has loaded of script, as it came. */
function scriptOctets(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}
