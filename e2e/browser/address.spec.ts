import { LISTED_ADDRESS, UNLISTED_ADDRESS, blocklistServer } from '../fixtures/blocklists';
import { asked, expect, expectAccessible, test } from './page-test';

/** More than the limit of a lookup. */
const SLOW = { timeout: 60_000 };

test('nobody is asked about an address before a press', async ({ page }) => {
  await page.goto('/address/127.16.3.99');
  await expect(page.getByRole('button', { name: 'Look it up' })).toBeVisible();
  await expectAccessible(page);
  const queries = await asked(page.request, blocklistServer('zen.spamhaus.org'));
  expect(queries.filter((query) => query.includes('99.3.16.127'))).toEqual([]);
});

test('an address: each list in its state, the worst first', async ({ page }) => {
  await page.goto(`/address/${LISTED_ADDRESS}`);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${LISTED_ADDRESS} is on 2 of the 3 blocklists that answered.`,
    SLOW,
  );
  const rows = page.locator('#lists li');
  await expect(rows.first()).toContainText('zen.spamhaus.org');
  for (const words of [
    'XBL: infected or abused machine',
    'Many receivers reject mail by it.',
    '<img src=x onerror=alert(1)>',
    'https://check.spamhaus.org/',
    '127.255.255.254',
    'so “listed” would mean nothing',
    'It has no reverse name (PTR)',
    'It changes nothing for mail that it receives',
    'Not asked here: b.barracudacentral.org',
    'ix.dnsbl.manitu.net (2025-01-16)',
  ])
    await expect(page.getByText(words).first()).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is on 2 of the 3 blocklists');
});

test('another address, from the page of our own side, and a name of ours', async ({ page }) => {
  await page.goto('/vantage');
  await page.getByLabel('Another address').fill('not an address');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'It is neither an IP address nor a name of this installation.',
  );
  await page.getByLabel('Another address').fill(` ${UNLISTED_ADDRESS} `);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${UNLISTED_ADDRESS} is on none of the 3 blocklists that answered.`,
    SLOW,
  );
  await expect(page.getByText('out.lists.test leads back to it.')).toBeVisible();
  await page.goto('/vantage');
  await page.getByRole('link', { name: 'probe.example', exact: true }).click();
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'probe.example is on the blocklist dbl.spamhaus.org.',
    SLOW,
  );
  await page.goto('/vantage');
  await expect(page.getByText('probe.example is on the blocklist dbl.spamhaus.org.')).toBeVisible();
  await expectAccessible(page);
});

test('a refusal that names a blocklist leads to what lists say', async ({ page }) => {
  const answer = await page.request.post('/api/checks', { data: { target: 'user@blocklisted.test' } });
  const { url } = (await answer.json()) as { url: string };
  await page.goto(url);
  await expect(page.getByRole('link', { name: /^what blocklists say of/ }).first()).toBeVisible(SLOW);
});

test('what is no public address is not asked about, and a program is told why', async ({ page, request }) => {
  await page.goto('/address/10.0.0.1');
  await expect(page.getByText('It is no public address: no blocklist has it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look it up' })).toHaveCount(0);
  const post = (address: string) => request.post('/api/addresses', { data: { address } });
  for (const [address, reason] of [
    ['10.0.0.1', 'not-public'],
    ['example.org', 'no-address'],
    ['', 'no-address'],
  ] as const) {
    const refused = await post(address);
    expect(refused.status()).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'request-invalid', reason });
  }
  const answer = await post(LISTED_ADDRESS);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    about: LISTED_ADDRESS,
    lists: expect.arrayContaining([
      expect.objectContaining({
        zone: 'zen.spamhaus.org',
        outcome: expect.objectContaining({ state: 'listed' }),
      }),
    ]),
    url: `/address/${LISTED_ADDRESS}`,
  });
});

test('a pasted reply leads to what can be looked at of it', async ({ page }) => {
  const explained = (reply: string) => `/explain?${new URLSearchParams({ reply })}`;
  await page.goto(explained('554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org'));
  await page.getByRole('link', { name: 'What blocklists say of 192.0.2.7' }).click();
  await expect(page).toHaveURL(/\/address\/192\.0\.2\.7$/);
  await page.goto(explained('550 5.7.26 Unauthenticated email is not accepted due to the DMARC policy'));
  await page.getByRole('link', { name: 'Verify a message: which step fails' }).click();
  await expect(page).toHaveURL(/\/message$/);
});
