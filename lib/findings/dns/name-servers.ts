import { isUseful, serverLabel } from '@/lib/dns/compare';
import { dnsStep } from '@/lib/report/reference';
import { isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, stepEvidence, zoneSteps } from '../seen';
import { type UselessCause, uselessCause } from './useless';
import { lostOverIpv6 } from '../vantage/own-dns';

/** Servers that were of no use although another one of their zone was, and why. */
export function* nameServers(seen: Evidence): Iterable<Claim> {
  for (const servers of groupBy([...uselessServers(seen)], ([{ zone }]) => zone)) {
    const told = servers.flatMap((steps) => {
      if (isStaleGlue(seen, steps[0])) return []; // told of the delegation
      const works = workingAddresses(seen, steps[0]);
      const claim = whyUseless(steps, works);
      return claim === null ? [] : [{ steps, claim, isLost: works.length === 0 }];
    });
    const lost = told.filter(({ isLost }) => isLost).map(({ steps }) => steps);
    const isSum = lost.length >= MANY;
    if (isSum) yield manyLost(seen, lost);
    for (const { claim, isLost } of told) if (!isSum || !isLost) yield claim;
  }
}

/** Zones whose answers come without authority, and were used since no better ones did. */
export function* withoutAuthority(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen) || seen.route === null || seen.route.kind === 'unresolved') return;
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    const plain = zone.filter(({ rejected }) => rejected === 'not-authoritative');
    const [first] = plain;
    if (first === undefined || zone.some(isUseful)) continue;
    const servers = [...new Set(plain.map(serverLabel))];
    yield found('dns.without-authority', { zone: first.zone, servers }, stepEvidence(plain));
  }
}

/** From so many servers of one zone on the sum is told, and not each. */
const MANY = 2;

function isSilent(steps: readonly TraceStep[]): boolean {
  return steps.every(({ outcome }) => outcome === 'silence');
}

function manyLost(seen: Evidence, servers: readonly [TraceStep, ...TraceStep[]][]): Claim {
  const lost = servers.toSorted(([a], [b]) => (serverLabel(a) < serverLabel(b) ? -1 : 1));
  const steps = lost.flat();
  const zone = steps[0]?.zone ?? '';
  const all = new Set(zoneSteps(seen).flatMap((step) => (step.zone === zone ? [serverLabel(step)] : [])))
    .size;
  const sum = { zone, servers: lost.map(([step]) => serverLabel(step)), count: lost.length, all };
  return lost.every(isSilent)
    ? found('dns.servers-silent', sum, stepEvidence(steps))
    : found('dns.servers-unusable', { ...sum, causes: lost.map(causeOf) }, stepEvidence(steps));
}

/** What was asked of each server that was of no use although another one of its zone was. */
export function* uselessServers(seen: Evidence): Iterable<[TraceStep, ...TraceStep[]]> {
  if (!isSettled(seen)) return;
  const lost = new Set(lostOverIpv6(seen));
  for (const zone of groupBy(zoneSteps(seen), (step) => step.zone)) {
    if (!zone.some(isUseful)) continue; // then the route says it
    for (const server of groupBy(zone, (step) => `${step.server.name} ${step.server.address}`))
      if (!server.some(isUseful) && !server.every((step) => lost.has(step))) yield server;
  }
}

/** An address that only the registry still has: the zone gives another one for the same name. */
function isStaleGlue({ zone, exchangeZones }: Evidence, step: TraceStep): boolean {
  if (step.outcome === 'blocked') return false;
  const view = [zone, ...exchangeZones].find((one) => one?.name === step.zone);
  const { name, address } = step.server;
  const own = view?.nameServers.find((server) => server.name === name)?.addresses ?? [];
  const isGlue = view?.parent?.glue.some((one) => one.name === name && one.address === address) === true;
  return isGlue && own.length > 0 && !own.includes(address);
}

/** Where else the same server answers usefully. */
function workingAddresses(seen: Evidence, { zone, server }: TraceStep): string[] {
  const others = zoneSteps(seen).filter(
    (step) => step.zone === zone && step.server.name === server.name && isUseful(step),
  );
  return [...new Set(others.map((step) => step.server.address))];
}

function whyUseless(steps: [TraceStep, ...TraceStep[]], works: string[]): Claim | null {
  const [first] = steps;
  const where = { zone: first.zone, server: first.server.name, address: first.server.address };
  const about = { ...where, works };
  const evidence = steps.map(({ n }) => dnsStep(n));
  if (steps.every(({ outcome }) => outcome === 'blocked'))
    return found('dns.server-blocked', { ...where, reason: first.detail ?? 'special' }, evidence);
  if (isSilent(steps)) return found('dns.server-silent', { ...about, tries: steps.length }, evidence);
  if (steps.every(isOwnFailure)) return null;
  if (steps.some(isUpwardReferral)) return null; // a rule of its own says it
  return found('dns.server-unusable', { ...about, outcome: causeOf(steps) }, evidence);
}

function causeOf(steps: readonly TraceStep[]): UselessCause {
  const udp = steps.filter(({ transport }) => transport === 'udp');
  return uselessCause(udp.length > 0 ? udp : steps);
}

export function isUpwardReferral({ rejected }: TraceStep): boolean {
  return rejected === 'upward-referral';
}
