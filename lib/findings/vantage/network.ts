import { place } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { evidenceOf, heardSessions, hostLabels, isSettled } from '../seen';
import { isOurMissingFamily } from './missing-family';

/** Something in our own network answers, or refuses, in the name of an address where nothing can listen. */
export function* interception({ controlAddress }: Evidence): Iterable<Claim> {
  if (controlAddress === null) return;
  const { address, port, outcome, banner } = controlAddress;
  if (outcome === 'answered')
    yield found('vantage.intercepted', { address, port, banner: banner ?? '' }, [place('vantage')]);
  if (outcome === 'refused') yield found('vantage.port-rejected', { address, port }, [place('vantage')]);
}

/** Several addresses, none of which let a connection through: our own side is the common part. */
export function* nothingReachable(seen: Evidence): Iterable<Claim> {
  // The address of a domain without MX is often a web server's: its silence says nothing about us.
  if (!isSettled(seen) || seen.route?.kind === 'implicit' || seen.reached !== null) return;
  const tried = heardSessions(seen).filter((session) => !isOurMissingFamily(seen, session));
  const unreached = tried.filter(({ outcome }) => outcome === 'timeout' || outcome === 'unreachable');
  const count = new Set(unreached.map(({ address }) => address)).size;
  if (count < 2 || unreached.length < tried.length) return;
  yield found('vantage.nothing-reachable', { hosts: hostLabels(unreached), count }, evidenceOf(unreached));
}
