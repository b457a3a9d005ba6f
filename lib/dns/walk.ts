import { familyOf, isIpv6 } from '@/lib/ip-family';
import type { ServerReading, DnsWorld, Question, Server } from './ask';
import { type Alias, MAX_CNAME_CHAIN } from './classify';
import type { KnownZone, ZoneMemory } from './memory';
import { type DomainName, isWithin, labelCount, parentName } from './name';
import { race, type RaceResult } from './race';
import type { ResourceRecord } from './trace';

/** Referrals followed from the root for one name; the deepest delegations in use have about ten. */
const MAX_REFERRALS = 16;

/** Walks inside walks, to find the address of a name server whose address no parent gave. */
const MAX_NESTED_WALKS = 4;

/** Name servers without glue that are looked up for one zone (NXNSAttack, RFC 9520 §3.3 asks for a bound). */
const MAX_GLUELESS_LOOKUPS = 4;

/**
 * Servers of an organisation's own zone that are asked at once until one is known to answer: a dead one among them then
 * costs no time, and all of them are compared in any case. Roots and registries are asked one at a time.
 */
const AT_ONCE = 3;

/** What the walk for one question came to. */
export interface WalkResult {
  /** `failed`: nobody answered usefully. `alias-loop` and `limit` are told apart by `detail`. */
  kind: 'answer' | 'nxdomain' | 'nodata' | 'failed';
  question: Question;
  /** The name the answer is about: the question's own, or the last alias target. */
  name: DomainName;
  aliases: Alias[];
  records: ResourceRecord[];
  soa: ResourceRecord | null;
  /** The zone whose servers gave the answer, or failed to. */
  zone: DomainName;
  /** The steps that decided: of the answer, or of everyone who failed. */
  steps: number[];
  /** `own-choice`: somebody was not asked, by a choice or a limit of ours. */
  detail:
    'alias-loop' | 'alias-chain-too-long' | 'referral-limit' | 'no-server-address' | 'own-choice' | null;
}

interface Way {
  /** The step whose answer made this walk necessary. */
  after: number | null;
  /** Questions of the walks this one is nested in; a name server may not need itself to be found. */
  path: readonly string[];
}

/** Resolves one question from the root, following aliases across zones (RFC 1034 §5.3.3, RFC 5321 §5.1). */
export async function walk(
  world: DnsWorld,
  memory: ZoneMemory,
  question: Question,
  way: Way = { after: null, path: [] },
): Promise<WalkResult> {
  const aliases: Alias[] = [];
  const steps: number[] = [];
  let name = question.name;
  let after = way.after;
  for (;;) {
    const found = await descend(world, memory, { name, type: question.type }, { ...way, after });
    aliases.push(...found.aliases);
    steps.push(...found.steps);
    const walked = { ...found, question, aliases, steps };
    const last = aliases.at(-1);
    if (found.kind !== 'answer' || found.records.length > 0 || last === undefined) return walked;
    if (aliases.some((alias) => alias.name === last.target))
      return { ...walked, kind: 'failed', detail: 'alias-loop' };
    if (aliases.length >= MAX_CNAME_CHAIN)
      return { ...walked, kind: 'failed', detail: 'alias-chain-too-long' };
    name = last.target;
    after = steps.at(-1) ?? after;
  }
}

/** One name without aliases that lead out of the zone: from the closest known zone down the referrals. */
async function descend(
  world: DnsWorld,
  memory: ZoneMemory,
  question: Question,
  way: Way,
): Promise<Omit<WalkResult, 'question'>> {
  // The DS records of a zone are kept by its parent: RFC 4035 §3.1.4.1.
  const asked = question.type === 'DS' ? parentName(question.name) : question.name;
  let after = way.after;
  for (let referrals = 0; referrals <= MAX_REFERRALS; referrals++) {
    const ahead = memory.closest(asked);
    const endTurn = way.path.length === 0 ? await memory.turn(ahead.zone, question.name) : () => undefined;
    const at = memory.closest(asked);
    if (at !== ahead) {
      endTurn();
      continue;
    }
    after = latest(after, at.step);
    let heard: RaceResult;
    const source = sourceOf(world, memory, at, { ...way, after });
    try {
      heard = await race(world, source, {
        zone: at.zone,
        depth: at.depth,
        question,
        for: 'mail',
        after,
      });
      noteDeadFamilies(memory, heard.tried);
      const { best } = heard;
      if (best?.result.outcome === 'referral' && heard.usable && best.result.referral !== null) {
        const step = best.steps.at(-1) ?? 0;
        // A server that knows nothing of DS sends on to the child, which does not have them either.
        if (question.type === 'DS' && best.result.referral.zone === question.name)
          return { ...failed(question.name, at.zone, best.steps, null), kind: 'nodata' };
        memory.learn(at, best.result.referral, step);
        after = step;
        continue;
      }
    } finally {
      endTurn();
    }
    return ended(question, at, heard, source.isLeftOut());
  }
  const { zone } = memory.closest(asked);
  return failed(question.name, zone, after === null ? [] : [after], 'referral-limit');
}

/** Not asked by our own choice. */
function wasLeftOut({ heard }: Pick<ServerReading, 'heard'>): boolean {
  return heard.kind === 'blocked' && heard.choice !== undefined;
}

function ended(
  question: Question,
  at: KnownZone,
  heard: RaceResult,
  isLeftOut: boolean,
): Omit<WalkResult, 'question'> {
  const { best } = heard;
  if (best === null) {
    const steps = heard.tried.flatMap((tried) => tried.steps);
    // Who was not asked by our own choice might have answered: the servers have not failed.
    const isOurs = isLeftOut || heard.tried.some(wasLeftOut);
    if (isOurs) return failed(question.name, at.zone, steps, 'own-choice');
    if (steps.length > 0) return failed(question.name, at.zone, steps, null);
    return failed(question.name, at.zone, at.step === null ? [] : [at.step], 'no-server-address');
  }
  const { aliases, records, soa, outcome } = best.result;
  return {
    kind: outcome === 'nxdomain' || outcome === 'nodata' ? outcome : 'answer',
    name: aliases.at(-1)?.target ?? question.name,
    aliases,
    records,
    soa,
    zone: at.zone,
    steps: best.steps.slice(-1),
    detail: null,
  };
}

function failed(
  name: DomainName,
  zone: DomainName,
  steps: number[],
  detail: WalkResult['detail'],
): Omit<WalkResult, 'question'> {
  return { kind: 'failed', name, aliases: [], records: [], soa: null, zone, steps, detail };
}

function sourceOf(world: DnsWorld, memory: ZoneMemory, at: KnownZone, way: Way) {
  const known = order(world, memory, at.servers);
  let isLeftOut = false;
  const isFast = (server?: Server) => server !== undefined && memory.regard.get(server.address) === 'fast';
  return {
    known,
    /** Whether the address of a server was not found by our own choice. */
    isLeftOut: () => isLeftOut,
    atOnce: labelCount(at.zone) < 2 || isFast(known[0]) ? 1 : AT_ONCE,
    regard: ({ address }: Server, as: 'fast' | 'slow') => void memory.regard.set(address, as),
    async more(): Promise<Server[]> {
      if (way.path.length >= MAX_NESTED_WALKS) return [];
      const names = at.glueless.slice(0, MAX_GLUELESS_LOOKUPS);
      const found = await Promise.all(
        names.map(async (name) => {
          const walked = await addressesOf(world, memory, name, way, () => {
            isLeftOut = true;
          });
          if (walked.length > 0 || way.path.length > 0) return walked;
          // Its own zone does not answer: what a parent of another zone has said of it (RFC 2181 §5.4.1) is better than nothing.
          const glue = memory.named(name);
          return glue.length > 0 ? glue : glueOf(world, memory, at, name, way);
        }),
      );
      at.servers.push(...found.flat());
      at.glueless = at.glueless.filter((name) => !at.servers.some((server) => server.name === name));
      return order(world, memory, found.flat());
    },
  };
}

/** The addresses of a server without glue: a walk of its own for each family. */
async function addressesOf(
  world: DnsWorld,
  memory: ZoneMemory,
  name: DomainName,
  way: Way,
  onLeftOut: () => void,
): Promise<Server[]> {
  const walks = ['A', 'AAAA'].map(async (type) => {
    const purpose = `${name} ${type}`;
    if (way.path.includes(purpose)) return [];
    const walked = await walk(world, memory, { name, type }, { ...way, path: [...way.path, purpose] });
    if (walked.detail === 'own-choice') onLeftOut();
    return walked.records.map((record) => ({
      name,
      address: record.data,
      from: walked.steps.at(-1) ?? null,
    }));
  });
  return (await Promise.all(walks)).flat();
}

/**
 * The addresses of a server inside its own zone that the referral came without: servers of the parent often give them when
 * they are asked for them (RFC 9471 §3 wants them in every referral), be it for a name that is an alias.
 */
async function glueOf(
  world: DnsWorld,
  memory: ZoneMemory,
  at: KnownZone,
  name: DomainName,
  way: Way,
): Promise<Server[]> {
  if (!isWithin(name, at.zone) || at.zone === '.') return [];
  const parent = memory.closest(parentName(at.zone));
  const asked = ['A', 'AAAA'].map(async (type) => {
    const purpose = `${name} ${type} of ${parent.zone}`;
    if (way.path.includes(purpose) || way.path.length >= MAX_NESTED_WALKS) return [];
    const path = [...way.path, purpose];
    const about = { zone: parent.zone, depth: parent.depth, for: 'mail', after: at.step } as const;
    const source = sourceOf(world, memory, parent, { ...way, path });
    const { best } = await race(world, source, { ...about, question: { name, type } });
    if (best === null) return [];
    const { aliases, records, referral } = best.result;
    const target = aliases.at(-1)?.target;
    if (records.length === 0 && target !== undefined)
      return (await glueOf(world, memory, at, target, { ...way, path })).map((server) => ({
        ...server,
        name,
      }));
    const glue = referral?.servers.find((server) => server.name === name)?.addresses ?? [];
    const from = best.steps.at(-1) ?? null;
    return [...records.map(({ data }) => data), ...glue].map((address) => ({ name, address, from }));
  });
  const found = (await Promise.all(asked)).flat();
  return found.filter(({ address }, n) => found.findIndex((other) => other.address === address) === n);
}

/** Shuffled (RFC 1034 §5.3.3 leaves the order open), the fast first, families without a way last. */
function order(world: DnsWorld, memory: ZoneMemory, servers: readonly Server[]): Server[] {
  return servers
    .map((server) => ({ server, dread: dreadOf(memory, server), place: world.random() }))
    .sort((a, b) => a.dread - b.dread || a.place - b.place)
    .map(({ server }) => server);
}

function dreadOf({ deadFamilies, regard }: ZoneMemory, server: Server): number {
  if (deadFamilies.has(familyOf(server.address))) return 2;
  const known = regard.get(server.address);
  return known === 'fast' ? -1 : known === 'slow' ? 1 : 0;
}

/** No route for one address of a family, and none reached: the machine very likely has no such network. */
function noteDeadFamilies(memory: ZoneMemory, tried: readonly ServerReading[]): void {
  for (const { server, result } of tried)
    if (result.outcome === 'unreachable' && isIpv6(server.address)) memory.deadFamilies.add('ipv6');
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
