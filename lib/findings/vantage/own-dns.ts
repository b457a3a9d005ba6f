import { serverLabel } from '@/lib/dns/compare';
import { isIpv6 } from '@/lib/ip-family';
import { isHeard, isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, routeSteps, stepEvidence } from '../seen';

/** Questions over TCP when not one of several servers has answered by it; none when somebody has. */
export function lostOverTcp({ trace }: Evidence): TraceStep[] {
  return allLost(trace.steps.filter(({ transport }) => transport === 'tcp'));
}

/** The same for questions to IPv6 addresses. A mail server that was reached by IPv6 proves the way, too. */
export function lostOverIpv6({ trace, sessions }: Evidence): TraceStep[] {
  const isReached = sessions.some(
    ({ address, stages }) =>
      isIpv6(address) && stages.some(({ stage, outcome }) => stage === 'connect' && outcome === 'ok'),
  );
  return isReached ? [] : allLost(trace.steps.filter(({ server }) => isIpv6(server.address)));
}

function allLost(steps: readonly TraceStep[]): TraceStep[] {
  const asked = steps.filter((step) => step.outcome !== 'blocked' && !isOwnFailure(step));
  const servers = new Set(asked.map(({ server }) => server.address));
  return servers.size < 2 || asked.some(isHeard) ? [] : asked;
}

/** Every server failed by a way of ours that nothing came back by: then that is told, and nobody is blamed. */
export function isOurDoing(seen: Evidence, steps: readonly TraceStep[]): boolean {
  if (!isSettled(seen)) return false;
  const lost = new Set([...lostOverTcp(seen), ...lostOverIpv6(seen)]);
  const last = new Map(steps.map((step) => [step.server.address, step]));
  return last.size > 0 && [...last.values()].every((step) => lost.has(step));
}

/** Questions to the root with which the walk ended, when not one was answered; none when it came further. */
export function silentRoots(seen: Evidence): TraceStep[] {
  const { route } = seen;
  if (route?.kind !== 'unresolved' || route.failure !== null) return [];
  const steps = routeSteps(seen);
  const asked = steps.at(-1)?.zone === '.' ? steps.filter(({ zone }) => zone === '.') : [];
  return asked.every(isUnheard) && !isOurDoing(seen, steps) ? asked : [];
}

/** Nothing at all came back. */
export function isUnheard({ outcome }: TraceStep): boolean {
  return ['silence', 'unreachable', 'blocked'].includes(outcome);
}

/**
 * Answers in the name of the root or of a registry that these cannot give: about a name below their own, and without
 * authority. Whoever gives them stands between, near to us.
 */
export function interceptedDns({ trace }: Evidence): TraceStep[] {
  return trace.steps.filter(
    ({ zone, question, answer, authoritative }) =>
      depthOf(zone) < 2 &&
      depthOf(question.name) > 1 &&
      question.type !== 'DS' &&
      !authoritative &&
      answer.some(({ name }) => name === question.name),
  );
}

function depthOf(name: string): number {
  return name === '.' ? 0 : name.split('.').length;
}

/** Ways of ours that nothing came back by, whoever was asked. */
export function* ownDns(seen: Evidence): Iterable<Claim> {
  const forged = interceptedDns(seen);
  const [first] = forged;
  if (first !== undefined) {
    const question = `${first.question.name} ${first.question.type}`;
    yield found('vantage.dns-intercepted', { servers: serversOf(forged), question }, stepEvidence(forged));
    return;
  }
  const roots = serversOf(silentRoots(seen));
  if (roots.length > 0)
    yield found('vantage.no-dns', { servers: roots, count: roots.length }, stepEvidence(routeSteps(seen)));
  if (!isSettled(seen)) return;
  const tcp = lostOverTcp(seen);
  if (tcp.length > 0) yield found('vantage.no-dns-tcp', { servers: serversOf(tcp) }, stepEvidence(tcp));
  const ipv6 = lostOverIpv6(seen);
  if (ipv6.length > 0) yield found('vantage.ipv6-silent', { servers: serversOf(ipv6) }, stepEvidence(ipv6));
}

function serversOf(steps: readonly TraceStep[]): string[] {
  return [...new Set(steps.map(serverLabel))];
}
