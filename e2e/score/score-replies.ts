import { explainReply } from '@/lib/meaning/meaning';
import type { Meaning } from '@/lib/meaning/schema';
import { type Half, isIn } from './half';
import { type Outcome, type Point, type Score, share, summarise } from './outcome';
import { readFragmentCases, readReplyCases, type ReplyCase } from './reply-cases';

const FIGURES = ['strict', 'lenient', 'permanence', 'codeInText'] as const;
type Figure = (typeof FIGURES)[number];

/** What is compared with a meaning, of a reply or of a recipient in a notice. */
export type Labels = Pick<ReplyCase, 'label' | 'accept' | 'isStrict' | 'labelOf'>;

/**
 * Strict: the exact label on rows that are clear; lenient: the label, or another that is right as well, on all rows;
 * permanence on all rows that state it; a code in running text is found where one of the class that was stated is. Wrong blame,
 * on clear rows: one side is named, and the label means the other. Fragments are told of in a line and have no figure. Throws with one sentence when
 * there is nothing to read.
 */
export function scoreReplies(folder: string, half: Half | null = null): Score {
  const { rows: all, unreadable } = readReplyCases(folder);
  const rows = all.filter(({ name }) => isIn(half, name));
  const scored = rows.map((row) => ({ row, meaning: explainReply(row) }));
  const { lines, figures } = summarise(
    scored.map(({ row, meaning }) => outcomeOf(row, meaning)),
    FIGURES,
  );
  const blamed = scored.filter(({ row, meaning }) => isWrongBlame(row, meaning));
  const blames = blamed.map(({ row, meaning }) => `${row.name}: wrong blame: ${meaning.side}: ${said(row)}`);
  return {
    lines: [...unreadable, ...lines, ...blames, ...confusions(scored), ...fragmentLines(folder, half)],
    figures: { ...figures, wrongBlame: blamed.length, unreadable: unreadable.length },
  };
}

/** The points about a category; null where nothing was read, which no label allows. */
export function labelPoints(labels: Labels, meaning: Meaning | null): Point<'strict' | 'lenient'>[] {
  const got = meaning === null ? null : labels.labelOf(meaning.category);
  const miss = `${meaning?.category ?? 'nothing'}, should be ${labels.label}`;
  const isExact = got === labels.label;
  const isAccepted = isExact || (got !== null && labels.accept.includes(got));
  return [
    ...(labels.isStrict ? [{ figure: 'strict' as const, isRight: isExact, miss }] : []),
    { figure: 'lenient', isRight: isAccepted, miss },
  ];
}

function isWrongBlame({ isStrict, side }: ReplyCase, meaning: Meaning): boolean {
  return isStrict && side !== null && meaning.side === (side === 'sender' ? 'recipient' : 'sender');
}

function said({ reply }: ReplyCase): string {
  return JSON.stringify(reply.slice(0, 160));
}

function outcomeOf(row: ReplyCase, meaning: Meaning): Outcome<Figure> {
  const points: Point<Figure>[] = labelPoints(row, meaning).map((point) => ({
    ...point,
    miss: `${point.miss}: ${said(row)}`,
  }));
  if (row.permanence !== null)
    points.push({
      figure: 'permanence',
      isRight: meaning.permanence === row.permanence,
      miss: `${meaning.permanence ?? 'none'}, should be ${row.permanence}: ${said(row)}`,
    });
  if (row.hasCodeInText)
    points.push({
      figure: 'codeInText',
      isRight: meaning.code !== null && (row.permanence === null || row.permanence === classOf(meaning.code)),
      miss: `${meaning.code ?? 'no code'}: ${said(row)}`,
    });
  return { name: row.name, points };
}

/** RFC 5321 §4.2.1. */
function classOf(code: number): 'temporary' | 'permanent' | null {
  if (code >= 500) return 'permanent';
  return code >= 400 ? 'temporary' : null;
}

/** How often a label came out as one of our categories that is not it, the most frequent first. */
function confusions(scored: readonly { row: ReplyCase; meaning: Meaning }[]): string[] {
  const counts = new Map<string, number>();
  for (const { row, meaning } of scored) {
    if (row.labelOf(meaning.category) === row.label) continue;
    const pair = `${row.label} → ${meaning.category}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([pair, count]) => `${count} × ${pair}`);
}

function fragmentLines(folder: string, half: Half | null): string[] {
  const { rows: all, unreadable } = readFragmentCases(folder);
  const rows = all.filter(({ name }) => isIn(half, name));
  if (rows.length === 0) return unreadable;
  const right = rows.filter((row) => labelPoints(row, explainReply(row)).every(({ isRight }) => isRight));
  return [
    ...unreadable,
    `Of ${rows.length} fragments, which are no replies, ${right.length} have the label or another right one: ${share(right.length, rows.length)}.`,
  ];
}
