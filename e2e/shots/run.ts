import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM } from '../browser/chromium';
import { startLab } from '../start-lab';

/** Waits long enough for every scenario that is looked at to be over. */
const CHECK_MS = 40_000;

const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ['light', 'dark'] as const;

/** `npm run shots -- DIR`: pictures of the pages that matter, in both themes and two widths, to be looked at. */
async function main(folder = join('data', 'shots')): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lab = await startLab({ env: { MXPROOF_LAB_TARGETS: '' } });
  const browser = await chromium.launch(CHROMIUM);
  try {
    await takeAll(lab.url, browser, folder);
  } finally {
    await browser.close();
    await lab.stop();
  }
}

async function takeAll(url: string, browser: Browser, folder: string): Promise<void> {
  await shoot(browser, url, folder, { first: '/' });
  const unknown = await check(url, 'nobody@hosts-disagree.test');
  const paths = {
    failed: unknown,
    healthy: await check(url, 'user@healthy.test'),
    silent: await check(url, 'user@first-exchange-down.test'),
    hostile: await check(url, 'user@hostile-text.test'),
    nxdomain: await check(url, 'user@domain-not-found.test'),
    backup: await check(url, 'user@backup-accepts-any.test'),
    greylisted: await check(url, 'user@greylisting.test'),
    signed: await check(url, 'user@dnssec-secure.test'),
    bogus: await check(url, 'user@dnssec-wrong-ds.test'),
  };
  await check(url, 'user@hosts-disagree.test');
  await shoot(browser, url, folder, {
    start: '/',
    ...paths,
    domain: '/domain/hosts-disagree.test',
    explain: '/explain',
    findings: '/findings',
    finding: '/findings/smtp.mailbox-unknown',
    missing: '/check/AAAAAAAAAAAAAAAAAAAAAA',
  });
  for (const theme of THEMES)
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await open(browser, url, theme, viewport);
      await page.goto(await start(url, 'user@silent-greeting.test'));
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(folder, `running-${theme}-${size}.png`), fullPage: true });
      await page.context().close();
    }
  const page = await open(browser, url, 'light', WIDTHS.desk);
  await page.goto(paths.failed);
  await page.screenshot({ path: join(folder, 'screenshot-check.png') });
}

async function shoot(
  browser: Browser,
  url: string,
  folder: string,
  paths: Readonly<Record<string, string>>,
): Promise<void> {
  for (const theme of THEMES)
    for (const [size, viewport] of Object.entries(WIDTHS)) {
      const page = await open(browser, url, theme, viewport);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(path);
        await page.screenshot({ path: join(folder, `${name}-${theme}-${size}.png`), fullPage: true });
      }
      await page.context().close();
    }
}

async function open(
  browser: Browser,
  baseURL: string,
  colorScheme: (typeof THEMES)[number],
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ baseURL, colorScheme, viewport });
  return context.newPage();
}

/** The path of the page of a check that has just begun. */
async function start(url: string, target: string): Promise<string> {
  const answer = await fetch(`${url}/api/checks`, { method: 'POST', body: JSON.stringify({ target }) });
  return ((await answer.json()) as { url: string }).url;
}

async function check(url: string, target: string): Promise<string> {
  const path = await start(url, target);
  for (const until = Date.now() + CHECK_MS; Date.now() < until;) {
    const report = await (await fetch(`${url}/api${path.replace('check', 'checks')}`)).json();
    if ((report as { finishedAt: string | null }).finishedAt !== null) return path;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the check of ${target} did not end`);
}

await main(process.argv[2]);
