import type { Page } from '@playwright/test';
import { block } from '../scenarios/block';
import { expect, finishedCheck, heldRecipient, release, startCheck, test } from './page-test';

const at = block('mailbox-unknown');

test('from the typed address to the verdict, then the same page in another browser', async ({
  page,
  browser,
}) => {
  await page.goto('/');
  await page.getByLabel('Domain or mail address').fill('nobody@mailbox-unknown.test');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  const verdict = page.getByRole('heading', { level: 1 });
  await expect(verdict).toHaveText(
    `Rejected permanently: the mailbox does not exist, says mx1.mailbox-unknown.test [${at(101)}] at RCPT TO.`,
  );
  await expect(page.getByText('Recipient’s side').first()).toBeVisible();
  await expect(page.getByText('550 5.1.1 <nobody@mailbox-unknown.test>').first()).toBeVisible();
  await expect(page.getByText(/sha256:[0-9a-f]{64}/)).toBeVisible();

  const other = await browser.newContext();
  const frozen = await other.newPage();
  await frozen.goto(page.url());
  await expect(frozen.getByRole('heading', { level: 1 })).toHaveText(await verdict.innerText());
  await page.reload();
  const wordsOf = async (one: Page) => (await one.locator('main').innerText()).replace(/\s+/g, ' ');
  // A script turns the times into local ones.
  await expect(async () => expect(await wordsOf(frozen)).toBe(await wordsOf(page))).toPass();
  await other.close();

  await page.getByRole('link', { name: 'history of mailbox-unknown.test' }).click();
  await expect(page).toHaveURL('/domain/mailbox-unknown.test');
  await expect(page.getByRole('link', { name: 'nobody@mailbox-unknown.test' }).first()).toBeVisible();
});

test('a slow server: the page moves by itself, without a reload', async ({ page }) => {
  const recipient = heldRecipient();
  await page.goto(await startCheck(page, recipient));
  await page.evaluate(() => document.documentElement.setAttribute('data-not-reloaded', ''));
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await release(page.request, recipient);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/takes? mail for/);
  await expect(page).toHaveTitle(/accepted|Accepted/);
  await expect(page.locator('html[data-not-reloaded]')).toHaveCount(1);
});

test('a check is stopped and keeps what it has seen', async ({ page }) => {
  await page.goto(await startCheck(page, heldRecipient()));
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/stopped/i).first()).toBeVisible();
  await expect(page.getByText('held.test MX').first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
});

test('text of the other side stays text', async ({ page, complaints }) => {
  await page.goto(await finishedCheck(page, 'user@hostile-text.test'));
  await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
  await expect(page.getByText('\\x1b[2J').first()).toBeVisible();
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('run again makes a new check', async ({ page }) => {
  const url = await finishedCheck(page, 'user@healthy.test');
  await page.goto(url);
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.waitForURL((now) => now.pathname !== url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/takes? mail for user@healthy\.test/);
});

test('the page of a check is not indexed and tells no referrer', async ({ page }) => {
  const answer = await page.goto(await finishedCheck(page, 'user@healthy.test'));
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
});

test('the proof as text and as JSON', async ({ page }) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  const text = await page.request.get(`${url}/report.txt`);
  expect(text.headers()).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'referrer-policy': 'no-referrer',
  });
  const short = await text.text();
  expect(short.split('\n').length).toBeLessThan(120);
  expect(short).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}~> RCPT TO:<nobody@mailbox-unknown\.test>$/m);
  expect(short).toContain(`\nProof:  ${new URL(url, (await page.request.get('/')).url()).href}\n`);
  const markdown = await page.request.get(`${url}/report.md`);
  expect(markdown.headers()).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'referrer-policy': 'no-referrer',
  });
  expect(await markdown.text()).toMatch(/^# Rejected permanently: /);
  const full = await (await page.request.get(`${url}/report.txt?full=1`)).text();
  expect(full).toContain('Code smtp.mailbox-unknown;');
  expect((await page.request.get(`${url}/report.txt?full=yes`)).status()).toBe(400);
  const report = (await (await page.request.get(`${url}/report.json`)).json()) as object;
  expect(report).toMatchObject({
    status: 'done',
    verdict: { outcome: 'permanent', side: 'recipient', stage: 'rcpt' },
  });
});

test('the link and the whole text are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  await page.goto(url);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(clipboard).toBe(page.url());
  await page.getByRole('button', { name: 'Copy as text' }).click();
  const text = await (await page.request.get(`${url}/report.txt`)).text();
  await expect.poll(clipboard).toBe(text);
});

for (const [kind, target] of [
  ['frozen', 'nobody@mailbox-unknown.test'],
  ['live', 'user@connection-times-out.test'],
] as const)
  test(`whom to write to, on a ${kind} page: addresses and the mail are copied, and a link opens it`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const url = kind === 'frozen' ? await finishedCheck(page, target) : await startCheck(page, target);
    await page.goto(url);
    const section = page.getByRole('region', { name: 'Whom to write to' });
    const postmaster = `postmaster@${target.split('@')[1] ?? ''}`;
    const link = section.getByRole('link', { name: postmaster });
    await expect(link).toHaveAttribute('href', `mailto:${postmaster}`);
    await expect(section).toContainText('by RFC 5321 §4.5.1 every mail domain has it; not tried');
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await section.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await expect.poll(clipboard).toBe(postmaster);
    await section.getByRole('button', { name: 'Copy a ready mail' }).click();
    await expect.poll(clipboard).toMatch(/^Subject: Mail to /);
    expect(await clipboard()).toContain(`\n${page.url()}\n`);
    // No program takes it here: that it is fetched for the link is what can be seen.
    const fetched = page.waitForResponse((answer) => answer.url().endsWith('/mail.txt'));
    await link.click();
    expect((await fetched).status()).toBe(200);
  });

test('where the sender’s side has to act, nobody is named', async ({ page }) => {
  await page.goto(await finishedCheck(page, 'user@blocklisted.test'));
  const section = page.getByRole('region', { name: 'Whom to write to' });
  await expect(section).toContainText('the sender’s side has to act');
  await expect(section.getByRole('link')).toHaveCount(0);
});

test('every step can be repeated by hand: a press copies its command', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(await finishedCheck(page, 'user@versions-differ.test'));
  await page.getByText('Every query, with its dig command').click();
  const command = page.locator('#queries .dig').first();
  const said = await command.innerText();
  expect(said).toMatch(/^dig @127\.16\.0\.\d+ -p \d+ \+norecurse/);
  await command.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(said);
});
