import type { Server } from '@/lib/dns/ask';
import type { SurveyQuestion } from '@/lib/dns/ask-all';
import { type DomainName, labelCount, parentName, parseDomainName } from '@/lib/dns/name';
import { nameOf } from '@/lib/dns/rdata';
import type { Walked } from '@/lib/dns/walk';
import { type NameServerWalks, zoneViewOf } from '@/lib/dns/zone-view';
import { aside } from './aside';
import type { Notebook } from './notebook';
import type { Walks } from './walks';

/** Begins a name that nobody has made: what is there all the same comes from a wildcard. */
const PROBE_LABEL = 'mxproof-probe-';

/** Name servers of one zone whose addresses are looked up; larger sets exist only to make resolvers work. */
const MAX_NAME_SERVERS = 13;

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
  const record = soa.records[0] ?? soa.soa;
  const apex = parseDomainName(record?.name ?? soa.zone);
  if (!apex.ok) return;
  const zone = apex.value;
  const known = walks.delegation(zone);
  const questions = questionsFor(zone, walks.domain);
  const delegated = [...known.servers];
  const atLeisure = isTopLevel(zone)
    ? []
    : [walks.survey(known, delegated, questions), ...lookAround(walks, zone, after, random)].map(aside);
  const ns = await walks.ask(zone, 'NS', soa.steps.at(-1) ?? null);
  const note = (nameServers: readonly NameServerWalks[]) => {
    const about = { zone, soa: record, ns: ns.records, nameServers };
    notebook.note({ type: 'zone', zone: zoneViewOf(known, about, notebook.report().trace.steps) });
  };
  note([]);
  if (isTopLevel(zone)) return;
  const named = [...known.servers.map(({ name }) => name), ...known.glueless, ...ns.records.map(nameOf)];
  const names = [...new Set(named)].slice(0, MAX_NAME_SERVERS);
  const nameServers = await Promise.all(names.map((name) => lookUp(walks, name, ns)));
  const others = nameServers.flatMap(serversOf).filter(({ address }) => !hasAddress(delegated, address));
  await Promise.all([...atLeisure, walks.survey(known, others, questions)]);
  note(nameServers);
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

function questionsFor(zone: DomainName, domain: DomainName): SurveyQuestion[] {
  return [
    { name: zone, type: 'SOA' },
    { name: zone, type: 'NS', mixedCase: true },
    { name: domain, type: 'MX' },
    { name: zone, type: 'SOA', over: 'tcp' },
  ];
}

async function lookUp(walks: Walks, name: DomainName, ns: Walked): Promise<NameServerWalks> {
  const after = ns.steps.at(-1) ?? null;
  return { name, walks: await Promise.all(['A', 'AAAA'].map((type) => walks.ask(name, type, after))) };
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
