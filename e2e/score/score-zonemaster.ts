import { join } from 'node:path';
import { z } from 'zod';
import { SCENARIOS } from '../scenarios/all';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';
import { meantBy } from './zonemaster-codes';

const ZonemasterRow = z.object({
  id: z.string(),
  mandatory: z.array(z.string()),
  forbidden: z.array(z.string()),
});
export type ZonemasterRow = z.infer<typeof ZonemasterRow>;

/** What the scenarios claim, one list of codes for each. */
const CLAIMS: readonly ReadonlySet<string>[] = SCENARIOS.map(
  ({ must }) => new Set(must.map(({ code }) => code)),
);

/**
 * A case is right when each mandatory tag that concerns mail is asserted by a scenario of ours which claims nothing that the
 * case forbids. It measures whether there is a finding for what the case is about, and whether a test proves that the finding
 * comes, alone. It does not measure the case itself: its zones are not served here. Throws with one sentence when there is
 * nothing to read.
 */
export function scoreZonemaster(folder: string): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), ZonemasterRow);
  const tags = [...new Set(rows.flatMap(({ mandatory, forbidden }) => [...mandatory, ...forbidden]))].sort();
  const unmapped = tags.filter((tag) => meantBy(tag) === null);
  const vacuous = rows.filter(({ mandatory }) => concerning(mandatory).length === 0).length;
  const { lines, figures } = summarise(rows.map(caseOutcome), ['claimed']);
  return {
    lines: [
      ...unreadable,
      ...lines,
      ...unmapped.map((tag) => `Nobody has thought about the tag ${tag}.`),
      `${vacuous} cases have no mandatory tag that concerns mail, and no figure.`,
    ],
    figures: { ...figures, unmapped: unmapped.length, unreadable: unreadable.length },
  };
}

/** What came of one case; one in which nothing concerns mail has no point. */
export function caseOutcome({ id, mandatory, forbidden }: ZonemasterRow): Outcome<'claimed'> {
  const wanted = concerning(mandatory);
  if (wanted.length === 0) return { name: id, points: [] };
  const codes = new Set(wanted.flatMap(codesOf));
  // One code may stand for a tag that is mandatory and for one that is forbidden: it cannot tell them apart.
  const excluded = forbidden.flatMap(codesOf).filter((code) => !codes.has(code));
  const clean = CLAIMS.filter((claims) => !excluded.some((code) => claims.has(code)));
  const missing = wanted.filter(
    (tag) => !clean.some((claims) => codesOf(tag).some((code) => claims.has(code))),
  );
  return {
    name: id,
    points: [
      {
        figure: 'claimed',
        isRight: missing.length === 0,
        miss: `no scenario asserts ${missing.join(', ')}`,
      },
    ],
  };
}

/** Tags for which a finding is wanted, and those that nobody has thought about. */
function concerning(tags: readonly string[]): string[] {
  return tags.filter((tag) => typeof meantBy(tag) !== 'string');
}

function codesOf(tag: string): readonly string[] {
  const meant = meantBy(tag);
  return typeof meant === 'string' || meant === null ? [] : meant;
}
