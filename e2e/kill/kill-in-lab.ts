import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { startInternet } from '../internet/internet';
import { mergeScenarios } from '../scenarios/merge';
import { labScenarios } from '../scenarios/playable';
import { labEnvironment } from '../start-lab';
import { killOften, type Losses } from './kill-often';

/** Added to every answer, so that checks take long enough to be killed. */
const LATENCY_MS = 20;

/** Kills an mxproof of its own so many times while it checks domains of the practice internet. */
export async function killInLab(times: number, tell?: Parameters<typeof killOften>[4]): Promise<Losses> {
  const scenarios = labScenarios();
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-kill-'));
  const { zones, behaviours, mtas } = mergeScenarios(scenarios);
  const internet = await startInternet({ zones, behaviours, mtas, latencyMs: LATENCY_MS });
  try {
    const env = {
      ...labEnvironment(folder, internet, await freePort(), []),
      MXPROOF_STARTS_PER_MINUTE: '0',
    };
    const targets = scenarios.map(({ target }) => target);
    return await killOften(env, targets, times, Math.random, tell);
  } finally {
    await internet.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
