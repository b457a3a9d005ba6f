import type { Server } from '@/lib/dns/ask';
import type { SurveyQuestion } from '@/lib/dns/ask-all';
import { type DomainName, labelCount, parentName, parseDomainName } from '@/lib/dns/name';
import { nameOf } from '@/lib/dns/rdata';
import type { ZoneView } from '@/lib/dns/trace';
import type { Walked } from '@/lib/dns/walk';
import { type NameServerWalks, zoneViewOf } from '@/lib/dns/zone-view';
import { aside } from './aside';
import type { Notebook } from './notebook';
import type { Walks } from './walks';

/** Begins a name that nobody has made: what is there all the same comes from a wildcard. */
const PROBE_LABEL = 'mxproof-probe-';

/** Name servers of one zone whose addresses are looked up; larger sets exist only to make resolvers work. */
const MAX_NAME_SERVERS = 13;

/** How the questions of a survey are paid: as those of the mail's own way, or from the share for comparing. */
type Ask = Walks['ask'];

/**
 * The zone that holds the domain: its SOA and NS, where its parent sends people, the addresses of every server that
 * either of them names, and what each of these says. Nothing is noted when DNS failed: the walk has asked everyone.
 */
export async function surveyZone(
  walks: Walks,
  mx: Walked,
  notebook: Notebook,
  random: () => number,
): Promise<void> {
  if (mx.kind === 'failed') return;
  const after = mx.steps.at(-1) ?? null;
  const soa = await walks.ask(walks.domain, 'SOA', after);
  const apex = parseDomainName((soa.records[0] ?? soa.soa)?.name ?? soa.zone);
  if (!apex.ok) return;
  const around = isTopLevel(apex.value) ? [] : lookAround(walks, apex.value, after, random).map(aside);
  const note = (zone: ZoneView) => notebook.note({ type: 'zone', zone });
  const questions = [{ name: walks.domain, type: 'MX' }];
  await Promise.all([
    ...around,
    examine(walks, walks.ask, { zone: apex.value, soa, questions }, notebook, note),
  ]);
}

/** The same for a zone that holds an exchange and not the domain: mail needs it just as much. */
export async function surveyExchangeZone(walks: Walks, zone: DomainName, notebook: Notebook): Promise<void> {
  const soa = await walks.askAside(zone, 'SOA', walks.delegation(zone).step);
  if (soa.kind === 'failed' || isTopLevel(zone)) return;
  await examine(walks, walks.askAside, { zone, soa, questions: [] }, notebook, (seen) => {
    if (seen.nameServers.length > 0) notebook.note({ type: 'exchange-zone', zone: seen });
  });
}

async function examine(
  walks: Walks,
  ask: Ask,
  { zone, soa, questions }: { zone: DomainName; soa: Walked; questions: readonly SurveyQuestion[] },
  notebook: Notebook,
  onSeen: (zone: ZoneView) => void,
): Promise<void> {
  const known = walks.delegation(zone);
  const all = [...questionsFor(zone), ...questions.flatMap(overBoth)];
  const delegated = [...known.servers];
  const atLeisure = isTopLevel(zone) ? null : aside(walks.survey(known, delegated, all));
  const ns = await ask(zone, 'NS', soa.steps.at(-1) ?? null);
  const tell = (nameServers: readonly NameServerWalks[]) => {
    const about = { zone, soa: soa.records[0] ?? soa.soa, ns: ns.records, nameServers };
    onSeen(zoneViewOf(known, about, notebook.report().trace.steps));
  };
  tell([]);
  if (atLeisure === null) return;
  const named = [...known.servers.map(({ name }) => name), ...known.glueless, ...ns.records.map(nameOf)];
  const names = [...new Set(named)].slice(0, MAX_NAME_SERVERS);
  const nameServers = await Promise.all(names.map((name) => lookUp(ask, name, ns)));
  const others = nameServers.flatMap(serversOf).filter(({ address }) => !hasAddress(delegated, address));
  await Promise.all([atLeisure, walks.survey(known, others, all)]);
  tell(nameServers);
}

/** What people often take for the way of the mail: the MX above a subdomain, and that of a wildcard. */
function lookAround(
  walks: Walks,
  zone: DomainName,
  after: number | null,
  random: () => number,
): Promise<unknown>[] {
  const parent = zone === walks.domain ? parentName(zone) : zone;
  const above = labelCount(parent) > 1 ? [parent] : [];
  const probe = parseDomainName(`${PROBE_LABEL}${Math.floor(random() * 1e9).toString(36)}.${zone}`);
  return [
    ...above.map((name) => walks.askAside(name, 'MX', after)),
    ...(probe.ok ? [walks.askAside(probe.value, 'MX', after)] : []),
  ];
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
