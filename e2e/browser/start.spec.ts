import { expect, test } from './page-test';

test.describe('what is no target', () => {
  for (const [input, marked] of [
    ['foo@', ''],
    ['a b', ' '],
    ['user@exa mple.com', ' '],
    [`${'a'.repeat(300)}@example.com`, 'a'.repeat(300)],
  ] as const)
    test(`${input.slice(0, 30)}: told at the field, nothing typed is lost`, async ({ page }) => {
      await page.goto('/');
      const field = page.getByLabel('Domain or mail address');
      await field.fill(input);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveValue(input);
      await expect(page).toHaveURL('/');
      if (marked.trim() !== '') await expect(page.locator('#target-hint mark')).toHaveText(marked);
    });
});

test('the targets of the practice internet are one press away', async ({ page }) => {
  await page.goto('/');
  await page.getByText(/^\d+ more$/).click();
  await page.getByRole('button', { name: 'Check user@null-mx.test' }).click();
  await page.waitForURL(/\/check\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('null-mx.test');
});

test('a message needs an explicit confirmation, then shows its queue id', async ({ page }) => {
  const target = `user-${Date.now()}@message-accepted.test`;
  await page.goto('/');
  await page.getByLabel('Domain or mail address').fill(target);
  await page.getByText('Options').click();
  await page.getByText('Sends a real message').click();
  await page.getByLabel('Subject').fill('Grüße');
  await page.getByRole('textbox', { name: 'Text' }).fill('.hidden?');
  const preview = page.getByRole('figure', { name: 'What will be sent' });
  await expect(preview).toContainText(`RCPT TO:<${target}>\nDATA\nDate: `);
  await expect(preview).toContainText('Subject: =?utf-8?B?R3LDvMOfZQ==?=');
  await expect(preview).toContainText('\n..hidden?\n.');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('tick the box that confirms it')).toBeVisible();
  await page.getByText('or the recipient agrees').click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForURL(/\/check\//);
  await expect(page.getByText(/queue id|Queue id|queued as/).first()).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the form works and the page of the check holds everything', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('Domain or mail address').fill('user@healthy.test');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.waitForURL(/\/check\//);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/takes? mail for/, {
        timeout: 500,
      });
    }).toPass();
  });
});

test('the theme that was chosen is there at once on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const answer = await page.goto('/findings');
  expect(await answer?.text()).toContain('data-theme="dark"');
});
