import type { Server } from '@/lib/dns/ask';
import type { SurveyQuestion } from '@/lib/dns/ask-all';
import { type DomainName, labelCount, parseDomainName } from '@/lib/dns/name';
import { nameOf } from '@/lib/dns/rdata';
import type { ResourceRecord, ZoneView } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import { type NameServerWalks, zoneViewOf } from '@/lib/dns/zone-view';
import { aside } from '../aside';
import type { WalkingRun, Walks } from '../walks';

/** Name servers of one zone whose addresses are looked up; larger sets exist only to make resolvers work. */
const MAX_NAME_SERVERS = 13;

/** How the questions of a survey are paid: as those of the mail's own way, or from the share for comparing. */
type Ask = Walks['ask'];

/** A zone as the walk came to it; `after` is the last step that led there. */
export interface FoundZone {
  zone: DomainName;
  soa: ResourceRecord | null;
  after: number | null;
}

/** What every server of a zone says of it; `onSeen` is called with what is known before and after they are asked. */
export async function examineZone(
  { walks, record }: WalkingRun,
  ask: Ask,
  { zone, soa, after, questions }: FoundZone & { questions: readonly SurveyQuestion[] },
  onSeen: (zone: ZoneView) => void,
): Promise<void> {
  const known = walks.delegation(zone);
  const all = [...questionsFor(zone), ...questions.flatMap(overBoth)];
  const delegated = [...known.servers];
  const atLeisure = isTopLevel(zone) ? null : aside(walks.survey(known, delegated, all));
  const ns = await ask(zone, 'NS', after);
  const tell = (nameServers: readonly NameServerWalks[]) => {
    const about = { zone, domain: walks.domain, soa, ns: ns.records, nameServers };
    onSeen(zoneViewOf(known, about, record.report().trace.steps));
  };
  tell([]);
  if (atLeisure === null) return;
  const named = [...known.servers.map(({ name }) => name), ...known.glueless, ...ns.records.map(nameOf)];
  const everyone = [...new Set(named)];
  const names = everyone.slice(0, MAX_NAME_SERVERS);
  if (everyone.length > names.length)
    record.note({
      type: 'limit',
      limit: 'name-servers',
      count: MAX_NAME_SERVERS,
      left: everyone.slice(MAX_NAME_SERVERS),
    });
  const nameServers = await Promise.all(names.map((name) => lookUp(ask, name, ns)));
  const others = nameServers.flatMap(serversOf).filter(({ address }) => !hasAddress(delegated, address));
  await Promise.all([atLeisure, walks.survey(known, others, all)]);
  tell(nameServers);
}

/** Zones of registries are theirs: a domain that does not exist, or a mistyped one, is no reason to examine them. */
export function isTopLevel(zone: DomainName): boolean {
  return labelCount(zone) < 2;
}

function questionsFor(zone: DomainName): SurveyQuestion[] {
  return [
    ...overBoth({ name: zone, type: 'SOA' }),
    { name: zone, type: 'NS', mixedCase: true },
    { name: zone, type: 'NS', over: 'tcp' },
  ];
}

/** RFC 7766 §5: servers must answer over TCP, too; the answer over both must be the same. Letters are mixed over UDP alone. */
export function overBoth(question: SurveyQuestion): SurveyQuestion[] {
  return question.mixedCase === true ? [question] : [question, { ...question, over: 'tcp' }];
}

async function lookUp(ask: Ask, name: DomainName, ns: WalkResult): Promise<NameServerWalks> {
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
