import type { Page } from '@playwright/test';
import { expect, expectAccessible, finishedCheck, heldRecipient, startCheck, test } from './page-test';

// Colours do not depend on the width: every theme and every width, each once.
for (const [colorScheme, size, viewport] of [
  ['light', 'desk', { width: 1280, height: 900 }],
  ['dark', 'phone', { width: 390, height: 844 }],
] as const)
  test.describe(`${colorScheme}, ${size}`, () => {
    test.use({ colorScheme, viewport });

    for (const path of [
      '/',
      '/findings',
      '/findings/smtp.mailbox-unknown',
      '/explain?reply=550+5.1.1+User+unknown',
      '/message',
      '/compare?a=x&b=y',
      '/verify?problem=cut-off',
      '/checks',
      '/notes',
      '/search?q=healthy',
      '/vantage',
      '/address/192.0.2.1',
      '/address/8.8.4.4',
    ])
      test(path, async ({ page }) => {
        await page.goto(path);
        await expectReadable(page);
      });

    test('a frozen check', async ({ page }) => {
      await page.goto(await finishedCheck(page, 'user@hosts-disagree.test'));
      await expectReadable(page);
    });

    test('a domain', async ({ page }) => {
      await finishedCheck(page, 'user@healthy.test');
      await page.goto('/domain/healthy.test');
      await expectReadable(page);
    });

    test('a running check', async ({ page }) => {
      await page.goto(await startCheck(page, heldRecipient()));
      await expect(page.getByText('Running', { exact: true })).toBeVisible();
      await expect(page.getByText('RCPT TO:').first()).toBeAttached();
      await expectReadable(page);
      await page.getByRole('button', { name: 'Stop' }).click();
      await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
    });
  });

async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test.describe('nothing here', () => {
  // The browser's console notes the answer 404 itself.
  for (const path of ['/check/AAAAAAAAAAAAAAAAAAAAAA', '/check/x', '/domain/%20', '/nothing'])
    test(path, async ({ page, complaints }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByText('There is nothing at this address.')).toBeVisible();
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')));
    });
});
