import { type LiveCase, readFieldCases } from '../score/field-cases';
import type { Score } from '../score/outcome';
import { fieldOutcome } from '../score/score-field';
import { judgeLive, judgeRead } from './judge';
import { type Grade, type Judged, lineOf } from './judged';
import { playScenarios } from './play-scenarios';
import { scenarioOf } from './scenario-of';

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
  const reports = await playScenarios(cases.flatMap(({ id }) => scenarioOf(id) ?? []));
  return cases.map(({ id, expected }): Judged => {
    const report = reports.get(scenarioOf(id) ?? '');
    if (report === undefined) return { id, grade: 'wrong', reasons: ['no scenario plays it'] };
    return judgeLive(id, expected, report);
  });
}
