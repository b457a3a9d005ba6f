import pLimit from 'p-limit';
import type { Report } from '@/lib/report/report';
import { startInternet } from '../internet/internet';
import { mergeScenarios } from '../scenarios/merge';
import { play } from '../scenarios/play';
import { playableScenarios } from '../scenarios/playable';

/** Checks under way at once: they mostly wait. */
const AT_ONCE = 4;

/** The reports of these scenarios by their names, each played once; a name that no scenario has which this machine can play has none. */
export async function playScenarios(names: readonly string[]): Promise<ReadonlyMap<string, Report>> {
  const scenarios = playableScenarios().filter(({ name }) => names.includes(name));
  const internet = await startInternet(mergeScenarios(scenarios));
  try {
    const limit = pLimit(AT_ONCE);
    const played = scenarios.map((scenario) =>
      limit(async () => [scenario.name, (await play(internet, scenario)).report()] as const),
    );
    return new Map(await Promise.all(played));
  } finally {
    await internet.stop();
  }
}
