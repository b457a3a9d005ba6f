import type { Evidence } from '@/lib/report/evidence';
import { isUpwardReferral, uselessServers } from '../dns/name-servers';
import { found, type Claim } from '../found';
import { stepEvidence } from '../seen';

/** Servers that do not know the zone and name the root, or a zone above, instead. */
export function* upwardReferrals(seen: Evidence): Iterable<Claim> {
  for (const steps of uselessServers(seen)) {
    const [{ zone, server }] = steps;
    if (steps.some(isUpwardReferral))
      yield found(
        'ns.upward-referral',
        { zone, server: server.name, address: server.address },
        stepEvidence(steps),
      );
  }
}
