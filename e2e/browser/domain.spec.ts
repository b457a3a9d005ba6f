import { expect, expectAccessible, finishedCheck, test } from './page-test';

test('the page of a domain: what was seen last, the mailbox that failed, and runs that are folded', async ({
  page,
}) => {
  for (let n = 0; n < 3; n++) await finishedCheck(page, 'user@mailbox-full-for-good.test');
  await page.goto('/domain/mailbox-full-for-good.test');
  const today = page.getByRole('region', { name: 'As it was seen last' });
  await expect(today).toContainText(/Mail exchangers\s*10 mx1\.mailbox-full-for-good\.test · \[127\./);
  await expect(today).toContainText(
    /TLS\s*mx1\.mailbox-full-for-good\.test: encrypted, certificate trusted \(TLSv1\.\d\)/,
  );
  const buttons = page.locator('main').getByRole('button', { name: /^Check .* now$/ });
  await expect(buttons.first()).toHaveText('Check user@mailbox-full-for-good.test now');
  await page.getByText('2 checks before it came to the same').click();
  await expect(page.locator('details[open] a[href^="/check/"]')).toHaveCount(2);
  await expectAccessible(page);
  await buttons.first().click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mailbox is full');
});
