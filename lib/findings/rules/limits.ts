import { found, type Found } from '../found';
import type { Seen } from '../seen';

/** Limits of the check that were reached: what lies beyond was not looked at. */
export function* limits(seen: Seen): Iterable<Found> {
  for (const { limit, count } of seen.limits)
    yield found('check.limit-reached', { limit, count }, ['limits']);
}
