import type { APIRequestContext, Page } from '@playwright/test';
import { bounceOf, complaintOf, type NoticeRecipient } from '../fixtures/notices';
import { expect, expectAccessible, test } from './page-test';

const UNKNOWN: NoticeRecipient = {
  address: 'nobody@mailbox-unknown.test',
  host: 'mx1.mailbox-unknown.test',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 User unknown',
  status: '5.1.1',
};
const HEALED: NoticeRecipient = {
  address: 'user@healthy.test',
  host: 'mx1.healthy.test',
  hostAddress: '192.0.2.26',
  reply: '452 4.2.2 Mailbox full',
  status: '4.2.2',
};

async function handOver(request: APIRequestContext, path: string, data: string | Buffer) {
  return request.post(path, { data, headers: { 'content-type': 'message/rfc822' } });
}

/** Pastes as a person does: the page gets the event, not the characters. */
async function pasteInto(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('from a pasted bounce to the comparison with the live check', async ({ page }) => {
  await page.goto('/');
  await pasteInto(page, 'Domain or mail address', bounceOf(UNKNOWN));
  await expect(page).toHaveURL(/\/bounce\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Not delivered to nobody@mailbox-unknown.test: there is no such mailbox.',
  );
  await expect(page.getByText('What the notice states')).toBeVisible();
  const plainly = page.getByText(/^The message to nobody@mailbox-unknown\.test was not delivered\./);
  await expect(plainly).toContainText('Check the spelling, or ask the recipient in another way');
  await expect(page.getByRole('button', { name: 'Copy for the person who asked' })).toBeVisible();
  await expect(
    page.getByRole('definition').filter({ hasText: 'mx1.mailbox-unknown.test' }).first(),
  ).toBeVisible();
  await page.getByText('Sender and HELO name, as the notice suggests').click();
  await expect(page.getByLabel('Sender')).toHaveValue('anna@contoso.example');
  await expect(page.getByLabel('HELO name')).toHaveValue('mail.contoso.example');
  await page.getByRole('button', { name: 'Check this recipient now' }).click();
  await expect(page).toHaveURL(/\/check\//);
  await expect(page.getByText('The same refusal as then: nothing has changed since.')).toBeVisible();
  await expect(page.getByText('550 5.1.1 at RCPT TO by mx1.mailbox-unknown.test').first()).toBeVisible();
  await page.getByRole('link', { name: 'What the notice states' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('…@mailbox-unknown.test');
  await page.goto('/domain/mailbox-unknown.test');
  await expect(page.getByRole('link', { name: 'A bounce', exact: true }).first()).toBeVisible();
});

test('a mailbox that was full then takes mail today; without a script, by file', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/bounce');
  await page.setInputFiles('input[type=file]', {
    name: 'bounce.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(bounceOf(HEALED, UNKNOWN)),
  });
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Not delivered to any of 2 recipients.',
  );
  const healed = page.getByRole('article', { name: 'user@healthy.test' });
  await healed.getByRole('button', { name: 'Check this recipient now' }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('What stood in the way then is gone: send the message again.')).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await context.close();
});

test('the shared view hides local parts and does not give the message away', async ({ page, request }) => {
  const taken = (await (await handOver(request, '/api/bounces', bounceOf(UNKNOWN))).json()) as { id: string };
  const view = (await (await request.get(`/api/bounces/${taken.id}`)).json()) as { sharedId: string };
  const answer = await page.goto(`/bounce/${view.sharedId}`);
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/nobody|anna/i);
  expect(text).toContain('…@mailbox-unknown.test');
  expect(await page.title()).not.toMatch(/nobody|anna/i);
  await expect(page.getByRole('button', { name: 'Check this recipient now' })).toHaveCount(0);
  expect((await request.get(`/api/bounces/${view.sharedId}/message`)).status()).toBe(404);
  const raw = await request.get(`/api/bounces/${taken.id}/message`);
  expect(raw.headers()['content-disposition']).toContain('attachment');
  expect(await raw.text()).toBe(bounceOf(UNKNOWN));
});

test('markup in a bounce stays text, and nothing in it is fetched', async ({ page, request }) => {
  const asked: string[] = [];
  page.on('request', (one) => void asked.push(one.url()));
  const hostile = {
    ...UNKNOWN,
    reply: '550 5.1.1 <img src=http://127.0.0.1:9/x onerror=alert(1)><script>alert(2)</script> unknown',
  };
  const { url } = (await (await handOver(request, '/api/bounces', bounceOf(hostile))).json()) as {
    url: string;
  };
  await page.goto(url);
  await expect(page.getByText('<script>alert(2)</script>').first()).toBeVisible();
  expect(await page.locator('main img, main script[src]').count()).toBe(0);
  expect(asked.filter((one) => one.includes(':9/'))).toEqual([]);
});

test('what is no bounce is said to be none', async ({ page }) => {
  await page.goto('/bounce');
  await page
    .getByRole('textbox', { name: 'Bounce' })
    .fill('From: a@example.org\nSubject: lunch\n\nAt noon?\n');
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No notice about a delivery.');
  await page.goto('/bounce');
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByText('There is nothing in it: paste a message, or choose a file.')).toBeVisible();
});

test('a complaint: what was reported, on what evidence, and the chart', async ({ page, request }) => {
  const complaint = complaintOf({ from: '203.0.113.8', at: new Date(Date.now() - 3600_000), isList: true });
  const answer = await handOver(request, '/api/feedback', complaint);
  expect(answer.status()).toBe(202);
  const { id, url, kind } = (await answer.json()) as { id: string; url: string; kind: string };
  expect({ url, kind, at: answer.headers()['location'] }).toEqual({
    url: `/feedback/${id}`,
    kind: 'feedback',
    at: `/api/feedback/${id}`,
  });
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('List mail was reported.');
  await expect(page.getByText('List-Unsubscribe-Post: List-Unsubscribe=One-Click')).toBeVisible();
  await page.goto('/feedback');
  await expect(page.getByRole('img', { name: /^Complaints a day/ })).toBeVisible();
  await expect(page.getByText('203.0.113.8').first()).toBeVisible();
});

test('an mbox is many mails; what is too large is refused with a sentence', async ({ request }) => {
  const mbox = [UNKNOWN, HEALED]
    .map((one) => `From MAILER-DAEMON Mon Nov 23 09:12:44 2026\n${bounceOf(one)}\n`)
    .join('');
  const many = await handOver(request, '/api/bounces', mbox);
  expect(many.status()).toBe(202);
  expect(((await many.json()) as { items: unknown[] }).items).toHaveLength(2);
  const large = await handOver(request, '/api/bounces', Buffer.alloc(25 * 1024 * 1024 + 1, 'x'));
  expect(large.status()).toBe(413);
  expect(await large.json()).toMatchObject({
    code: 'too-large',
    detail: expect.stringContaining('25 MB'),
  });
  const most = Buffer.alloc(25 * 1024 * 1024, 'x\r\n');
  most.write(bounceOf(UNKNOWN));
  expect((await handOver(request, '/api/bounces', most)).status()).toBe(202);
  const empty = await handOver(request, '/api/bounces', ' \r\n');
  expect(empty.status()).toBe(400);
  const other = await request.post('/api/bounces', {
    data: bounceOf(UNKNOWN),
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(other.status()).toBe(400);
});

test('checks and bounces of a domain share one time line, page after page, each once', async ({
  page,
  request,
}) => {
  const domain = 'paged-mails.invalid';
  const one = { ...UNKNOWN, address: `nobody@${domain}` };
  const mbox = Array.from({ length: 60 }, () => `From x Mon Nov 23 09:12:44 2026\n${bounceOf(one)}\n`).join(
    '',
  );
  expect((await handOver(request, '/api/bounces', mbox)).status()).toBe(202);
  for (let n = 0; n < 2; n++)
    expect((await request.post('/api/checks', { data: { target: `user${n}@${domain}` } })).status()).toBe(
      202,
    );
  const linksOf = () =>
    page
      .locator('#history ol a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.goto(`/domain/${domain}`);
  const first = await linksOf();
  expect(first.slice(0, 2).every((href) => href.startsWith('/check/'))).toBe(true);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('link', { name: 'Newest' })).toBeVisible();
  const rest = await linksOf();
  expect([first.length, rest.length, new Set([...first, ...rest]).size]).toEqual([50, 12, 62]);
});

test('a check of a bounce that is not here', async ({ request }) => {
  const answer = await request.post('/api/checks', {
    data: { target: 'user@healthy.test', reportMail: 'AAAAAAAAAAAAAAAAAAAAAA' },
  });
  expect(answer.status()).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'report-not-found' });
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });

    test('bounce and complaint pages are accessible and not wider than a phone', async ({
      page,
      request,
    }) => {
      const urls = ['/bounce', '/feedback'];
      const complaint = complaintOf({ from: '203.0.113.8', at: new Date(), isList: false });
      for (const raw of [bounceOf(UNKNOWN, HEALED), complaint])
        urls.push(((await (await handOver(request, '/api/bounces', raw)).json()) as { url: string }).url);
      for (const url of urls) {
        await page.goto(url);
        await expectAccessible(page);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    });
  });
