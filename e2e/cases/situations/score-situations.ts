import { type Outcome, type Score, summarise } from '../../score/outcome';
import { type Judged, lineOf } from '../judged';
import { playScenarios } from '../play-scenarios';
import { DNS_SITUATIONS } from './dns';
import { judgeSituation } from './judge-situation';
import { readSituations, type Situation } from './read-situations';
import type { SituationCase } from './situation';
import { SMTP_SITUATIONS } from './smtp';

/** The rows for each kind that checks can show today; the others wait for the policies. */
export type SituationTables = Readonly<Record<'dns' | 'smtp', readonly SituationCase[]>>;
type Kind = keyof SituationTables;

const KINDS = ['dns', 'smtp'] as const satisfies readonly Kind[];
const TABLES: SituationTables = { dns: DNS_SITUATIONS, smtp: SMTP_SITUATIONS };

/**
 * Every situation of the folder whose kind has a table, judged by what the report of its scenario says. A line for each that
 * is not right; a situation without a row, and a row without a situation, are wrong. The figures of a kind are its share of
 * right ones. Throws with one sentence when there is nothing to read.
 */
export async function scoreSituations(folder: string, tables: SituationTables = TABLES): Promise<Score> {
  const { rows, unreadable } = readSituations(folder);
  const reports = await playScenarios(KINDS.flatMap((kind) => tables[kind].map(({ scenario }) => scenario)));
  const judged = KINDS.flatMap((kind) => {
    const lines = rows.filter((line) => line.kind === kind);
    return judgeKind(lines, kind, tables[kind], reports).map((one) => ({ ...one, kind }));
  });
  const wrong = judged.filter(({ grade }) => grade === 'wrong').length + unreadable.length;
  const { figures } = summarise(judged.map(outcomeOf), KINDS);
  const { cases, ...others } = figures;
  return {
    lines: [...unreadable, ...judged.filter(({ grade }) => grade !== 'right').map(lineOf)],
    figures: { cases: cases + unreadable.length, ...others, wrong },
  };
}

function judgeKind(
  lines: readonly Situation[],
  kind: Kind,
  table: readonly SituationCase[],
  reports: Awaited<ReturnType<typeof playScenarios>>,
): Judged[] {
  const strays = table.filter((row) => !lines.some(({ situation }) => situation === row.situation));
  return [
    ...lines.map((line) => {
      const row = table.find(({ situation }) => situation === line.situation);
      return judgeSituation(line, row, reports.get(row?.scenario ?? ''));
    }),
    ...strays.map(({ situation }): Judged => ({
      id: `${kind}: ${situation}`,
      grade: 'wrong',
      reasons: ['no line has this situation'],
    })),
  ];
}

function outcomeOf({ id, kind, grade }: Judged & { kind: Kind }): Outcome<Kind> {
  return { name: id, points: [{ figure: kind, isRight: grade === 'right', miss: grade }] };
}
