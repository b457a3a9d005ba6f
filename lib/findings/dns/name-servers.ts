import { isUseful } from '@/lib/dns/compare';
import { dnsStep } from '@/lib/report/reference';
import { isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Found } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, zoneSteps } from '../seen';
import { outcomeWords } from '../domain/route';
import { lostOverIpv6 } from '../vantage/own-dns';

/** Servers that were of no use although another one of their zone was. */
export function* nameServers(seen: Evidence): Iterable<Found> {
  if (!isSettled(seen)) return;
  const lost = new Set(lostOverIpv6(seen));
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    if (!zone.some(isUseful)) continue; // then the route says it
    for (const server of groupBy(zone, (step) => `${step.server.name} ${step.server.address}`)) {
      const useless = server.every((step) => lost.has(step)) ? null : uselessServer(server);
      if (useless !== null) yield useless;
    }
  }
}

function uselessServer(steps: [TraceStep, ...TraceStep[]]): Found | null {
  if (steps.some(isUseful)) return null;
  const [first] = steps;
  const about = { zone: first.zone, server: first.server.name, address: first.server.address };
  const evidence = steps.map(({ n }) => dnsStep(n));
  if (steps.every(({ outcome }) => outcome === 'blocked'))
    return found('dns.server-blocked', { ...about, reason: first.detail ?? 'special' }, evidence);
  if (steps.every(({ outcome }) => outcome === 'silence'))
    return found('dns.server-silent', { ...about, tries: steps.length }, evidence);
  if (steps.every(isOwnFailure)) return null;
  if (steps.some(({ rejected }) => rejected === 'upward-referral'))
    return found('ns.upward-referral', about, evidence);
  const udp = steps.filter(({ transport }) => transport === 'udp');
  const outcome = outcomeWords(udp.length > 0 ? udp : steps);
  return found('dns.server-unusable', { ...about, outcome }, evidence);
}
