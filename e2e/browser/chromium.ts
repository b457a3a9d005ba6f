import type { LaunchOptions } from '@playwright/test';
import { installedChromium } from '../../scripts/chromium.mjs';

const executablePath = installedChromium();

/** The system's Chromium where there is one, else Playwright's own; no traffic of its own. */
export const CHROMIUM: LaunchOptions = {
  ...(executablePath !== undefined && { executablePath }),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
