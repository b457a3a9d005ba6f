import type { Page } from '@playwright/test';
import { expect, expectAccessible, finishedCheck, test } from './page-test';

interface Report {
  id: string;
  digest: string;
  verdict: { headline: string };
  findings: { title: string }[];
  sessions: { transcript: { text: string }[] }[];
  evidence: { events: { type: string; line?: { text: string } }[] };
}

async function reportOf(page: Page, target: string): Promise<{ url: string; report: Report }> {
  const url = await finishedCheck(page, target);
  return { url, report: (await (await page.request.get(`${url}/report.json`)).json()) as Report };
}

async function handOver(page: Page, text: string): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('File').setInputFiles({
    name: 'report.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: 'Verify' }).click();
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('from the page of a check: its report is genuine', async ({ page }) => {
  const { url, report } = await reportOf(page, 'nobody@mailbox-unknown.test');
  await page.goto(url);
  await page.getByRole('link', { name: 'Verify a report' }).click();
  // As it is pasted: typed line by line it would take a minute.
  await page
    .getByLabel('or what it holds')
    .evaluate((field: HTMLTextAreaElement, text) => (field.value = text), JSON.stringify(report, null, 1));
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(title(page)).toHaveText('Genuine: this installation has this check, with the same evidence.');
  for (const words of [
    'The digest matches',
    'The report shows what its evidence holds',
    'Verdict and findings follow from the evidence',
    'The file concludes the same.',
  ])
    await expect(page.getByText(words)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the check here' }).click();
  await expect(page).toHaveURL(url);
});

test('what was changed is told, and where', async ({ page }) => {
  const { report } = await reportOf(page, 'nobody@mailbox-unknown.test');
  const changed = (change: (report: Report) => void) => {
    const copy = structuredClone(report);
    change(copy);
    return JSON.stringify(copy);
  };
  const line = report.evidence.events.findIndex(({ type }) => type === 'smtp.line');
  for (const [text, said, where] of [
    [
      changed(({ evidence }) => Object.assign(evidence.events[line]?.line ?? {}, { text: '250 fine' })),
      'Not what was seen here',
      'The digest does not match',
    ],
    [
      changed(({ sessions }) => Object.assign(sessions[0]?.transcript[0] ?? {}, { text: '250 fine' })),
      'the report shows something else',
      '/sessions/0/transcript/0/text',
    ],
    [
      changed(({ findings }) => Object.assign(findings[0] ?? {}, { title: '<img src=x onerror=alert(1)>' })),
      'the conclusions in the file do not follow',
      '<img src=x onerror=alert(1)>',
    ],
    [
      changed(({ verdict }) => Object.assign(verdict, { headline: 'All is well.' })),
      'the conclusions in the file do not follow',
      '/verdict/headline',
    ],
    [
      changed((copy) => Object.assign(copy, { id: 'AAAAAAAAAAAAAAAAAAAAAA' })),
      'Unaltered: the evidence is what its digest was made of.',
      'This installation has no such check',
    ],
    [changed((copy) => Reflect.deleteProperty(copy, 'evidence')), 'Genuine', 'No digest can be made'],
  ] as const) {
    await handOver(page, text);
    await expect(title(page)).toContainText(said);
    await expect(page.getByText(where).first()).toBeVisible();
    await expectAccessible(page);
  }
  expect(await page.locator('main img').count()).toBe(0);
});

test('what is no report is refused in clear words; without a script, too', async ({
  browser,
  page,
  baseURL,
}) => {
  const { report } = await reportOf(page, 'user@healthy.test');
  const text = JSON.stringify(report);
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  for (const [given, words] of [
    ['', 'There is nothing in it'],
    [text.slice(0, text.length / 2), 'The file ends in the middle'],
    ['{"name":"other"}', 'not a report of mxproof'],
    ['['.repeat(100_000), 'nested deeper'],
    ['\0'.repeat(1_000), 'This is not JSON'],
    ['x'.repeat(28 * 1024 * 1024 + 1), 'at most 28 MB'],
  ] as const) {
    await handOver(plain, given);
    await expect(plain.getByRole('alert')).toContainText(words);
  }
  await context.close();
});

test('by machine: 30 MB are refused before they are read, and JSON of others', async ({ request }) => {
  const post = (data: string | Buffer) =>
    request.post('/api/verify', { data, headers: { 'content-type': 'application/json' } });
  const large = await post(Buffer.alloc(30 * 1024 * 1024, 0x20));
  expect(large.status()).toBe(413);
  expect(await large.json()).toMatchObject({ code: 'too-large' });
  const foreign = await post('{}');
  expect(foreign.status()).toBe(400);
  expect(await foreign.json()).toMatchObject({ code: 'not-a-report', reason: 'no-report' });
});
