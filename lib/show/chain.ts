import type { Report } from '@/lib/check/report';
import type { TraceStep } from '@/lib/dns/trace';
import type { RouteHost } from '@/lib/route/route';
import { answerMarks, zoneMark } from './dnssec-marks';
import { showMs, showTtl } from './duration';
import { STEP_TONE, STEP_WORD, type Tone } from './words';

export interface HopRow {
  left: string;
  right: string;
  tone: Tone | null;
  /** Where on the page the proof is; null when the row is derived from several steps. */
  anchor: string | null;
}

/** One link of the chain: a zone with the servers asked, the exchanges, or their addresses. */
export interface Hop {
  title: string;
  about: string;
  rows: HopRow[];
}

type Walked = Pick<Report, 'target' | 'trace' | 'zone' | 'route' | 'resolvers' | 'dnssec'>;

/** The chain from the root to the addresses, as far as it was walked. */
export function chainOf(report: Walked): Hop[] {
  const hops = report.target.kind === 'literal' ? [] : zonesOf(report).map((zone) => zoneHop(report, zone));
  if (!report.route) return hops;
  const exchanges = exchangeHop(report.route);
  const proof = answerMarks(report, ({ name }) => name === report.target.domain);
  const rows = [...proof, ...exchanges.rows, ...resolverRows(report, report.route)];
  return [...hops, { ...exchanges, rows }, ...addressHops(report, report.route)];
}

/** Zones on the way to the domain, from the root down, in the order they were first asked. */
export function zonesOf({ target, trace }: Walked): string[] {
  const above = (zone: string): boolean =>
    zone === '.' || target.domain === zone || target.domain.endsWith(`.${zone}`);
  const zones = [...new Set(trace.steps.map((step) => step.zone))].filter(above);
  return zones.sort((a, b) => labels(a) - labels(b));
}

function labels(zone: string): number {
  return zone === '.' ? 0 : zone.split('.').length;
}

/** Names with their dot, as they stand in a zone file. */
export function dotted(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

function zoneHop(report: Walked, zone: string): Hop {
  const isLast = report.zone?.name === zone;
  const steps = onePerServer(
    report.trace.steps.filter(
      (step) => step.zone === zone && (isOnTheWay(report, step) || (isLast && step.question.name === zone)),
    ),
  );
  const about = zone === '.' ? 'root' : isLast ? 'authoritative for the domain' : 'delegates further';
  const rows = steps.map(serverRow);
  const facts = [...zoneMark(report, zone), ...(isLast ? zoneFacts(report) : [])];
  return { title: dotted(zone), about, rows: [...facts, ...rows] };
}

function isOnTheWay({ target }: Walked, step: TraceStep): boolean {
  return step.purpose.startsWith(`${target.domain} `);
}

/** The first step with each server: later ones repeat what it is. Failing steps come to the front. */
function onePerServer(steps: readonly TraceStep[]): TraceStep[] {
  const seen = new Map<string, TraceStep>();
  for (const step of steps) {
    const before = seen.get(step.server.address);
    if (!before || (STEP_TONE[before.outcome] === 'good' && STEP_TONE[step.outcome] === 'wait'))
      seen.set(step.server.address, step);
  }
  return [...seen.values()];
}

function serverRow(step: TraceStep): HopRow {
  const said = step.rejected ?? STEP_WORD[step.outcome];
  return {
    left: step.server.name || step.server.address,
    right: step.outcome === 'blocked' ? said : `${said} · ${showMs(step.ms)}`,
    tone: step.rejected ? 'wait' : STEP_TONE[step.outcome],
    anchor: `dns-${step.n}`,
  };
}

function zoneFacts({ zone }: Walked): HopRow[] {
  if (!zone) return [];
  const plain = { tone: null, anchor: null };
  const rows: HopRow[] = zone.soa
    ? [{ left: `SOA ${zone.soa.serial}`, right: showTtl(zone.soa.ttl), ...plain }]
    : [];
  for (const server of zone.servers) {
    const serialDiffers = zone.soa && server.soaSerial !== null && server.soaSerial !== zone.soa.serial;
    const mxDiffers = server.mx !== null && differs(server.mx, zone.servers);
    if (!serialDiffers && !mxDiffers) continue;
    const right = serialDiffers ? `serial ${server.soaSerial}` : `MX ${server.mx?.join(', ') || 'none'}`;
    rows.push({ left: `${server.name} differs`, right, tone: 'wait', anchor: null });
  }
  return rows;
}

/** True for the minority: the MX set of a server is not the one that most servers gave. */
function differs(mx: readonly string[], servers: readonly { mx: string[] | null }[]): boolean {
  const key = (set: readonly string[]): string => [...set].sort().join(' ');
  const counts = new Map<string, number>();
  for (const server of servers)
    if (server.mx) counts.set(key(server.mx), (counts.get(key(server.mx)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return (counts.get(key(mx)) ?? 0) < most;
}

const NO_EXCHANGE: Record<string, readonly [title: string, about: string]> = {
  implicit: ['no MX', 'so the domain’s own address is used (implicit MX)'],
  null: ['MX 0 .', 'the domain says that it takes no mail (null MX)'],
  none: ['no MX', 'and no address: nowhere to send to'],
  literal: ['literal', 'an address was given, DNS is not asked'],
  unresolved: ['MX', 'could not be found out'],
};

function exchangeHop(route: NonNullable<Report['route']>): Hop {
  const [title, about] = NO_EXCHANGE[route.kind] ?? ['MX', 'mail exchangers by preference'];
  const anchor = route.evidence[0] === undefined ? null : `dns-${route.evidence[0]}`;
  const aliases = route.alias.map((name): HopRow => ({
    left: `alias of ${name}`,
    right: '',
    tone: null,
    anchor,
  }));
  if (route.kind !== 'mx') return { title, about, rows: aliases };
  const rows = route.hosts.map((host): HopRow => ({
    left: `${host.preference} ${host.exchange}`,
    right: host.isAlias ? 'alias' : host.ttl === null ? '' : showTtl(host.ttl),
    tone: host.isAlias ? 'wait' : null,
    anchor,
  }));
  return { title, about, rows: [...aliases, ...rows] };
}

/** What resolvers say, beside the exchanges: the same, or what they still have and for how long. */
function resolverRows({ resolvers }: Walked, route: NonNullable<Report['route']>): HopRow[] {
  const own =
    route.kind === 'mx' ? route.hosts.map(({ preference, exchange }) => `${preference} ${exchange}`) : [];
  return resolvers.map(({ resolver, outcome, records }): HopRow => {
    const left = `resolver ${resolver}`;
    if (!['answer', 'nodata', 'nxdomain'].includes(outcome))
      return { left, right: STEP_WORD[outcome], tone: 'wait', anchor: null };
    const said = records.map(({ data }) => data).sort();
    const isSame = said.join() === own.toSorted().join() || (route.kind === 'null' && said.length === 1);
    const leftSeconds = Math.max(0, ...records.map(({ ttl }) => ttl));
    return isSame
      ? {
          left,
          right: records.length > 0 ? `the same, ${showTtl(leftSeconds)} left` : 'the same',
          tone: null,
          anchor: null,
        }
      : { left, right: `differs: ${said.join(', ') || 'none'}`, tone: 'wait', anchor: null };
  });
}

function addressHops(report: Walked, route: NonNullable<Report['route']>): Hop[] {
  if (route.hosts.length === 0) return [];
  const rows = route.hosts.flatMap((host) =>
    host.addresses.length > 0 ? addressRows(host) : [missingRow(host)],
  );
  const exchanges = new Set(route.hosts.map(({ exchange }) => exchange));
  const proof = answerMarks(report, ({ name, type }) => exchanges.has(name) && type !== 'MX');
  return [{ title: 'A / AAAA', about: 'addresses of the exchanges', rows: [...proof, ...rows] }];
}

function addressRows(host: RouteHost): HopRow[] {
  const anchor = host.evidence[0] === undefined ? null : `dns-${host.evidence[0]}`;
  return host.addresses.map((one): HopRow => ({
    left: one.address,
    right: one.blocked ? 'not public' : one.ttl === null ? '' : showTtl(one.ttl),
    tone: one.blocked ? 'wait' : null,
    anchor,
  }));
}

const MISSING: Record<RouteHost['state'], string> = {
  found: 'no address',
  none: 'no address',
  nxdomain: 'no such name',
  failed: 'not resolved',
  'not-asked': 'not asked',
};

function missingRow(host: RouteHost): HopRow {
  const anchor = host.evidence[0] === undefined ? null : `dns-${host.evidence[0]}`;
  return { left: host.exchange, right: MISSING[host.state], tone: 'bad', anchor };
}
