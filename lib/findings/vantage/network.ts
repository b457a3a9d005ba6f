import { isIpv6 } from '@/lib/ip-family';
import { place } from '@/lib/report/reference';
import { endOf, found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { type ClosedSession, evidenceOf, heardSessions, hostLabels, isSettled } from '../seen';

/** Errors with which this machine says at once that it has no IPv6 at all. */
const NO_NETWORK = /ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT/;

/** True when the session failed because this machine has no IPv6, which says nothing about the other side. */
export function isOurMissingIpv6(seen: Evidence, session: ClosedSession): boolean {
  const isLocalFailure = (one: ClosedSession) =>
    isIpv6(one.address) && one.outcome === 'unreachable' && NO_NETWORK.test(one.detail ?? '');
  return (
    isLocalFailure(session) &&
    heardSessions(seen).every((other) => !isIpv6(other.address) || isLocalFailure(other))
  );
}

/** Something in our own network answers, or refuses, in the name of an address where nothing can listen. */
export function* interception({ controlAddress }: Evidence): Iterable<Claim> {
  if (controlAddress === null) return;
  const { address, port, outcome, banner } = controlAddress;
  if (outcome === 'answered')
    yield found('vantage.intercepted', { address, port, banner: banner ?? '' }, [place('vantage')]);
  if (outcome === 'refused') yield found('vantage.port-rejected', { address, port }, [place('vantage')]);
}

/** Addresses that could not be tried because this machine has no IPv6. */
export function* missingIpv6(seen: Evidence): Iterable<Claim> {
  const untried = heardSessions(seen).filter((session) => isOurMissingIpv6(seen, session));
  if (untried.length > 0)
    yield endOf(untried, found('vantage.no-ipv6', { hosts: hostLabels(untried) }, evidenceOf(untried)));
}

/** Several addresses, none of which let a connection through: our own side is the common part. */
export function* nothingReachable(seen: Evidence): Iterable<Claim> {
  // The address of a domain without MX is often a web server's: its silence says nothing about us.
  if (!isSettled(seen) || seen.route?.kind === 'implicit' || seen.reached !== null) return;
  const tried = heardSessions(seen).filter((session) => !isOurMissingIpv6(seen, session));
  const unreached = tried.filter(({ outcome }) => outcome === 'timeout' || outcome === 'unreachable');
  const count = new Set(unreached.map(({ address }) => address)).size;
  if (count < 2 || unreached.length < tried.length) return;
  yield found('vantage.nothing-reachable', { hosts: hostLabels(unreached), count }, evidenceOf(unreached));
}
