import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scoreFieldCases } from '../cases/field-cases';
import { scoreSituations } from '../cases/situations/score-situations';
import type { Half } from './half';
import type { Score } from './outcome';
import { scoreArc } from './score-arc';
import { scoreAuthRspamd } from './score-auth-rspamd';
import { scoreComplaints } from './score-complaints';
import { scoreDkim } from './score-dkim';
import { scoreDmarc } from './score-dmarc';
import { scoreDns } from './score-dns';
import { scoreField } from './score-field';
import { scoreNotices } from './score-notices';
import { scoreRecords } from './score-records';
import { scoreReplies } from './score-replies';
import { scoreSpf } from './score-spf';
import { scoreDomainSyntax, scoreEmailSyntax } from './score-syntax';
import { scoreZonemaster } from './score-zonemaster';

/** Scores a folder of the form of the set, or one half of its rows; sets of mail only have halves. Throws with one sentence when there is nothing to read. */
type Scorer = (folder: string, half: Half | null) => Score | Promise<Score>;

/** Every set that the product has a reader for; the others of the corpora wait for one. */
const SCORERS: ReadonlyMap<string, Scorer> = new Map<string, Scorer>([
  ['smtp-replies', scoreReplies],
  ['bounces-sisimai', scoreNotices],
  ['bounces-flufl', scoreNotices],
  ['bounces-mdbp', scoreNotices],
  ['bounces-misc', scoreNotices],
  ['bounces-own', scoreNotices],
  ['arf', scoreComplaints],
  ['field', scoreField],
  ['field-cases', scoreFieldCases],
  ['situations', (folder) => scoreSituations(folder)],
  ['email-syntax', scoreEmailSyntax],
  ['domain-syntax', scoreDomainSyntax],
  ['dns-scenarios', scoreDns],
  ['dns-zonemaster', scoreZonemaster],
  ['spf', scoreSpf],
  ['spf-syntax', scoreRecords],
  ['dkim-syntax', scoreRecords],
  ['mta-sts', scoreRecords],
  ['dmarc', scoreDmarc],
  ['dkim', scoreDkim],
  ['arc', scoreArc],
  ['auth-rspamd', scoreAuthRspamd],
]);

const SHARED = join('..', 'shared');
const CORPORA = join(SHARED, 'corpora');

/** Three ways to judge one folder: its cases by the figure, one by one with the live ones, and its situations. */
const FIELD_SETS: readonly string[] = ['field', 'field-cases', 'situations'];

/** Sets of our own, and how each is scored. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['e2e/fixtures/smtp-replies', 'smtp-replies'],
  ['e2e/fixtures/published-replies', 'smtp-replies'],
  ['e2e/fixtures/bounces', 'bounces-own'],
  ['e2e/fixtures/feedback', 'arf'],
]);

/** A set and where it lies. */
export interface Place {
  /** The name of its rows in docs/figures.md. */
  title: string;
  set: string;
  folder: string;
}

/** Where a set of the shared data lies. */
export function folderOf(set: string): string {
  return FIELD_SETS.includes(set) ? join(SHARED, 'field') : join(CORPORA, set);
}

/** Scores a set, or a half of one about replies and mails. Throws with one sentence when there is no such set, no reader for it in the product, or nothing to read. */
export async function score(set: string, folder: string, half: Half | null = null): Promise<Score> {
  const scorer = SCORERS.get(set);
  if (scorer !== undefined) {
    if (!existsSync(folder))
      throw new Error(`There is no folder ${folder}; give the folder of the set as second argument.`);
    return scorer(folder, half);
  }
  if (set !== '' && existsSync(folder))
    throw new Error(`The product has no reader yet for what the set "${set}" tests, so it has no score.`);
  throw new Error(`"${set}" is none of the sets that can be scored: ${[...SCORERS.keys()].join(', ')}.`);
}

/** What is there to be scored: our own sets, and those of the shared data that have a reader, by the names of its folders. */
export function allPlaces(): { places: Place[]; withoutReader: string[] } {
  const own = [...OWN].map(([folder, set]) => ({ title: `own/${basename(folder)}`, set, folder }));
  const names = existsSync(CORPORA)
    ? readdirSync(CORPORA, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
    : [];
  const shared = [...names, ...FIELD_SETS].filter((set) => SCORERS.has(set) && existsSync(folderOf(set)));
  return {
    places: [...own, ...shared.map((set) => ({ title: set, set, folder: folderOf(set) }))],
    withoutReader: names.filter((name) => !SCORERS.has(name)),
  };
}
