import { found, type Found } from '../found';
import { groupBy, type Seen } from '../seen';

/** Limits of the check that were reached, each once: what lies beyond was not looked at. */
export function* limits(seen: Seen): Iterable<Found> {
  for (const group of groupBy(seen.limits, ({ limit }) => limit)) {
    const [{ limit, count }] = group;
    const left = [...new Set(group.flatMap((one) => one.left ?? []))];
    if (limit === 'survey-queries') yield found('survey.unfinished', { count, left }, ['limits']);
    else if (limit === 'exchanges') yield found('mx.too-many', { count, left }, ['limits']);
    else yield found('check.limit-reached', { limit, count, left }, ['limits']);
  }
}
