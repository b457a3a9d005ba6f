import { serverLabel } from '@/lib/dns/compare';
import { isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { familyOf, type IpFamily } from '@/lib/ip-family';
import type { Evidence } from '@/lib/report/evidence';
import { endOf, found, type Claim } from '../found';
import { type ClosedSession, evidenceOf, heardSessions, hostLabels, routeSteps, stepEvidence } from '../seen';

const FAMILIES = [
  ['ipv4', 'vantage.no-ipv4'],
  ['ipv6', 'vantage.no-ipv6'],
] as const;

/** Servers that could not be tried because this machine has no network of their family. */
export function* missingFamilies(seen: Evidence): Iterable<Claim> {
  for (const [family, code] of FAMILIES) {
    const isOfFamily = ({ address }: { address: string }) => familyOf(address) === family;
    const untried = heardSessions(seen).filter((one) => isOfFamily(one) && isOurMissingFamily(seen, one));
    if (untried.length > 0)
      yield endOf(untried, found(code, { hosts: hostLabels(untried) }, evidenceOf(untried)));
    const unasked = unaskedServers(seen).filter(({ server }) => isOfFamily(server));
    if (unasked.length > 0)
      yield found(code, { hosts: [...new Set(unasked.map(serverLabel))] }, stepEvidence(unasked));
  }
}

/** Questions to the servers of the zone where the walk ended, when not one of them could be sent; none else, and none to the root. */
export function unaskedServers(seen: Evidence): TraceStep[] {
  const { route } = seen;
  if (route?.kind !== 'unresolved' || route.failure !== null) return [];
  const steps = routeSteps(seen);
  const zone = steps.at(-1)?.zone;
  const asked = steps.filter((step) => step.zone === zone && step.outcome !== 'blocked');
  const unsent = new Set(unsendable(seen));
  return zone !== '.' && asked.every((step) => unsent.has(step)) ? asked : [];
}

/** True when the session failed because this machine has no network of that family, which says nothing about the other side. */
export function isOurMissingFamily(seen: Evidence, session: ClosedSession): boolean {
  if (!isOwnFailure(session)) return false;
  const family = familyOf(session.address);
  const isWithoutOthers = heardSessions(seen).every(
    (other) => familyOf(other.address) !== family || isOwnFailure(other),
  );
  // A router on the way can say the same of one address, and hardly any machine is without IPv4: that must be seen elsewhere, too.
  return isWithoutOthers && (family === 'ipv6' || isMissing(seen, family));
}

/** Questions that could not be sent, to servers of a family that this machine does not have. */
function unsendable(seen: Evidence): TraceStep[] {
  return FAMILIES.flatMap(([family]) => (isMissing(seen, family) ? questionsBy(seen, family) : []));
}

/** Not one question left this machine by that family, to whomever it was put. */
function isMissing(seen: Evidence, family: IpFamily): boolean {
  const asked = questionsBy(seen, family);
  return asked.length > 0 && asked.every(isOwnFailure);
}

function questionsBy({ trace }: Evidence, family: IpFamily): TraceStep[] {
  return trace.steps.filter(
    ({ server, outcome }) => outcome !== 'blocked' && familyOf(server.address) === family,
  );
}
