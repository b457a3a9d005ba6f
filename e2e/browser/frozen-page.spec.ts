import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '@/lib/meaning/categories';
import { expect, expectAccessible, finishedCheck, test } from './page-test';

const MAIL = { 'content-type': 'message/rfc822' };

test('a finished check is a document: no script of React, the same bytes to everybody, kept by nobody', async ({
  page,
  request,
}) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  const [first, second] = [await request.get(url), await request.get(url)];
  const html = await first.text();
  expect(html).toBe(await second.text());
  expect(html.match(/<script\b[^>]*>/g)).toEqual([
    expect.stringMatching(/type="module" src="[^"]+frozen-page\.js"/),
  ]);
  expect(first.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(first.headers()['content-security-policy']).toMatch(/script-src 'self';/);
});

test('light or dark as the reader has chosen; the button works on it', async ({ page, context }) => {
  const url = await finishedCheck(page, 'user@healthy.test');
  await page.goto(url);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await context.clearCookies();
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('keys and the field of the header work on it', async ({ page }) => {
  const first = await finishedCheck(page, 'user@healthy.test');
  await page.goto(first);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('no target at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Domain or address to check').fill('user@healthy.test');
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => /^\/check\/[\w-]{22}$/.test(pathname) && pathname !== first);
});

test('what is typed into the list leads to the domain, the check or the page that is meant', async ({
  page,
}) => {
  const check = await finishedCheck(page, 'user@healthy.test');
  await page.goto('/findings');
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  const open = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(typed);
  };
  await open('no such page');
  await expect(dialog.getByRole('option')).toHaveText(['Search everything for no such page']);
  await page.keyboard.press('Escape');
  await open(check.split('/').at(-1) ?? '');
  await expect(dialog.getByRole('option')).toHaveText([
    'user@healthy.test Accepted',
    /^Search everything for /,
  ]);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(check);
  await open('a@nobody-asked.example');
  await expect(dialog.getByRole('option')).toHaveText([
    'History of nobody-asked.example',
    'Check a@nobody-asked.example now',
    'Search everything for a@nobody-asked.example',
  ]);
  await open('read');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('option', { selected: true })).toHaveText('Read a complaint');
  await page.keyboard.press('Enter');
  await page.waitForURL('/feedback');
});

test('what is chosen stays chosen when the checks of lately come late', async ({ page }) => {
  await finishedCheck(page, 'user@healthy.test');
  await page.goto('/findings');
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  await page.route('**/api/checks?*', async (route) => {
    await told;
    await route.continue();
  });
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  const selected = dialog.getByRole('option', { selected: true });
  const chosen = await selected.innerText();
  tell();
  await expect(dialog.getByRole('option', { name: 'History of healthy.test' })).toBeVisible();
  await expect(selected).toHaveText(chosen);
});

test('the list to jump to opens without keys, too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/findings');
  await page.getByRole('link', { name: 'Search, or jump to a page' }).click();
  await page.getByRole('dialog', { name: 'Jump to' }).getByRole('combobox').fill('own side');
  await page.getByRole('option', { name: 'Who we are to others' }).click();
  await expect(page).toHaveURL(/\/vantage$/);
});

test('a list that is closed and opened at once hears what is typed', async ({ page }) => {
  await page.goto('/findings');
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await dialog.evaluate((list: HTMLDialogElement) => {
    list.close();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
  });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('combobox').fill('complaint');
  await expect(dialog.getByRole('option')).toHaveText([
    'Read a complaint',
    'Search everything for complaint',
  ]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a page that changes shows what is so now, with its query and its status, without React', async ({
  page,
  request,
}) => {
  await finishedCheck(page, 'user@healthy.test');
  const bounce = await request.post('/api/bounces', { headers: MAIL, data: 'Subject: lunch\n\nAt noon?\n' });
  const { url } = (await bounce.json()) as { url: string };
  for (const [path, words, status = 200] of [
    ['/', 'Why does mail not arrive?'],
    ['/bounce?problem=one-line', 'A field of one line cannot hold a message.'],
    ['/feedback?problem=request-invalid', 'There is nothing in it'],
    ['/bounce?problem=constructor', 'It could not be read.'],
    [`${url}?problem=check`, 'No notice about a delivery.'],
    ['/explain?reply=550+5.1.1+%3Ca%3E+unknown', '550 5.1.1 &lt;a&gt; unknown'],
    ['/compare', 'Compare two checks'],
    ['/compare?a=x', 'Two checks are compared'],
    ['/verify?problem=no-report', 'not a report of mxproof'],
    ['/verify?result=AAAAAAAAAAAAAAAAAAAAAA', 'no longer kept'],
    ['/domain/Healthy.test?cursor=', 'healthy.test'],
    ['/bounce/AAAAAAAAAAAAAAAAAAAAAA', 'There is nothing at this address.', 404],
    ['/feedback/AAAAAAAAAAAAAAAAAAAAAA', 'There is nothing at this address.', 404],
    ['/domain/%20', 'There is nothing at this address.', 404],
    ['/check/AAAAAAAAAAAAAAAAAAAAAA', 'There is nothing at this address.', 404],
    ['/findings/no.such-finding', 'There is nothing at this address.', 404],
    ['/nothing', 'There is nothing at this address.', 404],
    ['/api/page', 'There is nothing at this address.', 404],
  ] as const) {
    const answer = await request.get(path);
    const html = await answer.text();
    expect([path, answer.status()]).toEqual([path, status]);
    expect(html).toContain(words);
    expect(html.match(/<script\b[^>]*>/g)).toEqual([expect.stringMatching(/frozen-page\.js/)]);
    expect(answer.headers()).toMatchObject({
      'cache-control': expect.stringContaining('no-store'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/script-src 'self';/),
    });
  }
});

test('the field of the header works where there is no page', async ({ page, complaints }) => {
  await page.goto('/check/AAAAAAAAAAAAAAAAAAAAAA');
  const field = page.getByLabel('Domain or address to check');
  await field.fill('no target at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(field).toHaveValue('no target at all');
  await expect(field).toBeFocused();
  await field.fill('user@healthy.test');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('healthy.test');
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')));
});

test('a check is kept by one press, whatever its age, and let go by another', async ({ page }) => {
  const address = `user-${Date.now()}@healthy.test`;
  const url = await finishedCheck(page, address);
  await page.goto(url);
  const how = page.getByRole('region', { name: 'How long it is kept' });
  await how.getByRole('button', { name: 'Keep this check' }).click();
  await expect(how).toContainText(/Kept since .+, whatever its age\./);
  await expectAccessible(page);
  await page.goto('/domain/healthy.test');
  const row = page.getByRole('listitem').filter({ hasText: address });
  await expect(row).toContainText('kept');
  await page.goto('/settings');
  await expect(page.getByText('keeps the check').first()).toBeVisible();
  await expect(page.locator('#database')).toContainText(
    /Kept whatever its age\s*[1-9]\d* checks?, \d+ mails?/,
  );
  await page.goto(url);
  await how.getByRole('button', { name: 'Let it go' }).click();
  await expect(how.getByRole('button', { name: 'Keep this check' })).toBeVisible();
  await page.goto('/domain/healthy.test');
  await expect(row).not.toContainText('kept');
});

test('so is a mail', async ({ page, request }) => {
  const data = 'From: MAILER-DAEMON@a.example\r\nSubject: hello\r\n\r\nhello\r\n';
  const { id } = (await (await request.post('/api/bounces', { data, headers: MAIL })).json()) as {
    id: string;
  };
  await page.goto(`/bounce/${id}`);
  const how = page.getByRole('region', { name: 'How long it is kept' });
  await how.getByRole('button', { name: 'Keep this mail' }).click();
  await expect(how).toContainText('Kept since');
  await how.getByRole('button', { name: 'Let it go' }).click();
  await expect(how.getByRole('button', { name: 'Keep this mail' })).toBeVisible();
});

test('a form is sent once, and again by whoever comes back', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Domain or mail address').fill('user@healthy.test');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  await page.goBack();
  await page.getByLabel('Domain or mail address').fill('user@null-mx.test');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('null-mx.test');
});

test('a form that our server does not answer says so, and can be sent again', async ({
  page,
  complaints,
}) => {
  const first = await finishedCheck(page, 'user@healthy.test');
  await page.goto(first);
  let posts = 0;
  await page.route('/', (route, request) => {
    if (request.method() === 'POST' && ++posts === 1) return route.abort();
    return route.continue();
  });
  await page.getByLabel('Domain or address to check').fill('user@healthy.test');
  await page.keyboard.press('Enter');
  await expect(page.getByText('mxproof did not answer. Please try again.')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => /^\/check\/[\w-]{22}$/.test(pathname) && pathname !== first);
  expect(posts).toBe(2);
  // The browser's own, of the request that was lost.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
});

test('moments are in the zone of the reader', async ({ page, browser }) => {
  const url = await finishedCheck(page, 'user@healthy.test');
  const far = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const there = await far.newPage();
  await there.goto(new URL(url, (await page.goto(url))?.url()).href);
  const time = there.locator('#verdict time');
  await expect(time).not.toContainText('UTC');
  expect(await time.innerText()).not.toBe(await page.locator('#verdict time').innerText());
  await far.close();
});

test('no phrase of lib/meaning reaches a browser', () => {
  const folder = join('.next', 'static');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(scripts.length).toBeGreaterThan(5);
  const phrases = Object.values(CATEGORIES).map(({ meaning }) => meaning);
  expect(phrases.filter((phrase) => scripts.some((script) => script.includes(phrase)))).toEqual([]);
});
