import { expect, expectAccessible, test } from './page-test';

test('a pasted log line: its meaning, what to do, and what was read out of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Explain' }).click();
  await page
    .getByRole('textbox', { name: 'Reply' })
    .fill(
      'Nov 23 08:14:07 mx postfix/smtp[123]: 4F1B: to=<a@example.org>, relay=mx.example.org[192.0.2.25]:25, ' +
        'dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.25] said: 550 5.1.1 <a@example.org>: Recipient address rejected: User unknown (in reply to RCPT TO command))',
    );
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page).toHaveURL(/\/explain\?reply=/);
  await expect(page.getByRole('heading', { level: 2, name: /mailbox/i })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '550 5.1.1' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'RCPT TO' })).toBeVisible();
  await expectAccessible(page);
});

test('markup in a reply stays text', async ({ page }) => {
  await page.goto(`/explain?reply=${encodeURIComponent('550 <img src=x onerror=alert(1)> no')}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
});
