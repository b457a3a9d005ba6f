import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './e2e/browser/chromium';

/** Below the ports that systems give to outgoing connections; `TEST_PORT` lets two checkouts be tested at once. */
const PORT = Number(process.env['TEST_PORT'] ?? 17_250);
const URL = `http://127.0.0.1:${PORT}`;

/** A real browser against the built product, which is pointed at the practice internet. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: { baseURL: URL, launchOptions: CHROMIUM, trace: 'retain-on-failure' },
  webServer: {
    command: 'node scripts/tsx.mjs e2e/lab.ts',
    // A request that is never answered would hold up Playwright's own polling for ever; the lab's gives up and asks again.
    wait: { stdout: /^The practice internet runs\./m },
    stdout: 'pipe',
    env: { PORT: String(PORT) },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
