import type { Report } from '@/lib/report/report';
import type { Route, RouteHost } from '@/lib/route/route';
import { type Aspect, exactly, inAnyOrder } from '../aspect';

/** Where mail goes. */
export function routeAspects(report: Report): Aspect[] {
  const { route, otherRoutes, reverse } = report;
  if (route === null) return [];
  const kind = exactly('route.kind', '', [route.kind]);
  if (route.kind === 'unresolved') return [kind];
  return [
    kind,
    exactly('route.alias', '', route.alias),
    inAnyOrder(
      'route.others',
      '',
      otherRoutes.map((other) => `${other.servers.join(', ')}: ${hostsOf(other.route)}`),
    ),
    ...route.hosts.flatMap((host) => hostAspects(host, isProven(report, route.evidence), report)),
    ...reverse.flatMap(({ address, state, names }) =>
      state === 'failed'
        ? []
        : [
            inAnyOrder(
              'route.reverse',
              address,
              names.map(({ name }) => name),
            ),
          ],
    ),
  ];
}

function hostAspects(host: RouteHost, isMxProven: boolean, report: Report): Aspect[] {
  const { exchange, preference, ttl, aliasChain, state, addresses, evidence } = host;
  const known = state === 'found' || state === 'none' || state === 'nxdomain';
  const ttls = addresses.flatMap((one) => (one.ttl === null ? [] : [String(one.ttl)]));
  return [
    exactly('route.preference', exchange, [String(preference)]),
    ...(isMxProven && ttl !== null ? [exactly('route.ttl', exchange, [String(ttl)])] : []),
    ...(known
      ? [
          exactly('route.aliases', exchange, aliasChain),
          inAnyOrder(
            'route.addresses',
            exchange,
            addresses.map(({ address }) => address),
          ),
        ]
      : []),
    ...(known && ttls.length > 0 && isProven(report, evidence)
      ? [inAnyOrder('route.address-ttl', exchange, ttls)]
      : []),
  ];
}

/** Whether these steps gave what a zone says: the TTL in an answer that is not authoritative may be what a cache has left. */
function isProven({ trace }: Report, evidence: readonly number[]): boolean {
  const answers = trace.steps.filter(({ n, outcome }) => outcome === 'answer' && evidence.includes(n));
  return answers.length > 0 && answers.every(({ authoritative }) => authoritative);
}

function hostsOf({ hosts, kind }: Route): string {
  return hosts.map(({ preference, exchange }) => `${preference} ${exchange}`).join(', ') || kind;
}
