import { type Outcome, type Score, summarise } from '../../score/outcome';
import { type Judged, lineOf } from '../judged';
import { playScenarios } from '../play-scenarios';
import { DNS_SITUATIONS } from './dns';
import { judgeSituation, type Played, playedReport } from './judge-situation';
import { playLookUps } from './play-look-ups';
import { POLICY_SITUATIONS } from './policy';
import { readSituations, type Situation, SITUATION_KINDS as KINDS } from './read-situations';
import { placeOf, type SituationCase } from './situation';
import { SMTP_SITUATIONS } from './smtp';

type Kind = Situation['kind'];
/** The rows for each kind. */
export type SituationTables = Readonly<Record<Kind, readonly SituationCase[]>>;

const TABLES: SituationTables = { dns: DNS_SITUATIONS, smtp: SMTP_SITUATIONS, policy: POLICY_SITUATIONS };

/**
 * Every situation of the folder, judged by what is said where it is played. A line for each that
 * is not right; a situation without a row, and a row without a situation, are wrong. The figures of a kind are its share of
 * right ones. Throws with one sentence when there is nothing to read.
 */
export async function scoreSituations(folder: string, tables: SituationTables = TABLES): Promise<Score> {
  const { rows, unreadable } = readSituations(folder);
  const played = await playAll(KINDS.flatMap((kind) => tables[kind]));
  const judged = KINDS.flatMap((kind) => {
    const lines = rows.filter((line) => line.kind === kind);
    return judgeKind(lines, kind, tables[kind], played).map((one) => ({ ...one, kind }));
  });
  const wrong = judged.filter(({ grade }) => grade === 'wrong').length + unreadable.length;
  const { figures } = summarise(judged.map(outcomeOf), KINDS);
  const { cases, ...others } = figures;
  return {
    lines: [...unreadable, ...judged.filter(({ grade }) => grade !== 'right').map(lineOf)],
    figures: { cases: cases + unreadable.length, ...others, wrong },
  };
}

async function playAll(table: readonly SituationCase[]): Promise<ReadonlyMap<string, Played>> {
  const reports = await playScenarios(table.flatMap((row) => ('scenario' in row ? [row.scenario] : [])));
  const lookUps = await playLookUps(table.flatMap((row) => ('lookUp' in row ? [row.lookUp] : [])));
  return new Map([
    ...Array.from(reports, ([name, report]) => [name, playedReport(report)] as const),
    ...Array.from(lookUps, ([address, words]) => [address, { words, report: null }] as const),
  ]);
}

function judgeKind(
  lines: readonly Situation[],
  kind: Kind,
  table: readonly SituationCase[],
  played: ReadonlyMap<string, Played>,
): Judged[] {
  const strays = table.filter((row) => !lines.some(({ situation }) => situation === row.situation));
  return [
    ...lines.map((line) => {
      const row = table.find(({ situation }) => situation === line.situation);
      return judgeSituation(line, row, row && played.get(placeOf(row)));
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
