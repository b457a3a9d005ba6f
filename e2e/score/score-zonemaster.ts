import { join } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { SCENARIOS } from '../scenarios/all';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';
import { meantBy } from './zonemaster-codes';
import { type Playing, playZonemaster } from './zonemaster-world';

const ZonemasterRow = z.object({
  id: z.string(),
  /** The test case of Zonemaster, by which its zones and servers are found. */
  test: z.string(),
  zone: z.string(),
  mandatory: z.array(z.string()),
  forbidden: z.array(z.string()),
});
export type ZonemasterRow = z.infer<typeof ZonemasterRow>;

/** What the scenarios claim, one list of codes for each. */
const CLAIMS: readonly ReadonlySet<string>[] = SCENARIOS.map(
  ({ must }) => new Set(must.map(({ code }) => code)),
);

/** Checks under way at once: they mostly wait. */
const AT_ONCE = 16;

const FIGURES = ['mandatory', 'forbidden', 'claimed'] as const;
type Figure = (typeof FIGURES)[number];

/**
 * Each case is played where its zones and servers can be served here, as a whole check of its domain: for each mandatory tag
 * that concerns mail there is a finding of that meaning, for a forbidden one there is none. What cannot be played is compared
 * with what our scenarios claim, which measures only that such a finding exists and is tested. Throws with one sentence when
 * there is nothing to read.
 */
export async function scoreZonemaster(folder: string): Promise<Score> {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), ZonemasterRow);
  const tags = [...new Set(rows.flatMap(({ mandatory, forbidden }) => [...mandatory, ...forbidden]))].sort();
  const unmapped = tags.filter((tag) => meantBy(tag) === null);
  const outcomes: Outcome<Figure>[] = [];
  const gaps = new Map<string, number>();
  const limit = pLimit(AT_ONCE);
  const results = await Promise.all(
    rows.map((row) => limit(async () => ({ row, played: await play(folder, row) }))),
  );
  for (const { row, played } of results) {
    if ('gap' in played) gaps.set(played.gap, (gaps.get(played.gap) ?? 0) + 1);
    outcomes.push('gap' in played ? claimOutcome(row) : playedOutcome(row, played.codes));
  }
  const { lines, figures } = summarise(outcomes, FIGURES);
  const notPlayed = [...gaps.values()].reduce((sum, count) => sum + count, 0);
  return {
    lines: [
      ...unreadable,
      ...lines,
      ...[...gaps].map(([gap, count]) => `${count} not played: ${gap}`),
      ...unmapped.map((tag) => `Nobody has thought about the tag ${tag}.`),
      `${outcomes.filter(({ points }) => points.length === 0).length} cases say nothing that concerns mail.`,
    ],
    figures: {
      ...figures,
      played: rows.length - notPlayed,
      unmapped: unmapped.length,
      unreadable: unreadable.length,
    },
  };
}

/** A delegation that is handed over by hand is nothing that a check from the root can meet. */
async function play(folder: string, { id, test, zone }: ZonemasterRow): Promise<Playing> {
  if (/\bUNDEL\b/.test(id)) return { gap: 'its delegation is handed over by hand' };
  return playZonemaster(folder, test, zone);
}

/** What came of a case that was played, by the codes of its findings. */
export function playedOutcome(
  { id, mandatory, forbidden }: ZonemasterRow,
  found: ReadonlySet<string>,
): Outcome<Figure> {
  const wanted = new Set(mandatory.flatMap(codesOf));
  const said = [...found].join(', ');
  return {
    name: id,
    points: [
      ...concerning(mandatory).map((tag) => ({
        figure: 'mandatory' as const,
        isRight: codesOf(tag).some((code) => found.has(code)),
        miss: `${tag} is not among ${said}`,
      })),
      ...concerning(forbidden).map((tag) => {
        const excluded = excludedBy(tag, wanted);
        const isRight = !excluded.some((code) => found.has(code));
        return { figure: 'forbidden' as const, isRight, miss: `${tag} is among ${said}` };
      }),
    ],
  };
}

/** What a case comes to that cannot be played: whether a scenario of ours asserts each tag, and nothing that is forbidden. */
export function claimOutcome({ id, mandatory, forbidden }: ZonemasterRow): Outcome<Figure> {
  const tags = concerning(mandatory);
  if (tags.length === 0) return { name: id, points: [] };
  const wanted = new Set(tags.flatMap(codesOf));
  const excluded = forbidden.flatMap((tag) => excludedBy(tag, wanted));
  const clean = CLAIMS.filter((claims) => !excluded.some((code) => claims.has(code)));
  const missing = tags.filter(
    (tag) => !clean.some((claims) => codesOf(tag).some((code) => claims.has(code))),
  );
  const miss = `no scenario asserts ${missing.join(', ')}`;
  return { name: id, points: [{ figure: 'claimed', isRight: missing.length === 0, miss }] };
}

/** One code may stand for a tag that is mandatory and for one that is forbidden: it cannot tell them apart. */
function excludedBy(tag: string, wanted: ReadonlySet<string>): string[] {
  return codesOf(tag).filter((code) => !wanted.has(code));
}

/** Tags for which a finding is wanted, and those that nobody has thought about. */
function concerning(tags: readonly string[]): string[] {
  return tags.filter((tag) => typeof meantBy(tag) !== 'string');
}

function codesOf(tag: string): readonly string[] {
  const meant = meantBy(tag);
  return typeof meant === 'string' || meant === null ? [] : meant;
}
