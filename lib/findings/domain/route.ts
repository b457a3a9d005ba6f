import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { routeEvidence } from '../seen';

/** What the route says about the domain as a whole. */
export function* domainRoute(seen: Evidence): Iterable<Claim> {
  const { route } = seen;
  if (route === null || route.kind === 'literal') return;
  const { domain } = seen.target;
  const target = route.alias.at(-1);
  if (route.kind === 'none' && route.domainExists === false)
    yield found('domain.not-found', { domain, zone: zoneOf(seen, route.evidence[0]) }, routeEvidence(route));
  else if (route.kind === 'none') yield found('domain.no-mail-service', { domain }, routeEvidence(route));
  if (target !== undefined && route.kind !== 'unresolved')
    yield found(
      'domain.is-alias',
      { domain, target, chain: route.alias, dname: dnameAbove(seen) ?? '' },
      routeEvidence(route),
    );
}

/** The name whose DNAME record makes the domain an alias (RFC 6672 §3.1). */
export function dnameAbove({ route, trace, target: { domain } }: Evidence): string | undefined {
  const records = trace.steps.flatMap((step) => (route?.evidence.includes(step.n) ? step.answer : []));
  return records.find(({ type, name }) => type === 'DNAME' && domain.endsWith(`.${name}`))?.name;
}

function zoneOf(seen: Evidence, n: number | undefined): string {
  return seen.trace.steps.find((step) => step.n === n)?.zone ?? '.';
}
