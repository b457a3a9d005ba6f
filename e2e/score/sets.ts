import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Score } from './outcome';
import { scoreComplaints } from './score-complaints';
import { scoreDns } from './score-dns';
import { scoreField } from './score-field';
import { scoreNotices } from './score-notices';
import { scoreReplies } from './score-replies';
import { scoreDomainSyntax, scoreEmailSyntax } from './score-syntax';
import { scoreZonemaster } from './score-zonemaster';

/** Scores a folder of the form of the set. Throws with one sentence when there is nothing to read. */
type Scorer = (folder: string) => Score | Promise<Score>;

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
  ['email-syntax', scoreEmailSyntax],
  ['domain-syntax', scoreDomainSyntax],
  ['dns-scenarios', scoreDns],
  ['dns-zonemaster', scoreZonemaster],
]);

const SHARED = join('..', 'shared');
const CORPORA = join(SHARED, 'corpora');

/** Where a set of the shared data lies. */
export function folderOf(set: string): string {
  return set === 'field' ? join(SHARED, 'field') : join(CORPORA, set);
}

/** Scores a set. Throws with one sentence when there is no such set, no reader for it in the product, or nothing to read. */
export async function score(set: string, folder: string): Promise<Score> {
  const scorer = SCORERS.get(set);
  if (scorer !== undefined) {
    if (!existsSync(folder))
      throw new Error(`There is no folder ${folder}; give the folder of the set as second argument.`);
    return scorer(folder);
  }
  if (set !== '' && existsSync(folder))
    throw new Error(`The product has no reader yet for what the set "${set}" tests, so it has no score.`);
  throw new Error(`"${set}" is none of the sets that can be scored: ${[...SCORERS.keys()].join(', ')}.`);
}
