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
  await expect(async () => {
    await page.reload();
    await page.getByText('How long the mail servers took').click({ timeout: 1_000 });
  }).toPass();
  await expect(
    page.getByRole('img', {
      name: /^mx1\.mailbox-full-for-good\.test: connect .*; greeting .*; whole session /,
    }),
  ).toBeVisible();
  await expectAccessible(page);
  await buttons.first().click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mailbox is full');
});

test('one kind of lines of a domain, in the address bar', async ({ page }) => {
  await finishedCheck(page, 'user@healthy.test');
  const written = await page.request.post('/api/notes', {
    data: { domain: 'healthy.test', text: 'only this' },
  });
  expect(written.status()).toBe(201);
  await page.goto('/domain/healthy.test');
  await page.getByRole('navigation', { name: 'Kinds of lines' }).getByRole('link', { name: 'Notes' }).click();
  await page.waitForURL(/\?only=note#history$/);
  const lines = page.getByRole('region', { name: /^Checks, bounces/ });
  await expect(lines.getByText('only this').first()).toBeVisible();
  await expect(lines.locator('a[href^="/check/"]')).toHaveCount(0);
  await page.getByRole('link', { name: 'What watches have told' }).click();
  await expect(page.getByText('No watch has told of a change of this domain.')).toBeVisible();
  await page.goto('/domain/healthy.test?only=fly&only=note');
  await expect(page.getByRole('link', { name: 'Everything' })).toHaveAttribute('aria-current', 'true');
});
