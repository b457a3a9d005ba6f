import { type DomainName, isWithin, labelCount, parentName, parseDomainName } from '@/lib/dns/name';
import type { ZoneView } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import { aside } from '../aside';
import type { DomainRun } from '../domain-run';
import type { Walks } from '../walks';
import { examineZone, type FoundZone, isTopLevel } from './zone';

/** Begins a name that nobody has made: what is there all the same comes from a wildcard. */
const PROBE_LABEL = 'mxproof-probe-';

/** Servers of the parent that are asked for the delegation; the largest registries have 13. */
const MAX_PARENT_SERVERS = 13;

/** Names above the domain whose MX records are shown beside its own; deeper names are rare. */
const MAX_NAMES_ABOVE = 3;

/**
 * The zone that holds the domain: its SOA and NS, where its parent sends people, the addresses of every server that
 * either of them names, and what each of these says; for an alias also the zones of its targets. Nothing is noted when
 * DNS failed: the walk has asked everyone.
 */
export async function surveyOwnZone(run: DomainRun, mx: WalkResult): Promise<void> {
  const { walks, zones, record } = run;
  if (mx.kind === 'failed') return;
  const after = mx.steps.at(-1) ?? null;
  const targets = mx.aliases.map(({ target }) => target);
  const beyond = targets.map((name) => aside(zones.examine(name, [{ name, type: 'MX' }])));
  const found = await findZone(walks, targets.length > 0, after);
  const around = isTopLevel(found.zone)
    ? []
    : [askParent(run, found.zone), ...lookAround(run, found.zone, mx)].map(aside);
  const tell = (zone: ZoneView) => record.tell('zone', zone);
  const here = targets.filter((name) => walks.delegation(name) === walks.delegation(walks.domain));
  const questions = [walks.domain, ...here].flatMap((name) => [
    { name, type: 'MX' },
    { name, type: 'MX', mixedCase: true },
  ]);
  await Promise.all([...beyond, ...around, examineZone(run, walks.ask, { ...found, questions }, tell)]);
}

/** What the other servers of the parent say about the zone, one question each: whoever asks them is sent elsewhere. */
async function askParent({ walks, record }: DomainRun, zone: DomainName): Promise<void> {
  const known = walks.delegation(zone);
  const told = record.report().trace.steps.find(({ n }) => n === known.step);
  if (known.zone !== zone || told === undefined) return;
  const parent = walks.delegation(parentName(zone));
  const byName = new Map(parent.servers.toReversed().map((server) => [server.name, server]));
  const others = [...byName.values()].filter(({ name }) => name !== told.server.name);
  await walks.survey(parent, others.slice(0, MAX_PARENT_SERVERS), [{ name: zone, type: 'NS' }]);
}

/**
 * The zone that the domain's own records stand in, by its SOA record. A question for an alias is answered about its
 * target; an alias is no apex, so the name above it tells (RFC 1034 §3.6.2).
 */
async function findZone(walks: Walks, isAlias: boolean, after: number | null): Promise<FoundZone> {
  const { zone: delegated } = walks.delegation(walks.domain);
  const name = isAlias && delegated !== walks.domain ? parentName(walks.domain) : walks.domain;
  const asked = await walks.ask(name, 'SOA', after);
  const soa = asked.records[0] ?? asked.soa;
  const apex = parseDomainName(soa?.name ?? delegated);
  const last = asked.steps.at(-1) ?? null;
  return apex.ok && isWithin(walks.domain, apex.value)
    ? { zone: apex.value, soa, after: last }
    : { zone: delegated, soa: null, after: last };
}

/**
 * What people often take for the way of the mail: the MX records of the names above a subdomain, and those of a
 * wildcard. A name below the domain that a wildcard answers for shows that the domain itself is made by it: below a name
 * that exists, wildcards from above end (RFC 4592 §2.2.1).
 */
function lookAround({ walks, world }: DomainRun, zone: DomainName, mx: WalkResult): Promise<unknown>[] {
  const after = mx.steps.at(-1) ?? null;
  const label = `${PROBE_LABEL}${Math.floor(world.random() * 1e9).toString(36)}`;
  const probe = (name: DomainName, type: string) => {
    const parsed = parseDomainName(`${label}.${name}`);
    return parsed.ok ? [walks.askAside(parsed.value, type, after)] : [];
  };
  // What the domain itself is reached by: its MX records or, without any, its address.
  const type = mx.kind === 'answer' ? 'MX' : 'A';
  const beside = parentName(walks.domain);
  const own =
    zone === walks.domain ? [] : [walks.domain, ...(beside === zone && type === 'MX' ? [] : [beside])];
  return [
    ...namesAbove(walks.domain, zone).map((name) => walks.askAside(name, 'MX', after)),
    ...probe(zone, 'MX'),
    ...own.flatMap((name) => probe(name, type)),
  ];
}

/** The nearest first, up to the zone; a zone of its own is compared with the names above it. */
function namesAbove(domain: DomainName, zone: DomainName): DomainName[] {
  const names: DomainName[] = [];
  for (let name = parentName(domain); labelCount(name) > 1; name = parentName(name)) {
    if (names.length === MAX_NAMES_ABOVE) break;
    names.push(name);
    if (name === zone) break;
  }
  return names;
}
