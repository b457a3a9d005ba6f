import { addressState } from './address-state';
import { isAnswer, isWhole } from './compare';
import type { KnownZone } from './memory';
import { nameOf } from './rdata';
import { soaOf } from './soa';
import type { ResourceRecord, TraceStep, ZoneView } from './trace';
import type { WalkResult } from './walk';

/** What our own walks found for one name server: its A and its AAAA. */
export interface NameServerWalks {
  name: string;
  walks: readonly WalkResult[];
}

/** The zone as the steps of the trace show it: its SOA, its NS set, its delegation, and what each server said. */
export function zoneViewOf(
  known: KnownZone,
  about: {
    zone: string;
    /** The name whose MX records each server was asked for. */
    domain: string;
    soa: ResourceRecord | null;
    ns: readonly ResourceRecord[];
    nameServers: readonly NameServerWalks[];
  },
  steps: readonly TraceStep[],
): ZoneView {
  const { zone, soa, nameServers } = about;
  const ns = about.ns.map((record): string => nameOf(record)).sort();
  const parent = known.zone === zone ? delegationOf(known, steps) : null;
  return {
    name: zone,
    soa: soa === null ? null : soaOf(soa),
    ns,
    parent,
    nameServers: nameServers.map(({ name, walks }) => ({
      name,
      atParent: parent?.ns.includes(name) ?? false,
      atChild: ns.includes(name),
      addresses: walks.flatMap(({ records }) => records.map(({ data }) => data)),
      aliases: (walks[0]?.aliases ?? []).map(({ target }): string => target),
      state: addressState(walks),
      evidence: walks.flatMap(({ steps: numbers }) => numbers),
    })),
    servers: serversOf(
      steps.filter((step) => step.zone === zone),
      about.domain,
    ),
  };
}

function delegationOf({ zone, step }: KnownZone, steps: readonly TraceStep[]): ZoneView['parent'] {
  const referral = steps.find(({ n }) => n === step);
  if (referral === undefined) return null;
  const ns = referral.authority.filter(({ type, name }) => type === 'NS' && name === zone).map(nameOf);
  return {
    zone: referral.zone,
    ns: ns.map((name): string => name).sort(),
    glue: referral.additional
      .filter(({ type, name }) => (type === 'A' || type === 'AAAA') && ns.some((server) => server === name))
      .map(({ name, data }) => ({ name, address: data })),
    step: referral.n,
  };
}

function serversOf(steps: readonly TraceStep[], domain: string): ZoneView['servers'] {
  const servers = new Map<string, ZoneView['servers'][number]>();
  for (const step of steps) {
    const key = `${step.server.name} ${step.server.address}`;
    const unasked = { soaSerial: null, mx: null, ns: null, tcp: null };
    const known = servers.get(key) ?? { ...step.server, ...unasked, outcome: step.outcome };
    const soa = [...step.answer, ...step.authority].find(
      (record) => record.type === 'SOA' && record.name === step.zone,
    );
    if (soa !== undefined && step.authoritative) known.soaSerial = soaOf(soa).serial;
    if (isAnswer(step.outcome)) known.outcome = step.outcome;
    if (isWhole(step)) {
      if (step.question.type === 'MX' && step.question.name === domain) known.mx = dataOf(step, 'MX');
      if (step.question.type === 'NS' && step.question.name === step.zone) known.ns = dataOf(step, 'NS');
    }
    if (step.transport === 'tcp' && known.tcp !== 'answer') known.tcp = step.outcome;
    servers.set(key, known);
  }
  return [...servers.values()];
}

function dataOf({ answer }: TraceStep, type: string): string[] {
  return answer
    .filter((record) => record.type === type)
    .map(({ data }) => data)
    .sort();
}
