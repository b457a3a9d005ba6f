import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const INSTALLED = '/usr/bin/chromium';

/** The system's Chromium where there is one, else Playwright's own; no traffic of its own. */
export const CHROMIUM: LaunchOptions = {
  ...(existsSync(INSTALLED) ? { executablePath: INSTALLED } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
