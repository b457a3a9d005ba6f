import { VerdictOutcome } from '@/lib/report/finding';
import { unreachable } from '@/lib/result';
import { listingsIn } from './follow-lists';
import type { Known, Watch } from './watch';

/** How a watch stands: paused, or its last try has failed on our side, or what is known to become of mail, or of lists. */
export const WATCH_STATES = [
  'paused',
  'own-failure',
  ...VerdictOutcome.options,
  'listed',
  'not-listed',
] as const;
export type WatchState = (typeof WATCH_STATES)[number];

export function stateOf({
  nextAt,
  ownFailure,
  ...known
}: Pick<Watch, 'nextAt' | 'ownFailure'> & Known): WatchState {
  if (nextAt === null) return 'paused';
  if (ownFailure !== null) return 'own-failure';
  switch (known.kind) {
    case 'mail':
      return known.knowledge.verdict?.known.outcome ?? 'unknown';
    case 'lists': {
      const listings = listingsIn(known.knowledge);
      if (listings === null) return 'unknown';
      return listings.length === 0 ? 'not-listed' : 'listed';
    }
    default:
      return unreachable(known);
  }
}
