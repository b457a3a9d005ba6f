import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PATIENCE_MS } from '../patience';
import { type OwnGroup, startGroup } from '../process/own-group';

/** `npm run worker` with these variables, when it runs checks for others. */
export async function startWorker(env: Readonly<Record<string, string>>): Promise<OwnGroup> {
  const worker = startGroup([process.execPath, join('scripts', 'worker.mjs')], {
    cwd: '.',
    env: { ...process.env, ...env },
  });
  await expect.poll(worker.output, { timeout: PATIENCE_MS }).toContain('checks at once');
  return worker;
}
