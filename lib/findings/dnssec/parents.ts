import type { Evidence } from '@/lib/report/evidence';
import { found, type Claim } from '../found';
import { differingParents } from '../ns/parents';

/** Servers of the parent that name other keys of the zone than the rest of them. */
export function* parentsKeys(seen: Evidence): Iterable<Claim> {
  const differing = differingParents(seen, 'DS');
  if (differing !== null) yield found('dnssec.parents-differ', differing.args, differing.evidence);
}
