import { isWhole, serverLabel } from '@/lib/dns/compare';
import type { TraceStep } from '@/lib/dns/trace';
import { familyOf } from '@/lib/ip-family';
import type { OtherRoute, Route, RouteHost } from './route';

/** What senders differ in, and which way one of them goes; `servers` are those whose answer it has got. */
export type Reader =
  | { by: 'servers'; servers: string[] }
  | { by: 'null-mx'; isFinal: boolean }
  | { by: 'nxdomain'; isFinal: boolean }
  | { by: 'address-in-mx'; isUsed: boolean };

/** The route as one kind of sender sees it. */
export interface Reading {
  readers: Reader[];
  route: Route;
}

interface Seen {
  route: Route | null;
  otherRoutes: readonly OtherRoute[];
  trace: { steps: readonly TraceStep[] };
}

/** Every way in which senders read these answers; a single one, without readers, when all read them alike. */
export function readingsOf({ route, otherRoutes, trace: { steps } }: Seen): Reading[] {
  if (route === null) return [];
  const others = otherRoutes.flatMap(({ servers }) => servers);
  const servers = answering(route, steps).filter((label) => !others.includes(label));
  const byServers: Reading[] =
    others.length === 0
      ? [{ readers: [], route }]
      : [{ servers, route }, ...otherRoutes].sort(byFirstServer).map(fromServers);
  return byServers.flatMap((reading) =>
    [nullMx, nxdomain, addressInMx].reduce<Reading[]>(
      (readings, part) => readings.flatMap((one) => part(one, steps)),
      [reading],
    ),
  );
}

/** In order of name, whichever answered first. */
function byFirstServer({ servers: [a = ''] }: OtherRoute, { servers: [b = ''] }: OtherRoute): number {
  return a < b ? -1 : 1;
}

function fromServers({ servers, route }: OtherRoute): Reading {
  return { readers: [{ by: 'servers', servers }], route };
}

/** RFC 7505 §3: a null MX must stand alone. Beside others, Postfix takes it for the answer, and Exim passes it over. */
function nullMx(reading: Reading, steps: readonly TraceStep[]): Reading[] {
  const { route } = reading;
  const hasNull = answersOf(route, steps).some(({ answer }) =>
    answer.some(({ type, data }) => type === 'MX' && data.endsWith(' .')),
  );
  if (route.kind !== 'mx' || !hasNull) return [reading];
  return [
    read(reading, { by: 'null-mx', isFinal: true }, { ...route, kind: 'null', hosts: [] }),
    read(reading, { by: 'null-mx', isFinal: false }, route),
  ];
}

/**
 * A name whose MX is denied with NXDOMAIN does not exist (RFC 8020 §2), and RFC 5321 §5.1 makes it an error; Exim bounces. Where the
 * name has an address all the same, Postfix goes there.
 */
function nxdomain(reading: Reading, steps: readonly TraceStep[]): Reading[] {
  const { route } = reading;
  if (route.kind !== 'implicit' || mxDenial(route, steps) === null) return [reading];
  const nowhere: Route = { ...route, kind: 'none', domainExists: false, hosts: [] };
  return [
    read(reading, { by: 'nxdomain', isFinal: true }, nowhere),
    read(reading, { by: 'nxdomain', isFinal: false }, route),
  ];
}

/** RFC 5321 §5.1: the exchange must be a name. Postfix uses an address written there with a warning, and Exim does not. */
function addressInMx(reading: Reading): Reading[] {
  const { route } = reading;
  if (!route.hosts.some(isAddress)) return [reading];
  const hosts = route.hosts.map((host) => (isAddress(host) ? usedAsHost(host) : host));
  return [
    read(reading, { by: 'address-in-mx', isUsed: true }, { ...route, hosts }),
    read(reading, { by: 'address-in-mx', isUsed: false }, route),
  ];
}

/** The step that denied with NXDOMAIN what the route was asked by; null when there is none. */
export function mxDenial(route: Route, steps: readonly TraceStep[]): TraceStep | null {
  return (
    answersOf(route, steps).find(
      ({ question, outcome }) => question.type === 'MX' && outcome === 'nxdomain',
    ) ?? null
  );
}

function read({ readers }: Reading, reader: Reader, route: Route): Reading {
  return { readers: [...readers, reader], route };
}

/** The servers that answer the question that decided the route. */
function answering(route: Route, steps: readonly TraceStep[]): string[] {
  const question = answersOf(route, steps).find((step) => step.question.type === 'MX')?.question;
  const asked = steps.filter(
    (step) => isWhole(step) && step.question.name === question?.name && step.question.type === 'MX',
  );
  return [...new Set(asked.map(serverLabel))].sort();
}

/** The steps that decided the kind of the route. */
function answersOf({ evidence }: Route, steps: readonly TraceStep[]): TraceStep[] {
  return steps.filter(({ n }) => evidence.includes(n));
}

function isAddress({ flags }: RouteHost): boolean {
  return flags.includes('address-literal');
}

function usedAsHost(host: RouteHost): RouteHost {
  const { exchange, ttl } = host;
  const flags = host.flags.filter((flag) => flag !== 'address-literal');
  return {
    ...host,
    state: 'found',
    flags,
    addresses: [
      { address: exchange, family: familyOf(exchange), ttl, blocked: flags.includes('private-address') },
    ],
  };
}
