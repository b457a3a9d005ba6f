import { startCluster } from '@/scripts/postgresql-cluster.mjs';
import { freePort } from '../free-port';
import { startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { mergeScenarios } from '../scenarios/merge';
import { type Scenario, scripted, zoneWithMx } from '../scenarios/scenario';
import { labEnvironment } from '../start-lab';

const at = block('held');

/** The address of a mail server that greets nobody, for `silent.test`. */
export const SILENT_ADDRESS = at(101);

export type Practice = Awaited<ReturnType<typeof startPractice>>;

/** A practice internet with these scenarios and `silent.test`, a PostgreSQL, and what mxproof is told of both; its files go into the folder. */
export async function startPractice(scenarios: readonly Scenario[], folder: string) {
  const { zones, mtas, ...rest } = mergeScenarios(scenarios);
  const internet = await startInternet({
    ...rest,
    zones: [...zones, zoneWithMx(at, 'silent.test')],
    mtas: { ...mtas, [SILENT_ADDRESS]: scripted('mx1.silent.test', { greeting: ['silence'] }) },
  });
  const cluster = await startCluster();
  const environment = {
    ...labEnvironment(folder, internet, await freePort(), []),
    DATABASE_URL: cluster.url,
    MXPROOF_SECRET: 'a secret of this test, which is long enough',
  };
  return {
    cluster,
    environment,
    async stop() {
      await cluster.remove();
      await internet.stop();
    },
  };
}
