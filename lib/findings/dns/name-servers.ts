import { isUseful, serverLabel } from '@/lib/dns/compare';
import { dnsStep } from '@/lib/report/reference';
import { isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, stepEvidence, zoneSteps } from '../seen';
import { uselessCause } from './useless';
import { lostOverIpv6 } from '../vantage/own-dns';

/** Servers that were of no use although another one of their zone was, and why. */
export function* nameServers(seen: Evidence): Iterable<Claim> {
  for (const servers of groupBy([...uselessServers(seen)], ([{ zone }]) => zone)) {
    const silent = servers.filter(isSilent);
    const isSum = silent.length >= MANY;
    if (isSum) yield manySilent(seen, silent);
    for (const steps of isSum ? servers.filter((one) => !isSilent(one)) : servers) {
      if (isStaleGlue(seen, steps[0])) continue; // told of the delegation
      const useless = whyUseless(steps, workingAddresses(seen, steps[0]));
      if (useless !== null) yield useless;
    }
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
const MANY = 3;

function isSilent(steps: readonly TraceStep[]): boolean {
  return steps.every(({ outcome }) => outcome === 'silence');
}

function manySilent(seen: Evidence, silent: readonly [TraceStep, ...TraceStep[]][]): Claim {
  const steps = silent.flat();
  const zone = steps[0]?.zone ?? '';
  const all = new Set(zoneSteps(seen).flatMap((step) => (step.zone === zone ? [serverLabel(step)] : [])))
    .size;
  const servers = silent.map(([step]) => serverLabel(step));
  return found('dns.servers-silent', { zone, servers, count: servers.length, all }, stepEvidence(steps));
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
  const udp = steps.filter(({ transport }) => transport === 'udp');
  const outcome = uselessCause(udp.length > 0 ? udp : steps);
  return found('dns.server-unusable', { ...about, outcome }, evidence);
}

export function isUpwardReferral({ rejected }: TraceStep): boolean {
  return rejected === 'upward-referral';
}
