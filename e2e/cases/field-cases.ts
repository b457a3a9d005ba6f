import pLimit from 'p-limit';
import { startInternet } from '../internet/internet';
import { mergeScenarios } from '../scenarios/merge';
import { play } from '../scenarios/play';
import { playableScenarios } from '../scenarios/playable';
import type { Scenario } from '../scenarios/scenario';
import { type LiveCase, readFieldCases } from '../score/field-cases';
import type { Score } from '../score/outcome';
import { fieldOutcome } from '../score/score-field';
import { type Grade, type Judged, judgeLive, judgeRead } from './judge';
import { scenarioOf } from './scenario-of';

/** Checks under way at once: they mostly wait. */
const AT_ONCE = 4;

/**
 * Every case of the folder: replies and mails read as the API reads them, live ones as the scenario with the same fault. A
 * line for each that is not right; a case without a scenario is wrong. Throws with one sentence when there is nothing to read.
 */
export async function scoreFieldCases(folder: string): Promise<Score> {
  const { rows, unreadable } = readFieldCases(folder);
  const judged: Judged[] = [];
  for (const row of rows) if (row.kind !== 'live') judged.push(judgeRead(await fieldOutcome(folder, row)));
  judged.push(...(await playAll(rows.filter((row) => row.kind === 'live'))));
  const count = (grade: Grade) => judged.filter((one) => one.grade === grade).length;
  return {
    lines: [...unreadable, ...judged.filter(({ grade }) => grade !== 'right').map(lineOf)],
    figures: {
      cases: rows.length + unreadable.length,
      right: count('right'),
      wrong: count('wrong') + unreadable.length,
    },
  };
}

async function playAll(cases: readonly LiveCase[]): Promise<Judged[]> {
  const playable = playableScenarios();
  const found = cases.map((one) => ({
    ...one,
    scenario: playable.find(({ name }) => name === scenarioOf(one.id)),
  }));
  const scenarios = new Set(found.flatMap(({ scenario }) => scenario ?? []));
  const internet = await startInternet(mergeScenarios([...scenarios]));
  try {
    const limit = pLimit(AT_ONCE);
    const reportOf = async (scenario: Scenario) => (await play(internet, scenario)).report();
    return await Promise.all(
      found.map(async ({ id, expected, scenario }): Promise<Judged> => {
        if (scenario === undefined) return { id, grade: 'wrong', reasons: ['no scenario plays it'] };
        return judgeLive(id, expected, await limit(reportOf, scenario));
      }),
    );
  } finally {
    await internet.stop();
  }
}

function lineOf({ id, grade, reasons }: Judged): string {
  return `${id}: ${grade}: ${reasons.join('; ')}`;
}
