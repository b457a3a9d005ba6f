import { expect, finishedCheck, idOf, test } from './page-test';

test('greylisting: the page tells the second try by itself, and each try has a page', async ({
  page,
  request,
}) => {
  const url = await finishedCheck(page, `user-${Date.now()}@greylisting-brief.test`);
  await page.goto(url);
  const panel = page.getByRole('region', { name: 'Repeated automatically' });
  await expect(panel).toContainText(/First try 450 at \d\d:\d\d UTC\./);
  await expect(panel).toContainText(/accepted at \d\d:\d\d: greylisting, working as meant\./);
  await expect(panel.getByRole('button')).toHaveCount(0);
  expect(await (await request.get(`${url}/report.txt`)).text()).toMatch(/^Retest: +First try 450 at /m);
  await panel.getByRole('link', { name: /^Try 2/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/takes? mail for/);
  await expect(panel.getByRole('link', { name: /^First try/ })).toHaveAttribute(
    'href',
    new URL(url, page.url()).pathname,
  );
});

test('452, then 250 at the same server: asked again on request, after the time that it named', async ({
  page,
  request,
}) => {
  const url = await finishedCheck(page, `user-${Date.now()}@mailbox-full-briefly.test`);
  expect((await request.post(`/api/checks/${idOf(url)}/retest`)).status()).toBe(202);
  await page.goto(url);
  const panel = page.getByRole('region', { name: 'Repeated automatically' });
  await expect(panel).toContainText(
    /First try 452 at .* accepted at .*: the refusal was temporary, as it said\./,
  );
});

test('a live page goes over to the second try; it can be stopped and asked for again', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Domain or mail address').fill(`user-${Date.now()}@greylisting.test`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Repeated automatically' });
  await expect(panel).toContainText(/The next try is at \d\d:\d\d, automatically\./);
  await panel.getByRole('button', { name: 'Stop asking again' }).click();
  await expect(panel).toContainText('No further try: it was stopped.');
  await panel.getByRole('button', { name: 'Repeat automatically' }).click();
  await expect(panel).toContainText('The next try is at');
  await panel.getByRole('button', { name: 'Stop asking again' }).click();
  await expect(panel).toContainText('No further try: it was stopped.');
});

test('not for what is settled, and not for nothing', async ({ page, request }) => {
  const url = await finishedCheck(page, 'nobody@mailbox-unknown.test');
  const id = idOf(url);
  const refused = await request.post(`/api/checks/${id}/retest`);
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'retest-not-possible' });
  expect(await (await request.get(`/api/checks/${id}/retest`)).json()).toBeNull();
  expect((await request.post('/api/checks/AAAAAAAAAAAAAAAAAAAAAA/retest')).status()).toBe(404);
  expect((await request.post('/api/checks/AAAAAAAAAAAAAAAAAAAAAA/retest/stop')).status()).toBe(404);
});
