import { isAnswer } from '@/lib/dns/compare';
import type { Report } from '@/lib/report/report';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import type { Route, RouteHost } from '@/lib/route/route';
import { answerMarks, zoneMark } from './dnssec-marks';
import type { Hop, HopRow } from './hop';
import { showMs, showTtl } from './duration';
import { addressRows as differingAddresses, differenceRows } from './server-differences';
import { STEP_TONE, STEP_WORD } from './words';

type ChainEvidence = Pick<
  Report,
  'findings' | 'target' | 'trace' | 'zone' | 'exchangeZones' | 'route' | 'resolvers' | 'dnssec'
>;

/** The chain from the root to the addresses, as far as it was walked. */
export function chainOf(report: ChainEvidence): Hop[] {
  const hops = report.target.kind === 'literal' ? [] : zonesOf(report).map((zone) => zoneHop(report, zone));
  if (!report.route) return hops;
  return [...hops, exchangeHop(report, report.route)];
}

/** The zones beside the chain that mail needs, too: those of the exchanges and of alias targets. */
export function branchesOf(report: ChainEvidence): Hop[] {
  return report.exchangeZones.map((view) => {
    const rows = view.servers.map((server): HopRow => {
      const step = report.trace.steps.find(
        (one) => one.zone === view.name && one.server.address === server.address,
      );
      const anchor = step === undefined ? null : `dns-${step.n}`;
      const { outcome } = server;
      return {
        left: server.name,
        address: server.address,
        right: STEP_WORD[outcome],
        tone: STEP_TONE[outcome],
        anchor,
        server: server.name,
      };
    });
    const isTarget = report.route?.alias.some((name) => isUnder(name, view.name)) === true;
    const about = isTarget ? 'holds the target of the alias' : 'holds exchanges';
    const facts = [...zoneMark(report, view.name), ...zoneFacts(view)];
    const servers = atServers(rows, differenceRows(report, view));
    return { title: dotted(view.name), about, rows: [...facts, ...servers] };
  });
}

function isUnder(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Zones on the way to the domain, from the root down, in the order they were first asked. */
export function zonesOf({ target, trace }: ChainEvidence): string[] {
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

function zoneHop(report: ChainEvidence, zone: string): Hop {
  const isLast = report.zone?.name === zone;
  const steps = onePerServer(
    report.trace.steps.filter(
      (step) =>
        step.zone === zone &&
        (isOnTheWay(report, step) || (isLast && step.question.name === zone && step.transport === 'udp')),
    ),
  );
  const about = zone === '.' ? 'root' : isLast ? 'authoritative for the domain' : 'delegates further';
  const rows = steps.map(serverRow);
  const view = isLast ? report.zone : null;
  const facts = [...zoneMark(report, zone), ...(view ? zoneFacts(view) : [])];
  const servers = view ? atServers(rows, differenceRows(report, view)) : rows;
  return { title: dotted(zone), about, rows: [...facts, ...servers] };
}

/** Each difference below the first row of its server; of a server without one, at the front. */
function atServers(servers: readonly HopRow[], differences: readonly HopRow[]): HopRow[] {
  const rest = new Set(differences);
  const rows = servers.flatMap((server) => {
    const own = [...rest].filter((row) => row.server === server.server);
    for (const one of own) rest.delete(one);
    return [server, ...own];
  });
  return [...rest, ...rows];
}

function isOnTheWay({ target }: ChainEvidence, step: TraceStep): boolean {
  return step.for === 'mail' && step.question.name === target.domain;
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
    server: step.server.name,
    ...(step.server.name !== '' && { address: step.server.address }),
    right: step.outcome === 'blocked' ? said : `${said} · ${showMs(step.ms)}`,
    tone: step.rejected ? 'wait' : STEP_TONE[step.outcome],
    anchor: `dns-${step.n}`,
  };
}

function zoneFacts({ soa }: ZoneView): HopRow[] {
  return soa ? [{ left: `SOA ${soa.serial}`, right: showTtl(soa.ttl), tone: null, anchor: null }] : [];
}

const ROUTE_WORDS: Readonly<Record<Route['kind'], readonly [title: string, about: string]>> = {
  mx: ['MX', 'mail servers by preference, with their addresses'],
  implicit: ['no MX', 'so the domain’s own address is used (implicit MX)'],
  null: ['MX 0 .', 'the domain says that it takes no mail (null MX)'],
  none: ['no MX', 'and no address: nowhere to send to'],
  literal: ['literal', 'an address was given, DNS is not asked'],
  unresolved: ['MX', 'could not be found out'],
};

/** Each mail server once, with its addresses below it. */
function exchangeHop(report: ChainEvidence, route: Route): Hop {
  const [title, about] = ROUTE_WORDS[route.kind];
  const anchor = route.evidence[0] === undefined ? null : `dns-${route.evidence[0]}`;
  const exchanges = new Set(route.hosts.map(({ exchange }) => exchange));
  const aliases = route.alias.map((name): HopRow => ({
    left: `alias of ${name}`,
    right: '',
    tone: null,
    anchor,
  }));
  const hosts = route.hosts.flatMap((host) => [
    ...(route.kind === 'mx' ? [exchangeRow(host, anchor)] : []),
    ...(host.addresses.length > 0 ? addressRows(host, route.kind === 'mx') : [missingRow(host)]),
  ]);
  // What holds of MX and of addresses alike is said once.
  const marks = new Map(
    answerMarks(report, ({ name }) => name === report.target.domain || exchanges.has(name)).map((row) => [
      `${row.left} ${row.right}`,
      row,
    ]),
  ).values();
  return {
    title,
    about,
    rows: [
      ...marks,
      ...aliases,
      ...hosts,
      ...differingAddresses(report, [...exchanges]),
      ...resolverRows(report, route),
    ],
  };
}

function exchangeRow(host: RouteHost, anchor: string | null): HopRow {
  return {
    left: `${host.preference} ${host.exchange}`,
    right: host.isAlias ? 'alias' : host.ttl === null ? '' : showTtl(host.ttl),
    tone: host.isAlias ? 'wait' : null,
    anchor,
  };
}

/** What resolvers say, beside the exchanges: the same, or what they still have and for how long. */
function resolverRows({ resolvers }: ChainEvidence, route: NonNullable<Report['route']>): HopRow[] {
  const own =
    route.kind === 'mx' ? route.hosts.map(({ preference, exchange }) => `${preference} ${exchange}`) : [];
  return resolvers.map(({ resolver, outcome, records }, index): HopRow => {
    const about = { left: `resolver ${resolver}`, anchor: `resolver-${index + 1}` };
    if (!isAnswer(outcome)) return { ...about, right: STEP_WORD[outcome], tone: 'wait' };
    const said = records.map(({ data }) => data).sort();
    const isSame = said.join() === own.toSorted().join() || (route.kind === 'null' && said.length === 1);
    const leftSeconds = Math.max(0, ...records.map(({ ttl }) => ttl));
    return isSame
      ? {
          ...about,
          right: records.length > 0 ? `the same, ${showTtl(leftSeconds)} left` : 'the same',
          tone: null,
        }
      : { ...about, right: `differs: ${said.join(', ') || 'none'}`, tone: 'wait' };
  });
}

function addressRows(host: RouteHost, isBelow: boolean): HopRow[] {
  const anchor = host.evidence[0] === undefined ? null : `dns-${host.evidence[0]}`;
  return host.addresses.map((one): HopRow => ({
    left: one.address,
    isBelow,
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
  return { left: MISSING[host.state], isBelow: true, right: '', tone: 'bad', anchor };
}
