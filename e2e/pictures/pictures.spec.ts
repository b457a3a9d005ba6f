import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Route, test } from '@playwright/test';
import { freePort } from '../free-port';
import { type Internet, startInternet } from '../internet/internet';
import { type RunningServer, serve } from '../process/serve';
import { labEnvironment } from '../start-lab';
import { INSTALLATION, PAGES, type PicturedPages } from './pictured';

// One server for all of them.
test.describe.configure({ mode: 'default' });
// A day after all that is shown.
const NOW = new Date('2026-12-02T09:00:00Z');
/** Another Chromium draws the edges of letters otherwise; a line more or less in the upper half of a page is above it. */
const TOLERANCE = { maxDiffPixelRatio: 0.02 };

const pages = JSON.parse(readFileSync(PAGES, 'utf8')) as PicturedPages;
const folder = mkdtempSync(join(tmpdir(), 'mxproof-pictures-'));
let internet: Internet | undefined;
let server: RunningServer | undefined;

test.beforeAll(async () => {
  internet = await startInternet({ zones: [], behaviours: {}, mtas: {} });
  const env = {
    ...labEnvironment(folder, internet, await freePort(), []),
    MXPROOF_URL: 'https://mxproof.example',
    MXPROOF_LAB_TARGETS: '',
  };
  const imported = spawnSync(process.execPath, [join('scripts', 'import.mjs'), INSTALLATION], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(imported.status, imported.stdout + imported.stderr).toBe(0);
  server = await serve(env);
});

test.afterAll(async () => {
  await server?.kill();
  await internet?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const [look, use] of [
  ['light-desk', { colorScheme: 'light', viewport: { width: 1280, height: 1400 } }],
  ['dark-phone', { colorScheme: 'dark', viewport: { width: 390, height: 1400 } }],
] as const)
  test.describe(look, () => {
    test.use({ ...use, timezoneId: 'UTC', locale: 'en-GB' });

    for (const [name, path] of Object.entries(pages))
      test(name, async ({ page }) => {
        await page.clock.setFixedTime(NOW);
        await page.route('**/*.css', waitForFonts);
        await page.goto(`${server?.url ?? ''}${path}`);
        await page.evaluate(() => document.fonts.ready);
        await expect(page).toHaveScreenshot(`${name}-${look}.png`, TOLERANCE);
      });
  });

/** A reader gets the letters of their own system when ours come too late (`app/fonts.css`), and a slow machine would too. */
async function waitForFonts(route: Route): Promise<void> {
  const response = await route.fetch();
  const style = await response.text();
  await route.fulfill({
    response,
    body: style.replaceAll(/font-display:\s*optional/g, 'font-display:block'),
  });
}
