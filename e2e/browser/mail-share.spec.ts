import type { APIRequestContext } from '@playwright/test';
import { bounceOf, complaintOf } from '../fixtures/notices';
import { expect, expectAccessible, idOf, test } from './page-test';

const BOUNCE = bounceOf({
  address: 'nobody@mailbox-unknown.test',
  host: 'mx1.mailbox-unknown.test',
  hostAddress: '192.0.2.25',
  reply: '550 5.1.1 nobody: User unknown',
  status: '5.1.1',
});

async function handOver(request: APIRequestContext, data: string): Promise<string> {
  const headers = { 'content-type': 'message/rfc822' };
  const answer = await request.post('/api/bounces', { data, headers });
  return ((await answer.json()) as { url: string }).url;
}

const linksOf = (url: string) => `/api/bounces/${idOf(url)}/links`;

test('a link to a bounce is made, read by somebody, and taken back', async ({ page, complaints }) => {
  const { request } = page;
  const url = await handOver(request, BOUNCE);
  await page.goto(url);
  await page.getByRole('link', { name: 'Share …' }).click();
  await page.getByText('Make a link …').click();
  await expectAccessible(page);
  await page.getByLabel('A line to its reader').fill('As said on the phone.');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const made = page.getByRole('list', { name: 'Links that were made' }).getByRole('listitem');
  await expect(made).toContainText('without local parts');
  await expect(page.getByText('it is kept as long as that link holds')).toBeVisible();
  const { items } = (await (await request.get(linksOf(url))).json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  const { sharedId } = (await (await request.get(`/api${url.replace('bounce', 'bounces')}`)).json()) as {
    sharedId: string;
  };

  await page.goto(`/bounce/${id}`);
  const about = page.locator('main').getByRole('complementary', { name: 'About this link' });
  await expect(about).toContainText('“As said on the phone.”');
  expect((await page.locator('main').innerText()).trimStart()).toMatch(/^“As said on the phone\.”/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('…@mailbox-unknown.test');
  await expect(page.getByRole('link', { name: /Share|View without|as it came/ })).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /Check this|Keep this|Remove this|Make a link/ }),
  ).toHaveCount(0);
  await expectAccessible(page);
  for (const path of [`/bounce/${id}`, `/api/bounces/${id}`]) {
    const text = await (await request.get(path)).text();
    for (const hidden of ['nobody', idOf(url), sharedId]) expect(text, path).not.toContain(hidden);
  }
  expect((await request.get(`/api/bounces/${id}/message`)).status()).toBe(404);
  expect((await request.post(linksOf(`/bounce/${id}`), { data: {} })).status()).toBe(403);
  expect((await request.post(linksOf(`/bounce/${sharedId}`), { data: {} })).status()).toBe(403);

  await page.goto(url);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(made).toContainText('A link that was taken back');
  const response = await page.goto(`/bounce/${id}`);
  // The browser complains of every answer that is no page.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('410')));
  expect(response?.status()).toBe(410);
  await expect(page.getByText('Whoever made this link has taken it back.')).toBeVisible();
  for (const path of ['', '/message'])
    expect((await request.get(`/api/bounces/${id}${path}`)).status()).toBe(410);
});

test('a link to a complaint opens the page of complaints, with everything where it hides nothing', async ({
  page,
}) => {
  const { request } = page;
  const complaint = complaintOf({ from: '203.0.113.8', at: new Date(Date.now() - 3600_000), isList: true });
  const url = await handOver(request, complaint);
  const answer = await request.post(linksOf(url), { data: { hidesLocalParts: false, days: 7, line: 'a' } });
  expect(answer.status()).toBe(201);
  const made = (await answer.json()) as { id: string; url: string };
  expect(made.url).toBe(`/feedback/${made.id}`);
  expect(answer.headers()['location']).toBe(made.url);
  await page.goto(made.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('List mail was reported.');
  expect(await (await request.get(`/api/bounces/${made.id}/message`)).text()).toBe(complaint);
  expect(await (await request.get(`/api/feedback/${made.id}`)).json()).toMatchObject({
    id: made.id,
    sharedId: null,
    isShared: false,
    share: { line: 'a', hidesLocalParts: false },
  });
  expect((await request.get(`/check/${made.id}`)).status()).toBe(404);
  expect((await request.delete(`${linksOf(url)}/${made.id}`)).status()).toBe(204);
  expect((await request.get(`/api/feedback/${made.id}`)).status()).toBe(410);
  expect((await request.delete(`${linksOf(url)}/${idOf(url)}`)).status()).toBe(404);
});
