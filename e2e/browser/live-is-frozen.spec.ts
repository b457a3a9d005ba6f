import type { Page } from '@playwright/test';
import { PATIENCE_MS } from '../patience';
import { type Lab, startLab } from '../start-lab';
import { expect, idOf, startCheck, test } from './page-test';

// One check at a time: the one that is watched waits in the queue until the test ends the one before it.
let lab: Lab;
test.beforeAll(async () => {
  test.setTimeout(2 * PATIENCE_MS);
  lab = await startLab({ env: { MXPROOF_CONCURRENCY: '1' } });
});
test.afterAll(() => lab.stop());

for (const [what, target] of [
  ['a signed zone whose backup is in another zone', 'user@dnssec-backup-broken.test'],
  ['a mailbox that is refused', 'nobody@mailbox-unknown.test'],
] as const)
  test(`${what}: a check that is watched from its place in the queue ends as the page that is kept`, async ({
    page,
  }) => {
    const blocking = `${lab.url}/api/checks`;
    const before = await startCheck(page, 'user@silent-greeting.test', {}, blocking);
    const url = await startCheck(page, target, {}, blocking);
    const api = `${lab.url}/api/checks/${idOf(url)}`;
    // The page asks for its place in the queue; nothing but the stream shall tell it what the check has seen.
    const waiting = await (await page.request.get(api)).text();
    await page.route(api, (route) => route.fulfill({ body: waiting, contentType: 'application/json' }));
    const opened = page.waitForRequest((request) => request.url().includes('/events'));
    await page.goto(new URL(url, lab.url).href);
    await opened;
    await expect(page.getByRole('heading', { level: 1 })).toContainText('next to run');
    // A connection that was kept may have been closed just now.
    await page.request.post(`${lab.url}/api/checks/${idOf(before)}/stop`, { maxRetries: 2 });
    await expect(page.locator('#proof')).toContainText(/sha256:[0-9a-f]{64}/);
    const live = await sections(page);
    await page.unroute(api);
    await page.reload();
    expect(live).toEqual(await sections(page));
    expect(Object.keys(live)).toEqual(
      expect.arrayContaining([
        'verdict',
        'findings',
        'transcript',
        'chain',
        'queries',
        'layers',
        'time',
        'proof',
      ]),
    );
    expect(live['chain']).toMatch(/signed|DNSSEC|secure/i);
    expect(live['proof']).toMatch(/probe\.example/);
  });

/** The text of each part of the page, by its id; folded parts, too. */
function sections(page: Page): Promise<Record<string, string>> {
  return page
    .locator('main header[id], main section[id], main > details[id]')
    .evaluateAll((parts) =>
      Object.fromEntries(parts.map((part) => [part.id, part.textContent.replace(/\s+/g, ' ')])),
    );
}
