import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { watch, watchedBy } from '../bench/watch';
import { labScenarios } from '../scenarios/playable';
import { startLab } from '../start-lab';
import { CHECKS_AT_ONCE, soak } from './soak';

/** Added to every answer: servers elsewhere are not on the same machine, and a check waits for them. */
const LATENCY_MS = 100;
/** What must hold. */
const LIMIT = { loopDelayMs: 100, growthPercent: 5 };

/** `npm run soak -- [--minutes 10]`: the figures as JSON; the exit code is 1 when one is beyond its limit, or anything failed. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error('--minutes must be a number above 0.');
  const delays = join(mkdtempSync(join(tmpdir(), 'mxproof-soak-')), 'delays.json');
  const lab = await startLab({
    latencyMs: LATENCY_MS,
    env: {
      MXPROOF_CONCURRENCY: String(CHECKS_AT_ONCE),
      MXPROOF_STARTS_PER_MINUTE: '0',
      // The start page of everybody else has no list of everything that can be tried.
      MXPROOF_LAB_TARGETS: '',
      ...watchedBy(delays),
    },
  });
  try {
    const targets = labScenarios().map(({ target }) => target);
    const soaked = await soak(watch(lab.url, lab.product.pid ?? 0, delays), targets, minutes * 60);
    console.log(JSON.stringify(soaked, null, 2));
    const holds =
      Object.keys(soaked.errors).length === 0 &&
      soaked.loopDelayMs.p99 <= LIMIT.loopDelayMs &&
      Math.abs(soaked.growthPercent) <= LIMIT.growthPercent;
    if (!holds) process.exitCode = 1;
  } finally {
    await lab.stop();
    rmSync(dirname(delays), { recursive: true });
  }
}

await main();
