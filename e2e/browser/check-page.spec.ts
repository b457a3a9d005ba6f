import type { Page } from '@playwright/test';
import { expect, finishedCheck, heldRecipient, release, startCheck, test } from './page-test';

/** What moved without being pushed, as the browser sums it up. */
interface Shifts {
  sum: number;
  moved: string[];
}

declare global {
  interface Window {
    seenShifts?: Shifts;
  }
}

async function countShifts(page: Page): Promise<() => Promise<Shifts | undefined>> {
  await page.addInitScript(() => {
    const seen: Shifts = (window.seenShifts = { sum: 0, moved: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        seen.sum += entry.value;
        for (const { node } of entry.sources)
          seen.moved.push(`${node?.nodeName ?? '?'}: ${node?.textContent?.slice(0, 60) ?? ''}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => window.seenShifts);
}

const STILL = { sum: 0, moved: [] };

for (const [size, viewport] of [
  ['desk', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test.describe(size, () => {
    test.use({ viewport });

    test('nothing moves on the first visit of a frozen check', async ({ page }) => {
      const shifts = await countShifts(page);
      await page.goto(await finishedCheck(page, 'nobody@hosts-disagree.test'));
      await page.evaluate(() => document.fonts.ready);
      expect(await shifts()).toEqual(STILL);
    });

    test('nothing moves while a check runs, nor when it ends', async ({ page }) => {
      const shifts = await countShifts(page);
      const recipient = heldRecipient();
      await page.goto(await startCheck(page, recipient));
      await expect(page.getByText(/waiting for the reply to RCPT TO, [1-9]\d* of \d+ s/)).toBeVisible();
      await release(page.request, recipient);
      await expect(page.locator('#proof')).toContainText(/sha256:[0-9a-f]{64}/);
      expect(await shifts()).toEqual(STILL);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the servers keep their names in sight, and what each came to stands beside them', async ({
    page,
  }) => {
    await page.goto(await finishedCheck(page, 'nobody@hosts-disagree.test'));
    const table = page.getByRole('region', { name: 'Sessions, stage by stage' });
    const name = table.getByRole('rowheader').first();
    const worst = table.getByRole('row').nth(1).getByRole('cell').first();
    await expect(worst).toContainText('550 5.1.1');
    await expect(worst).toContainText('RCPT TO');
    await table.scrollIntoViewIfNeeded();
    const before = await name.boundingBox();
    await table.evaluate((one) => one.scrollTo({ left: 300, behavior: 'instant' }));
    expect(await table.evaluate((one) => one.scrollLeft)).toBe(300);
    expect((await name.boundingBox())?.x).toBe(before?.x);
    expect((await worst.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
  });
});

test('one address needs no table, and several have one', async ({ page }) => {
  await page.goto(await finishedCheck(page, 'nobody@mailbox-unknown.test'));
  await expect(page.locator('#transcript')).toBeVisible();
  await expect(page.locator('#matrix')).toHaveCount(0);
  await page.goto(await finishedCheck(page, 'nobody@hosts-disagree.test'));
  await expect(page.locator('#matrix')).toBeVisible();
});

test('the parts are one press away, by the keyboard, too, in the order of the page', async ({ page }) => {
  await page.goto(await finishedCheck(page, 'nobody@hosts-disagree.test'));
  const links = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link');
  const parts = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.slice(1)));
  const sections = await page.locator('main section[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(sections.filter((id) => parts.includes(id))).toEqual(parts);
  await page.locator('main').getByRole('link', { name: 'Transcript' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#transcript')).toBeInViewport();
});

test('the deciding line is the only loud one, and leads to its finding', async ({ page }) => {
  await page.goto(await finishedCheck(page, 'nobody@mailbox-unknown.test'));
  const loud = page.locator('#transcript .turn-loud');
  await expect(loud).toHaveCount(1);
  await loud.getByRole('link').first().click();
  await expect(page.locator('#findings li:target')).toContainText('the mailbox does not exist', {
    ignoreCase: true,
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`on paper, from a ${colorScheme} screen: four pages, black on white, with the whole link`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(await finishedCheck(page, 'nobody@mailbox-unknown.test'));
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
    await page.emulateMedia({ media: 'print', colorScheme });
    await page.setViewportSize({ width: 703, height: 1000 });
    await expect(page.locator('#proof [data-whole-link]')).toHaveText(page.url());
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const drawn = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      const cut = [...document.querySelectorAll('main *')].filter((one) => {
        const { overflowX, display } = getComputedStyle(one);
        return (
          !one.matches('.sr-only') &&
          display !== 'inline' &&
          overflowX !== 'visible' &&
          one.scrollWidth > one.clientWidth + 1
        );
      });
      return {
        color,
        backgroundColor,
        cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 120)),
        beside: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(drawn).toEqual({
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
      cut: [],
      beside: 0,
    });
  });
