import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './e2e/browser/chromium';
import { PATIENCE_MS } from './e2e/patience';

/** A real browser against the built product, which is pointed at a practice internet; each run has its own of both. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  timeout: 2 * PATIENCE_MS,
  expect: { timeout: PATIENCE_MS },
  // A test that needed its second try is told by name, and has failed when there are several (`scripts/test-results.mjs`).
  retries: 1,
  use: {
    baseURL: process.env['MXPROOF_TEST_URL'],
    launchOptions: CHROMIUM,
    trace: 'on-first-retry',
  },
  webServer: {
    // Without a shell between, so that it sees when it is left alone.
    command: 'exec node scripts/tsx.mjs e2e/browser/lab.ts',
    // The names become variables of the environment, in capitals: free ports of this run.
    wait: { stdout: /mxproof at (?<mxproof_test_url>http:\S+), itself at (?<mxproof_practice_url>http:\S+)/ },
    stdout: 'pipe',
    timeout: 2 * PATIENCE_MS,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
