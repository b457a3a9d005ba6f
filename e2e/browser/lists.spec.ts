import { expect, expectAccessible, finishedCheck, test } from './page-test';

test('all checks, by domain and outcome, in the address bar', async ({ page }) => {
  await finishedCheck(page, 'user@healthy.test');
  await finishedCheck(page, 'nobody@mailbox-unknown.test');
  await page.goto('/');
  await page.getByRole('link', { name: 'All checks' }).click();
  await page.waitForURL('/checks');
  await page.getByLabel('Outcome').selectOption('permanent');
  await page.getByLabel('Domain', { exact: true }).fill('mailbox-unknown.test');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/domain=mailbox-unknown\.test&outcome=permanent/);
  await expect(page.getByRole('listitem')).toContainText(['nobody@mailbox-unknown.test']);
  await expect(page.getByText('user@healthy.test')).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/checks?outcome=fly&cursor=%00&domain=' + 'x'.repeat(2_000));
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
});

test('a list shows by itself how its checks go on', async ({ page, request }) => {
  const { id } = (await (
    await request.post('/api/checks', { data: { target: 'user@silent-after-ehlo.test' } })
  ).json()) as { id: string };
  await page.goto('/checks?outcome=under-way');
  await expect(page.locator(`a[href="/check/${id}"]`)).toBeVisible();
  await page.goto('/checks');
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/check/${id}"]`) });
  await expect(row).toContainText(/Running|running|Under way/i);
  await request.post(`/api/checks/${id}/stop`);
  await expect(row).toContainText(/stopped/i);
});

test('who we are to others: what checks have shown, each with its check', async ({ page }) => {
  await finishedCheck(page, 'user@healthy.test');
  await page.goto('/vantage');
  const line = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await expect(line('Port 25')).toContainText('took a connection.');
  await expect(line('Port 53')).toContainText('Name servers answer over UDP');
  await expect(line('TLS')).toContainText('OpenSSL');
  await expectAccessible(page);
  await line('Port 25').getByRole('link').click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
});

test('the history of a domain as a table', async ({ page, request }) => {
  await finishedCheck(page, 'user@healthy.test');
  await request.post('/api/notes', { data: { domain: 'healthy.test', text: '=1+1' } });
  const answer = await request.get('/domain/healthy.test/history.csv');
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
  const csv = await answer.text();
  expect(csv).toMatch(/^at,what,target,outcome,side,stage,text,ms,link\r\n/);
  expect(csv).toMatch(/,check,user@healthy\.test,accepted,none,rcpt,.*,http:\/\/[^/]+\/check\/[\w-]{22}\r\n/);
  expect(csv).toContain(",note,,,,,'=1+1,,");
  expect((await request.get('/domain/%20/history.csv')).status()).toBe(400);
});

test('the catalogue of findings is searched, in the address bar', async ({ page }) => {
  await page.goto('/findings');
  await page.getByLabel('Words of a finding').fill('mailbox exist');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL(/\?q=mailbox\+exist$/);
  await expect(page.getByRole('link', { name: 'smtp.mailbox-unknown' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'mx.null' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/findings?q=%00&q=nothing-of-this');
  await expect(page.getByText('No finding has all of these words.')).toBeVisible();
});

test('a list says how long ago, and when on hover', async ({ page }) => {
  await finishedCheck(page, 'user@healthy.test');
  await page.goto('/checks');
  const time = page.getByRole('listitem').first().locator('time').first();
  await expect(time).toHaveText(/^(?:just now|\d+ min ago)$/);
  await expect(time).toHaveAttribute('title', /^\d{4}-\d\d-\d\d .* UTC$/);
});
