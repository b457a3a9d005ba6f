import { WEIGHTS } from '@/lib/blocklists/blocklist';
import { unreachable } from '@/lib/result';
import { listingsIn } from '@/lib/watch/follow-lists';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import { WEIGHT_TONE } from './blocklist-words';
import { listedAs } from './listing-words';
import { ownFailureWords } from './own-failure-words';
import { OUTCOME_TONE, OUTCOME_WORD, type Tone } from './words';

/** How a watch stands, for its line. */
interface WatchWords {
  tone: Tone;
  state: string;
  /** Sentences. */
  says: string[];
}

const NOT_KNOWN = { tone: 'unknown', state: 'Not known yet' } as const;

/** What is known by a watch, and what its last tries could not see. */
export function watchWords(watch: ShownWatch): WatchWords {
  const { blind } = watch;
  switch (watch.kind) {
    case 'mail': {
      const { knowledge, ownFailure, domainUnicode } = watch;
      const verdict = knowledge.verdict?.known;
      const known =
        verdict === undefined
          ? NOT_KNOWN
          : { tone: OUTCOME_TONE[verdict.outcome], state: OUTCOME_WORD[verdict.outcome] };
      const unseen =
        ownFailure === null
          ? blindWords(blind, 'could not tell what becomes of mail now')
          : [ownFailureWords(ownFailure, domainUnicode)];
      return { ...known, says: [...(verdict === undefined ? [] : [verdict.headline]), ...unseen] };
    }
    case 'lists': {
      const { knowledge } = watch;
      const listings = listingsIn(knowledge);
      const unseen = blindWords(blind, 'had no answer of any list that counts');
      if (listings === null) return { ...NOT_KNOWN, says: unseen };
      const worst = WEIGHTS.find((weight) => listings.some((listing) => listing.weight === weight));
      return {
        tone: worst === undefined ? 'good' : WEIGHT_TONE[worst],
        state: listedWords(listings.length, Object.keys(knowledge).length),
        says: [...listings.map((listing) => `${listing.zone}: ${listedAs(listing)}.`), ...unseen],
      };
    }
    default:
      return unreachable(watch);
  }
}

/** Of the lists that have answered. */
function listedWords(listed: number, answered: number): string {
  if (answered === 1) return `${listed === 0 ? 'Not on' : 'On'} the one blocklist that answered`;
  return `On ${listed === 0 ? 'none' : listed} of ${answered} blocklists`;
}

function blindWords(blind: number, could: string): string[] {
  if (blind === 0) return [];
  return [`${blind === 1 ? 'The last try' : `The last ${blind} tries`} ${could}.`];
}
