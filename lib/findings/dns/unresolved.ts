import { serverLabel } from '@/lib/dns/compare';
import type { TraceStep } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep } from '@/lib/report/reference';
import type { Route } from '@/lib/route/route';
import { found, type Claim } from '../found';
import { routeEvidence, routeSteps } from '../seen';
import { interceptedDns, isOurDoing, isUnheard, silentRoots } from '../vantage/own-dns';
import { unaskedServers } from '../vantage/missing-family';
import { uselessCause } from './useless';

/** DNS gave no route: who failed, and how. */
export function* unresolvedRoute(seen: Evidence): Iterable<Claim> {
  const { route } = seen;
  if (route?.kind !== 'unresolved' || route.failure === 'own-choice') return; // told of the check
  const steps = routeSteps(seen);
  if (
    unaskedServers(seen).length > 0 ||
    isOurDoing(seen, steps) ||
    silentRoots(seen).length > 0 ||
    interceptedDns(seen).length > 0
  )
    return;
  yield unresolved(seen.target.domain, route, steps);
  yield* blockedBesideOthers(steps);
}

function isBlocked({ outcome }: TraceStep): boolean {
  return outcome === 'blocked';
}

function blockedIn(steps: readonly TraceStep[]): { servers: string[]; reasons: string[] } {
  const each = [...new Map(steps.map((step) => [serverLabel(step), step])).values()];
  return { servers: each.map(serverLabel), reasons: each.map(({ detail }) => detail ?? 'special') };
}

/** Servers that may not be contacted, where others were, in vain. */
function* blockedBesideOthers(steps: readonly TraceStep[]): Iterable<Claim> {
  const zone = steps.at(-1)?.zone;
  const inZone = steps.filter((step) => step.zone === zone);
  if (inZone.every(isBlocked)) return;
  for (const [step] of groupBy(inZone.filter(isBlocked), serverLabel)) {
    const { server, detail } = step;
    const about = { zone: step.zone, server: server.name, address: server.address };
    yield found('dns.server-blocked', { ...about, reason: detail ?? 'special' }, [dnsStep(step.n)]);
  }
}

function unresolved(domain: string, route: Route, steps: readonly TraceStep[]): Claim {
  const { alias, failure } = route;
  const evidence = routeEvidence({ evidence: steps.map(({ n }) => n) });
  const last = steps.at(-1);
  const question = last === undefined ? `${domain} MX` : `${last.question.name} ${last.question.type}`;
  if (failure === 'referral-limit')
    return found('dns.too-deep', { domain, referrals: last?.depth ?? 0 }, evidence);
  if (failure === 'alias-loop' || failure === 'alias-chain-too-long')
    return found('dns.alias-loop', { domain, chain: alias }, evidence);
  if (last === undefined || failure === 'no-server-address') {
    const servers = [...new Set(last?.authority.filter(({ type }) => type === 'NS').map(({ data }) => data))];
    const zone = last?.authority.find(({ type }) => type === 'NS')?.name ?? '.';
    const needsGlue = servers.some((server) => server === zone || server.endsWith(`.${zone}`));
    return found('dns.no-server-address', { question, zone, servers, needsGlue }, evidence);
  }
  const { zone } = last;
  const inZone = steps.filter((step) => step.zone === zone);
  const asked = inZone.filter((step) => !isBlocked(step));
  if (asked.length === 0) return found('dns.servers-blocked', { zone, ...blockedIn(inZone) }, evidence);
  const servers = [...new Set(asked.map(serverLabel))];
  const causes = servers.map((label) => uselessCause(asked.filter((step) => serverLabel(step) === label)));
  const about = { question, zone, servers, causes };
  if (asked.every(isUnheard)) return found('dns.no-answer', { ...about, tries: asked.length }, evidence);
  return found('dns.failing', about, evidence);
}
