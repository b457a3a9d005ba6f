import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { bounceOf } from '../fixtures/notices';
import {
  expect,
  expectAccessible,
  finishedCheck,
  heldRecipient,
  idOf,
  release,
  startCheck,
  test,
} from './page-test';

const compareLink = (a: string, b: string) => `/compare?a=${idOf(a)}&b=${idOf(b)}`;

/** The row of a table of two checks. */
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test('deferred, run again, accepted: what has changed, told by the page that was reached', async ({
  page,
}) => {
  const target = `user-${randomUUID()}@greylisting-brief.test`;
  const first = await finishedCheck(page, target);
  await page.goto(first);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Deferred');
  await expect(page.getByRole('link', { name: 'Compare with the former' })).toHaveCount(0);
  await page.waitForTimeout(4_500);
  await page.getByRole('button', { name: 'Run again and compare' }).click();
  await page.waitForURL((now) => now.pathname !== first);
  await expect(page.getByText('This page shows what was seen')).toBeVisible();
  await page.getByRole('link', { name: 'Compare with the former' }).click();
  await expect(page).toHaveURL(new RegExp(`/compare\\?a=${idOf(first)}&b=`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deferred, then accepted.');
  await expect(row(page, 'Outcome').first()).toContainText('Temporary');
  await expect(row(page, 'Outcome').first()).toContainText('Accepted');
  await expect(page.getByRole('link', { name: 'smtp.greylisted' })).toBeVisible();
  await expect(page.getByText(/^Where mail goes: \d+ things alike$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByText(/^Where mail goes: \d+ things alike$/).click();
  await expect(row(page, 'Preference').first()).toBeVisible();
  await expectAccessible(page);
});

test('from the history of the domain', async ({ page }) => {
  const [first, second] = [
    await finishedCheck(page, 'user@three-exchanges.test'),
    await finishedCheck(page, 'user@three-exchanges.test'),
  ];
  await page.goto('/domain/three-exchanges.test');
  await page.getByRole('link', { name: 'compare with the former' }).first().click();
  await expect(page).toHaveURL(compareLink(first, second));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/both times/);
});

test('while one of both is under way it says so; what is missing is no difference', async ({ page }) => {
  const recipient = heldRecipient();
  const first = await startCheck(page, recipient);
  await release(page.request, recipient);
  await expect
    .poll(async () => (await page.request.get(`/api/checks/${idOf(first)}`)).json())
    .toMatchObject({ status: 'done' });
  const other = heldRecipient();
  const second = await startCheck(page, other);
  await page.goto(compareLink(first, second));
  await expect(page.getByText('The second check is still under way')).toBeVisible();
  await expect(page.getByText('They were not asked alike (Target)')).toBeVisible();
  await expectAccessible(page);
  await release(page.request, other);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Accepted both times', {
      timeout: 1_000,
    });
  }).toPass();
});

test('a bounce and a check of its recipient', async ({ page }) => {
  const bounce = await page.request.post('/api/bounces', {
    headers: { 'content-type': 'message/rfc822' },
    data: bounceOf({
      address: 'nobody@mailbox-unknown.test',
      host: 'mx1.mailbox-unknown.test',
      hostAddress: '192.0.2.25',
      reply: '550 5.1.1 User unknown',
      status: '5.1.1',
    }),
  });
  const { url } = (await bounce.json()) as { url: string };
  const check = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  await page.goto(compareLink(url, check));
  await expect(page.getByText('The same refusal as then: nothing has changed since.')).toBeVisible();
  await expectAccessible(page);
  const other = await finishedCheck(page, 'user@healthy.test');
  await page.goto(compareLink(url, other));
  await expect(page.getByRole('alert')).toContainText('says nothing that could be read of user@healthy.test');
});

test.describe('nothing to compare, in clear words', () => {
  test('what is no check, the same one, one of another domain, parameters twice, 100 kB of text', async ({
    page,
    complaints,
  }) => {
    const check = await finishedCheck(page, 'user@healthy.test');
    const other = await finishedCheck(page, 'user@three-exchanges.test');
    for (const [link, words] of [
      ['/compare?a=&b=', 'Two checks are compared'],
      [`/compare?b=${idOf(check)}`, 'Two checks are compared'],
      [`/compare?a=${idOf(check)}&a=${idOf(other)}&b=${idOf(check)}`, 'Two checks are compared'],
      [compareLink(check, check), 'lead to the same check'],
      [compareLink(check, other), 'healthy.test and three-exchanges.test'],
      [compareLink(check, 'AAAAAAAAAAAAAAAAAAAAAA'), 'The second link does not lead to a check here'],
      [`/compare?a=<script>alert(1)</script>&b=x`, 'Neither link leads to a check here'],
    ] as const) {
      await page.goto(link);
      await expect(page.getByRole('alert'), link).toContainText(words);
    }
    expect(complaints).toEqual([]);
    const long = await page.request.get(`/compare?a=${'x'.repeat(100_000)}&b=${idOf(check)}`);
    expect(long.status()).toBeGreaterThanOrEqual(400);
    expect(long.status()).toBeLessThan(500);
    const api = await page.request.get(`/api/compare?a=${idOf(check)}&b=${idOf(other)}`);
    expect(api.status()).toBe(400);
    expect(await api.json()).toMatchObject({ code: 'not-comparable' });
  });

  test('links are taken as they are copied, without a script', async ({ browser, page, baseURL }) => {
    const [first, second] = [
      await finishedCheck(page, 'user@healthy.test'),
      await finishedCheck(page, 'user@healthy.test'),
    ];
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const plain = await context.newPage();
    await plain.goto('/compare');
    await plain.getByLabel('First').fill(`https://mx.example${first}`);
    await plain.getByLabel('Second').fill(idOf(second));
    await plain.getByRole('button', { name: 'Compare' }).click();
    await expect(plain.getByRole('heading', { level: 1 })).toContainText('Accepted both times');
    await context.close();
  });
});
