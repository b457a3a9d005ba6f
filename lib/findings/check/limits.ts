import { place } from '@/lib/report/reference';
import { found, type Found } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';

/** Limits of the check that were reached, each once: what lies beyond was not looked at. */
export function* limits(seen: Evidence): Iterable<Found> {
  for (const group of groupBy(seen.limits, ({ limit }) => limit)) {
    const [{ limit, count }] = group;
    const left = [...new Set(group.flatMap((one) => one.left ?? []))];
    if (limit === 'survey-queries') yield found('survey.unfinished', { count, left }, [place('limits')]);
    else if (limit === 'exchanges') yield found('mx.too-many', { count, left }, [place('limits')]);
    else yield found('check.limit-reached', { limit, count, left }, [place('limits')]);
  }
}
