import type { Limit } from '@/lib/report/limit';
import { place } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';

/** Limits of the check that were reached: what lies beyond was not looked at. */
export function* limits(seen: Evidence): Iterable<Claim> {
  for (const { limit, count, left } of reachedLimits(seen)) {
    if (limit === 'exchanges') continue; // told of the MX set
    if (limit === 'survey-queries') yield found('survey.unfinished', { count, left }, [place('limits')]);
    else yield found('check.limit-reached', { limit, count, left }, [place('limits')]);
  }
}

/** Each limit that was reached once, with all that was left out by it. */
export function reachedLimits({ limits }: Evidence): { limit: Limit; count: number; left: string[] }[] {
  return groupBy(limits, ({ limit }) => limit).map((group) => {
    const [{ limit, count }] = group;
    return { limit, count, left: [...new Set(group.flatMap(({ left = [] }) => left))] };
  });
}
