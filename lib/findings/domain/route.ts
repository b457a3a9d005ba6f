import { dnsStep, place } from '@/lib/report/reference';
import type { TraceStep } from '@/lib/dns/trace';
import type { Route } from '@/lib/route/route';
import { found, type Found } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';
import { lostOverIpv6, lostOverTcp } from '../vantage/own-dns';

/** What the route says about the domain as a whole. */
export function* domainRoute(seen: Evidence): Iterable<Found> {
  const { route } = seen;
  if (route === null || route.kind === 'literal') return;
  const { domain } = seen.target;
  const evidence = route.evidence.length > 0 ? route.evidence.map(dnsStep) : [place('route')];
  const target = route.alias.at(-1);
  if (route.kind === 'none' && route.domainExists === false)
    yield found('domain.not-found', { domain, zone: zoneOf(seen, route.evidence[0]) }, evidence);
  else if (route.kind === 'none') yield found('domain.no-mail-service', { domain }, evidence);
  else if (route.kind === 'null') yield found('mx.null', { domain }, evidence);
  else if (route.kind === 'implicit') yield found('mx.implicit', { domain, target: target ?? '' }, evidence);
  if (target !== undefined && route.kind !== 'unresolved')
    yield found('domain.is-alias', { domain, target, chain: route.alias }, evidence);
  const steps = stepsOf(seen, route.evidence);
  if (route.kind === 'unresolved' && !isOurDoing(seen, steps)) yield unresolved(seen, route, steps);
}

/** Every server failed by a way of ours that nothing came back by: then that is told, and nobody is blamed. */
function isOurDoing(seen: Evidence, steps: readonly TraceStep[]): boolean {
  if (!isSettled(seen)) return false;
  const lost = new Set([...lostOverTcp(seen), ...lostOverIpv6(seen)]);
  const last = new Map(steps.map((step) => [step.server.address, step]));
  return last.size > 0 && [...last.values()].every((step) => lost.has(step));
}

/** DNS gave no route: who failed, and how. */
function unresolved(seen: Evidence, { alias, failure }: Route, steps: TraceStep[]): Found {
  const evidence = steps.length > 0 ? steps.map(({ n }) => dnsStep(n)) : [place('route')];
  const last = steps.at(-1);
  const question =
    last === undefined ? `${seen.target.domain} MX` : `${last.question.name} ${last.question.type}`;
  if (failure === 'referral-limit')
    return found('dns.too-deep', { domain: seen.target.domain, referrals: last?.depth ?? 0 }, evidence);
  if (failure === 'alias-loop' || failure === 'alias-chain-too-long')
    return found('dns.alias-loop', { domain: seen.target.domain, chain: alias }, evidence);
  if (last === undefined || failure === 'no-server-address') {
    const servers = [...new Set(last?.authority.filter(({ type }) => type === 'NS').map(({ data }) => data))];
    const zone = last?.authority.find(({ type }) => type === 'NS')?.name ?? '.';
    return found('dns.no-server-address', { question, zone, servers }, evidence);
  }
  const { zone } = last;
  const asked = steps.filter((step) => step.zone === zone);
  const servers = [...new Set(asked.map(({ server }) => `${server.name} [${server.address}]`))];
  const unheard = asked.every(({ outcome }) => ['silence', 'unreachable', 'blocked'].includes(outcome));
  if (unheard && zone === '.') return found('vantage.no-dns', { servers, count: servers.length }, evidence);
  if (unheard) return found('dns.no-answer', { question, zone, servers, tries: asked.length }, evidence);
  const outcomes = servers.map((label) => {
    const steps = asked.filter(({ server }) => `${server.name} [${server.address}]` === label);
    return `${label}: ${outcomeWords(steps)}`;
  });
  return found('dns.failing', { question, zone, outcomes }, evidence);
}

/** The last attempt's result in one word, or what kept its answer from being used. */
export function outcomeWords(steps: readonly TraceStep[]): string {
  const last = steps.at(-1);
  if (last === undefined) return 'not asked';
  const word = last.rejected ?? last.outcome;
  return last.transport === 'tcp' ? `${word} over TCP` : word;
}

function stepsOf(seen: Evidence, numbers: readonly number[]): TraceStep[] {
  const wanted = new Set(numbers);
  return seen.trace.steps.filter(({ n }) => wanted.has(n));
}

function zoneOf(seen: Evidence, n: number | undefined): string {
  return seen.trace.steps.find((step) => step.n === n)?.zone ?? '.';
}
