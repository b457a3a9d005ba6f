import type { Evidence } from '@/lib/report/evidence';
import { place } from '@/lib/report/reference';
import { reachedLimits } from '../check/limits';
import { found, type Claim } from '../found';

/** More exchanges than are looked at. */
export function* tooManyExchanges(seen: Evidence): Iterable<Claim> {
  for (const { limit, count, left } of reachedLimits(seen))
    if (limit === 'exchanges') yield found('mx.too-many', { count, left }, [place('limits')]);
}
