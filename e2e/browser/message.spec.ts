import { expect, expectAccessible, passingMessage, test } from './page-test';

const MAIL = [
  'Return-Path: <anna@healthy.test>',
  'Received: from inside.dest.example (inside.dest.example [10.0.0.7]) by store.dest.example with LMTP; Mon, 23 Nov 2026 10:10:05 +0000',
  'Received: from out.healthy.test (out.healthy.test [8.8.4.4]) by mx.dest.example with ESMTPS id 1; Mon, 23 Nov 2026 11:00:05 +0100',
  'DKIM-Signature: v=1; a=rsa-sha256; d=healthy.test; s=s1; h=from; bh=AAAA; b=AAAA',
  'From: "<img src=x onerror=alert(1)>" <anna@healthy.test>',
  'Subject: Hi',
  '',
  'Hello',
].join('\r\n');

test('a pasted message: the verdict, its way, each step, and what bulk senders owe', async ({ page }) => {
  await page.goto('/message');
  await expectAccessible(page);
  await page
    .getByLabel('Message', { exact: true })
    .evaluate((field: HTMLTextAreaElement, text) => (field.value = text), MAIL);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page).toHaveURL(/\/message\?result=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No DMARC policy applies: healthy.test publishes none.',
  );
  for (const words of ['healthy.test: permerror', '10 min 0 s', 'SPF passes: not met', 'handed over here'])
    await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why Microsoft may answer 550 5.7.515' })).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
  await expectAccessible(page);
});

test('a message that is right in all: nothing is told to be mended', async ({ page }) => {
  const mail = await passingMessage(page.request);
  await page.goto('/message');
  await page
    .getByLabel('Message', { exact: true })
    .evaluate((field: HTMLTextAreaElement, text) => (field.value = text), mail);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('DMARC passes');
  await expect(page.getByText(': not met')).toHaveCount(0);
  await expect(page.getByText(/not known|fail/i)).toHaveCount(0);
  await expectAccessible(page);
});

test('a file is read, and what is no message is told', async ({ page }) => {
  const handOver = async (name: string, text: string) => {
    await page.goto('/message');
    const file = { name, mimeType: 'message/rfc822', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Verify' }).click();
  };
  await handOver('text.eml', 'Hello, this is the text of a message.');
  await expect(page.getByRole('alert')).toContainText('It does not begin with the header of a message.');
  await handOver('mail.eml', MAIL);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No DMARC policy applies');
  await page.goto('/message?result=none');
  await expect(page.getByRole('alert')).toContainText('This result is no longer kept');
});

test('a program gets the same, by which way and how far it was asked', async ({ request }) => {
  const answer = await request.post('/api/messages', {
    headers: { 'content-type': 'message/rfc822' },
    data: MAIL,
  });
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    dkim: [{ domain: 'healthy.test', result: 'permerror', reason: 'key-not-found' }],
    arc: { cv: 'none' },
    ways: [{ address: '8.8.4.4', dmarc: { result: 'none', domain: 'healthy.test' } }],
    isCutShort: false,
  });
  const refused = await request.post('/api/messages', {
    headers: { 'content-type': 'message/rfc822' },
    data: 'nothing',
  });
  expect(refused.status()).toBe(400);
});
