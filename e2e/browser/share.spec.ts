import type { APIRequestContext, Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  finishedCheck,
  heldRecipient,
  idOf,
  release,
  startCheck,
  test,
} from './page-test';

const linksOf = (url: string) => `/api/checks/${idOf(url)}/links`;

async function makeLink(request: APIRequestContext, url: string, data: object = {}): Promise<string> {
  const response = await request.post(linksOf(url), { data });
  expect(response.status()).toBe(201);
  const made = (await response.json()) as { id: string; url: string };
  expect(response.headers()['location']).toBe(made.url);
  expect(made.url).toBe(`/check/${made.id}`);
  return made.url;
}

const fileOf = async (page: Page, path: string) => (await page.request.get(path)).text();

test('a link without local parts is made, read by somebody, and taken back', async ({ page, complaints }) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  await page.goto(url);
  await page.getByRole('link', { name: 'Share …' }).click();
  await page.getByText('Make a link …').click();
  await expectAccessible(page);
  await page.getByLabel('A line to its reader').fill('Since <b>Tuesday</b>, as said on the phone.');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const made = page.getByRole('list', { name: 'Links that were made' }).getByRole('listitem');
  await expect(made).toContainText('without local parts');
  const { items } = (await (await page.request.get(linksOf(url))).json()) as { items: { id: string }[] };
  const shared = `/check/${items[0]?.id ?? ''}`;

  await page.goto(shared);
  const about = page.getByRole('complementary', { name: 'About this link' });
  await expect(about).toContainText('“Since <b>Tuesday</b>, as said on the phone.”');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('the mailbox does not exist');
  await expect(page.getByText('…@mailbox-unknown.test').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Share …' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Run again and compare' })).toHaveCount(0);
  await expectAccessible(page);
  for (const path of ['', '/report.txt', '/report.txt?full=1', '/report.md', '/report.json', '/mail.txt']) {
    const text = await fileOf(page, `${shared}${path}`);
    expect(text).not.toContain('nobody@');
    expect(text).not.toContain(idOf(url));
  }
  expect(await fileOf(page, `${shared}/report.txt`)).toContain(
    'From whoever sent this link: “Since <b>Tuesday</b>, as said on the phone.”',
  );
  expect(JSON.parse(await fileOf(page, `${shared}/report.json`))).not.toHaveProperty('evidence');
  expect((await page.request.get(`/api${shared.replace('check', 'checks')}/events`)).status()).toBe(404);

  await page.goto(url);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(made).toContainText('A link that was taken back');
  const response = await page.goto(shared);
  // The browser complains of every answer that is no page.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('410')));
  expect(response?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has ended.');
  await expect(page.getByText('Whoever made this link has taken it back.')).toBeVisible();
  await expectAccessible(page);
  for (const path of ['/report.txt', '/report.json', '/mail.txt', '/capture/1'])
    expect((await page.request.get(`${shared}${path}`)).status()).toBe(410);
});

test('a link with everything leads to the same check, whose proof can be verified, and which can be run again', async ({
  page,
}) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  const shared = await makeLink(page.request, url, { hidesLocalParts: false, days: null });
  const file = await fileOf(page, `${shared}/report.json`);
  const verified = await page.request.post('/api/verify', {
    headers: { 'content-type': 'application/json' },
    data: Buffer.from(file),
  });
  expect(await verified.json()).toMatchObject({ digest: { state: 'matches' } });
  await page.goto(shared);
  await page.getByRole('button', { name: 'Run again and compare' }).click();
  await page.waitForURL((now) => now.pathname.startsWith('/check/') && now.pathname !== shared);
  await page.getByRole('link', { name: 'Compare with the former' }).click();
  await expect(page).toHaveURL(new RegExp(`a=${idOf(shared)}&`));
});

test('what cannot be made is refused with a sentence', async ({ page }) => {
  const { request } = page;
  const url = await finishedCheck(page, 'user@healthy.test');
  for (const [data, say] of [
    [{ days: 31 }, /days/],
    [{ line: 'x'.repeat(301) }, /300 characters/],
    [{ line: 'two\nlines' }, /one line/],
    [{ more: 1 }, /not of the form/],
  ] as const) {
    const refused = await request.post(linksOf(url), { data });
    expect(refused.status()).toBe(400);
    expect(((await refused.json()) as { detail: string }).detail).toMatch(say);
  }
  const shared = await makeLink(request, url);
  expect((await request.post(linksOf(shared), { data: {} })).status()).toBe(403);
  expect((await request.delete(`${linksOf(url)}/${idOf(url)}`)).status()).toBe(404);
  expect((await request.post(linksOf(`/check/${'x'.repeat(22)}`), { data: {} })).status()).toBe(404);
  expect(await (await request.get(linksOf(shared))).json()).toEqual({ items: [] });

  const recipient = heldRecipient();
  const running = await startCheck(page, recipient);
  expect((await request.post(linksOf(running), { data: {} })).status()).toBe(409);
  await release(request, recipient);
});

test('a link is shown with its verdict where it is pasted, without a local part', async ({ page }) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  const picture = await page.request.get(`${url}/preview.png`);
  expect(picture.headers()['content-type']).toBe('image/png');
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
  await page.goto(url);
  const told = await page
    .locator('meta[property^="og:"], meta[name="description"], title')
    .evaluateAll((all) => all.map((one) => one.getAttribute('content') ?? one.textContent));
  expect(told.join('\n')).toContain('Permanent refusal: mailbox-unknown.test');
  expect(told.join('\n')).toContain('the mailbox does not exist');
  expect(told.join('\n')).not.toContain('nobody');
});
