import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** A page that fails its test by anything it complains about: policy violations, script errors, the console. */
export const test = base.extend<{ complaints: string[] }>({
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...args) => {
      const answer = await goto(...args);
      if (javaScriptEnabled) await page.waitForFunction(isTakenOver);
      return answer;
    };
    await use(page);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        complaints.push(`${message.text()} (${message.location().url})`);
      });
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`policy violated: ${violatedDirective} ${blockedURI}`);
        });
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Whether all that can be pressed does something: what is pressed before on a slow machine is lost. A page has its script when it has
 * loaded; one that could not be made waits for React.
 */
function isTakenOver(): boolean {
  if (document.querySelector('script[src$="-page.js"]')) return document.readyState === 'complete';
  const controls = [...document.querySelectorAll('button, input:not([type=hidden]), textarea, select')];
  return controls.every((one) => Object.keys(one).some((key) => key.startsWith('__reactProps$')));
}

/** Starts a check over the API; the path of its page. */
export async function startCheck(
  page: Page,
  target: string,
  options?: object,
  api = '/api/checks',
): Promise<string> {
  const answer = await page.request.post(api, { data: { target, ...(options && { options }) } });
  expect(answer.status()).toBe(202);
  const { url } = (await answer.json()) as { url: string };
  return url;
}

/** The id at the end of the link of a check. */
export function idOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

/** Starts a check and waits for its end; the path of its page. */
export async function finishedCheck(page: Page, target: string, options?: object): Promise<string> {
  const url = await startCheck(page, target, options);
  await expect
    .poll(async () => (await page.request.get(`/api/checks/${idOf(url)}`)).json())
    .toMatchObject({ finishedAt: expect.any(String) });
  return url;
}

/** A recipient that the MTA of held.test answers only after `release`; another one at each call. */
export function heldRecipient(): string {
  return `user-${randomUUID()}@held.test`;
}

/** Has the MTA of held.test accept this recipient. */
export async function release(request: APIRequestContext, recipient: string): Promise<void> {
  expect((await request.post(practice('release', { recipient }))).ok()).toBe(true);
}

/** What a server of the practice internet was asked, in order. */
export async function asked(request: APIRequestContext, address: string): Promise<string[]> {
  return (await (await request.get(practice('asked', { address }))).json()) as string[];
}

/** A message that passes all that is looked at. */
export async function passingMessage(request: APIRequestContext): Promise<string> {
  const [message = ''] = (await (await request.get(practice('message', {}))).json()) as string[];
  return message;
}

function practice(path: string, query: Record<string, string>): string {
  return `${process.env['MXPROOF_PRACTICE_URL'] ?? ''}/${path}?${new URLSearchParams(query)}`;
}

/** No violation of WCAG 2.2 AA that axe can find, with every fold open; they are left as they were. */
export async function expectAccessible(page: Page): Promise<void> {
  const folded = page.locator('details:not([open])');
  const folds = await folded.elementHandles();
  const turn = (isOpen: boolean) =>
    Promise.all(
      folds.map((fold) =>
        fold.evaluate((one, open) => {
          if (one instanceof HTMLDetailsElement) one.open = open;
        }, isOpen),
      ),
    );
  await turn(true);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // Else it opens a page for each run, to put frames together; no page has one.
    .setLegacyMode()
    .analyze();
  await turn(false);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}
