import { found, type Found } from '../found';
import type { Seen } from '../seen';

/** Limits of the check that were reached: what lies beyond was not looked at. */
export function* limits(seen: Seen): Iterable<Found> {
  for (const { limit, count, left = [] } of seen.limits)
    if (limit === 'survey-queries') yield found('survey.unfinished', { count, left }, ['limits']);
    else if (limit === 'exchanges') yield found('mx.too-many', { count, left }, ['limits']);
    else yield found('check.limit-reached', { limit, count }, ['limits']);
}
