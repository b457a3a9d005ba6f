import type { Server } from '@/lib/dns/ask';
import type { SurveyQuestion } from '@/lib/dns/ask-all';
import { type DomainName, isWithin, labelCount, parentName, parseDomainName } from '@/lib/dns/name';
import { nameOf } from '@/lib/dns/rdata';
import type { ResourceRecord, ZoneView } from '@/lib/dns/trace';
import type { Walked } from '@/lib/dns/walk';
import { type NameServerWalks, zoneViewOf } from '@/lib/dns/zone-view';
import { aside } from './aside';
import type { FurtherZones } from './further-zones';
import type { Notebook } from './notebook';
import type { Walks } from './walks';

/** Begins a name that nobody has made: what is there all the same comes from a wildcard. */
const PROBE_LABEL = 'mxproof-probe-';

/** Name servers of one zone whose addresses are looked up; larger sets exist only to make resolvers work. */
const MAX_NAME_SERVERS = 13;

/** Servers of the parent that are asked for the delegation; the largest registries have 13. */
const MAX_PARENT_SERVERS = 13;

/** Names above the domain whose MX records are shown beside its own; deeper names are rare. */
const MAX_NAMES_ABOVE = 3;

/** How the questions of a survey are paid: as those of the mail's own way, or from the share for comparing. */
type Ask = Walks['ask'];

/**
 * The zone that holds the domain: its SOA and NS, where its parent sends people, the addresses of every server that
 * either of them names, and what each of these says; for an alias also the zones of its targets. Nothing is noted when
 * DNS failed: the walk has asked everyone.
 */
export async function surveyZone(
  walks: Walks,
  mx: Walked,
  further: FurtherZones,
  notebook: Notebook,
  random: () => number,
): Promise<void> {
  if (mx.kind === 'failed') return;
  const after = mx.steps.at(-1) ?? null;
  const targets = mx.aliases.map(({ target }) => target);
  const beyond = targets.map((name) => aside(further.examine(name, [{ name, type: 'MX' }])));
  const found = await findZone(walks, targets.length > 0, after);
  const around = isTopLevel(found.zone)
    ? []
    : [askParent(walks, found.zone, notebook), ...lookAround(walks, found.zone, mx, random)].map(aside);
  const note = (zone: ZoneView) => notebook.note({ type: 'zone', zone });
  const here = targets.filter((name) => walks.delegation(name) === walks.delegation(walks.domain));
  const questions = [walks.domain, ...here].map((name) => ({ name, type: 'MX' }));
  await Promise.all([
    ...beyond,
    ...around,
    examine(walks, walks.ask, { ...found, questions }, notebook, note),
  ]);
}

/** What the other servers of the parent say about the zone, one question each: whoever asks them is sent elsewhere. */
async function askParent(walks: Walks, zone: DomainName, notebook: Notebook): Promise<void> {
  const known = walks.delegation(zone);
  const told = notebook.report().trace.steps.find(({ n }) => n === known.step);
  if (known.zone !== zone || told === undefined) return;
  const parent = walks.delegation(parentName(zone));
  const byName = new Map(parent.servers.toReversed().map((server) => [server.name, server]));
  const others = [...byName.values()].filter(({ name }) => name !== told.server.name);
  await walks.survey(parent, others.slice(0, MAX_PARENT_SERVERS), [{ name: zone, type: 'NS' }]);
}

/** The same for a zone that mail needs and that does not hold the domain. */
export async function surveyFurtherZone(
  walks: Walks,
  zone: DomainName,
  questions: readonly SurveyQuestion[],
  notebook: Notebook,
): Promise<void> {
  const asked = await walks.askAside(zone, 'SOA', walks.delegation(zone).step);
  if (asked.kind === 'failed' || isTopLevel(zone)) return;
  const found = { zone, soa: asked.records[0] ?? asked.soa, after: asked.steps.at(-1) ?? null };
  await examine(walks, walks.askAside, { ...found, questions }, notebook, (seen) => {
    if (seen.nameServers.length > 0) notebook.note({ type: 'exchange-zone', zone: seen });
  });
}

interface FoundZone {
  zone: DomainName;
  soa: ResourceRecord | null;
  after: number | null;
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

async function examine(
  walks: Walks,
  ask: Ask,
  { zone, soa, after, questions }: FoundZone & { questions: readonly SurveyQuestion[] },
  notebook: Notebook,
  onSeen: (zone: ZoneView) => void,
): Promise<void> {
  const known = walks.delegation(zone);
  const all = [...questionsFor(zone), ...questions.flatMap(overBoth)];
  const delegated = [...known.servers];
  const atLeisure = isTopLevel(zone) ? null : aside(walks.survey(known, delegated, all));
  const ns = await ask(zone, 'NS', after);
  const tell = (nameServers: readonly NameServerWalks[]) => {
    const about = { zone, domain: walks.domain, soa, ns: ns.records, nameServers };
    onSeen(zoneViewOf(known, about, notebook.report().trace.steps));
  };
  tell([]);
  if (atLeisure === null) return;
  const named = [...known.servers.map(({ name }) => name), ...known.glueless, ...ns.records.map(nameOf)];
  const everyone = [...new Set(named)];
  const names = everyone.slice(0, MAX_NAME_SERVERS);
  if (everyone.length > names.length)
    notebook.note({
      ...{ type: 'limit', limit: 'name-servers', count: MAX_NAME_SERVERS },
      left: everyone.slice(MAX_NAME_SERVERS),
    });
  const nameServers = await Promise.all(names.map((name) => lookUp(ask, name, ns)));
  const others = nameServers.flatMap(serversOf).filter(({ address }) => !hasAddress(delegated, address));
  await Promise.all([atLeisure, walks.survey(known, others, all)]);
  tell(nameServers);
}

/**
 * What people often take for the way of the mail: the MX records of the names above a subdomain, and those of a
 * wildcard. A name below the domain that a wildcard answers for shows that the domain itself is made by it: below a name
 * that exists, wildcards from above end (RFC 4592 §2.2.1).
 */
function lookAround(walks: Walks, zone: DomainName, mx: Walked, random: () => number): Promise<unknown>[] {
  const after = mx.steps.at(-1) ?? null;
  const label = `${PROBE_LABEL}${Math.floor(random() * 1e9).toString(36)}`;
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

/** Zones of registries are theirs: a domain that does not exist, or a mistyped one, is no reason to examine them. */
function isTopLevel(zone: DomainName): boolean {
  return labelCount(zone) < 2;
}

function questionsFor(zone: DomainName): SurveyQuestion[] {
  return [
    ...overBoth({ name: zone, type: 'SOA' }),
    { name: zone, type: 'NS', mixedCase: true },
    { name: zone, type: 'NS', over: 'tcp' },
  ];
}

/** RFC 7766 §5: servers must answer over TCP, too; the answer over both must be the same. */
export function overBoth(question: SurveyQuestion): SurveyQuestion[] {
  return [question, { ...question, over: 'tcp' }];
}

async function lookUp(ask: Ask, name: DomainName, ns: Walked): Promise<NameServerWalks> {
  const after = ns.steps.at(-1) ?? null;
  return { name, walks: await Promise.all(['A', 'AAAA'].map((type) => ask(name, type, after))) };
}

function serversOf({ name, walks }: NameServerWalks): Server[] {
  const parsed = parseDomainName(name);
  if (!parsed.ok) return [];
  return walks.flatMap(({ records, steps }) =>
    records.map(({ data }) => ({ name: parsed.value, address: data, from: steps.at(-1) ?? null })),
  );
}

function hasAddress(servers: readonly Server[], address: string): boolean {
  return servers.some((server) => server.address === address);
}
