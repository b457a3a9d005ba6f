import { expect, expectAccessible, finishedCheck, test } from './page-test';

const LINES = 'smtputf8_enable = no\n\t# until Müller has "upgraded"\n\nsecond';

test('a note stands on the time line of its domain, exactly as it was typed, and can be searched', async ({
  page,
}) => {
  await finishedCheck(page, 'user@healthy.test');
  await page.goto('/domain/healthy.test');
  await page.getByText('Write a note …').click();
  await page.getByLabel('What was changed').fill(LINES);
  await page.getByLabel('When, in UTC').fill('2026-11-01T10:20:30');
  await page.getByRole('button', { name: 'Write it down' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'until Müller' });
  await expect(row.locator('pre')).toHaveText(LINES, { useInnerText: false });
  await expect(row.locator('time')).toHaveAttribute('datetime', '2026-11-01T10:20:30.000Z');
  await expect(
    page.getByRole('figure', { name: 'Time line' }).getByLabel(/^Note: smtputf8_enable/),
  ).toBeVisible();
  await expectAccessible(page);

  await page.goto('/search?q=' + encodeURIComponent('muller "# until"'));
  await expect(page.getByRole('listitem').filter({ hasText: 'until Müller' })).toHaveCount(1);
  await expect(page.locator('mark')).toHaveText(['# until']);
  await page.goto('/search?q=' + encodeURIComponent('"## until"'));
  await expect(page.getByText('Nothing has all of it.')).toBeVisible();
});

test('an edit keeps the text before; who edits what somebody else has changed is told, and loses nothing', async ({
  page,
  context,
}) => {
  await page.goto('/notes');
  if (await page.getByLabel('What was changed').isHidden()) await page.getByText('Write a note …').click();
  await page.getByLabel('What was changed').fill('first text of all');
  await page.getByRole('button', { name: 'Write it down' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'first text of all' });
  await expect(row.getByText('whole installation')).toBeVisible();
  await row.getByRole('link', { name: 'Note' }).click();
  await page.waitForURL(/\/notes\/[\w-]{22}$/);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const one of [page, other]) await one.getByText('Change it …').click();
  await page.getByLabel('What was changed').fill('second text');
  await page.getByRole('button', { name: 'Keep the change' }).click();
  await expect(page.getByRole('heading', { name: 'What it said before' })).toBeVisible();
  await expect(page.locator('pre')).toHaveText(['second text', 'first text of all']);
  await other.getByLabel('What was changed').fill('third text');
  await other.getByRole('button', { name: 'Keep the change' }).click();
  await expect(other.getByRole('alert')).toContainText(
    /changed this note at 2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
  );
  await expect(other.getByLabel('What was changed')).toHaveValue('third text');
  await expectAccessible(page);
  await page.getByText('Remove this note …').click();
  await page.getByRole('button', { name: 'Remove this note' }).click();
  await page.waitForURL('/notes');
  await expect(page.getByText('second text')).toHaveCount(0);
});

test('a script writes a note, and greps', async ({ request, page }) => {
  const check = (await finishedCheck(page, 'user@healthy.test')).split('/').at(-1);
  const text = 'from a script\n  second line';
  const written = await request.post('/api/notes', {
    data: { text, check, at: '2026-11-02T00:00:00+01:00' },
  });
  expect(written.status()).toBe(201);
  const note = (await written.json()) as { id: string; domain: string };
  expect(note.domain).toBe('healthy.test');
  const lines = await request.get('/api/notes?q=script', { headers: { accept: '*/*' } });
  expect(lines.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect(await lines.text()).toBe(
    '2026-11-01T23:00:00Z healthy.test -: from a script\n2026-11-01T23:00:00Z healthy.test -:   second line\n',
  );
  const json = await request.get('/api/notes?domain=healthy.test', {
    headers: { accept: 'application/json' },
  });
  const { items } = (await json.json()) as { items: unknown[] };
  expect(items).toContainEqual(expect.objectContaining({ id: note.id, text, checkId: check }));
});

test('what is too long for a form is refused with a sentence, and stays where it was typed', async ({
  page,
  complaints,
}) => {
  await page.goto('/notes');
  await page.getByText('Write a note').click();
  const field = page.getByLabel('What was changed');
  for (const [length, words] of [
    [30_000, '20,000 characters at most'],
    [100_000, 'Nothing of it was kept; what you typed is still here.'],
  ] as const) {
    await field.fill('x'.repeat(length));
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    expect((await field.inputValue()).length).toBe(length);
  }
  // The browser's console notes the answer itself.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('413')));
});

test('what is no note, and no search, is refused with a sentence', async ({ request, page }) => {
  for (const [data, say] of [
    [{}, /text/],
    [{ text: ' \n' }, /says something/],
    [{ text: 'x'.repeat(100_000) }, /20,000 characters/],
    [{ text: 'a\0b' }, /NUL/],
    [{ text: 'x', at: '2999-01-01T00:00:00Z' }, /not to come/],
    [{ text: 'x', at: 'yesterday' }, /written as/],
    [{ text: 'x', domain: 'no domain' }, /of a domain/],
    [{ text: 'x', check: 'none' }, /no check/],
    [{ text: 'x', more: 1 }, /not of the form/],
  ] as const) {
    const answer = await request.post('/api/notes', { data });
    expect([JSON.stringify(data).slice(0, 40), answer.status()]).toEqual([
      JSON.stringify(data).slice(0, 40),
      400,
    ]);
    expect(((await answer.json()) as { detail: string }).detail).toMatch(say);
  }
  for (const q of ['', ' ', '***', '"', 'x'.repeat(501), 'a '.repeat(21)])
    expect((await request.get(`/api/search?q=${encodeURIComponent(q)}`)).status()).toBe(400);
  for (const [q, words] of [
    ['***', 'has a letter or a digit'],
    ['x'.repeat(501), '500 characters at most'],
    ['NEAR(a b) OR "', 'Nothing has all of it.'],
    [`'; DROP TABLE "Note"; -- <script>`, 'Nothing has all of it.'],
  ] as const) {
    await page.goto(`/search?q=${encodeURIComponent(q)}`);
    await expect(page.getByText(words)).toBeVisible();
  }
  expect((await request.get('/notes/AAAAAAAAAAAAAAAAAAAAAA')).status()).toBe(404);
});

test('the palette finds on the server what is in no list', async ({ page, request }) => {
  await request.post('/api/notes', { data: { text: 'zweibelkuchen for dinner' } });
  await page.goto('/findings');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  await dialog.getByRole('combobox').fill('zweibel');
  await expect(dialog.getByRole('option')).toHaveText([
    'zweibelkuchen for dinner note',
    'Search everything for zweibel',
  ]);
  await expectAccessible(page);
  // What was found comes first, and nobody has chosen anything else.
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/notes\/[\w-]{22}$/);
});

test('the palette starts a check', async ({ page }) => {
  await page.goto('/findings');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  await dialog.getByRole('combobox').fill('user@healthy.test');
  await dialog.getByRole('option', { name: 'Check user@healthy.test now' }).click();
  await page.waitForURL(/\/check\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('healthy.test');
});

test('the palette and the search know the findings, and take none for a domain', async ({ page }) => {
  await page.goto('/verify');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Jump to' });
  await dialog.getByRole('combobox').fill('smtp.mailbox-unknown');
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(
    'Mailbox unknown smtp.mailbox-unknown',
  );
  await expect(dialog.getByRole('option', { name: 'Check smtp.mailbox-unknown now' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Mailbox unknown · mxproof');
  await page.goto('/search?q=greylisting');
  await page.getByRole('main').getByRole('link', { name: 'Greylisting', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Greylisting');
});

test('a note is written about a check, from its page', async ({ page }) => {
  const check = await finishedCheck(page, 'user@healthy.test');
  await page.goto(check);
  await page.getByText('Write a note about this check …').click();
  await page.getByLabel('What was changed').fill('because of this one');
  await page.getByRole('button', { name: 'Write it down' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'because of this one' });
  await row.getByRole('link', { name: 'its check' }).click();
  await page.waitForURL(check);
});

test('the page of a finding leads to the checks that show it', async ({ page }) => {
  await finishedCheck(page, 'nobody@mailbox-unknown.test');
  await page.goto('/findings/smtp.mailbox-unknown');
  await page.getByRole('link', { name: 'Checks that show it' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'nobody@mailbox-unknown.test' }).first(),
  ).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('smtp.mailbox-unknown:');
});
