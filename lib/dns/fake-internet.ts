import { isIpv6 } from '@/lib/ip-family';
import packet from 'dns-packet';
import { createBudget, MAX_QUERIES } from './budget';
import type { DnsWorld, Question } from './ask';
import { ZoneMemory } from './memory';
import { type DomainName, parseDomainName } from './name';
import type { TraceStep } from './trace';
import type { DnsHeard, DnsQuery } from './transport';
import { walk, type WalkResult } from './walk';

/** Name servers for tests, as data: keyed by address, then by `name TYPE`, `name *` or `*`; they record what they were asked. */
export type FakeServers = Record<string, Record<string, FakeReply>>;

type FakeReply =
  | { kind: 'silence' | 'unreachable' | 'blocked' | 'garbage' }
  | { kind: 'bytes'; bytes: Uint8Array }
  | {
      kind: 'message';
      rcode?: number;
      aa?: boolean;
      tc?: boolean;
      edns?: 'refused';
      question?: Question;
      answers?: packet.Answer[];
      authorities?: packet.Answer[];
      additionals?: packet.Answer[];
    };

export const silence: FakeReply = { kind: 'silence' };
export const unreachable: FakeReply = { kind: 'unreachable' };
export const blocked: FakeReply = { kind: 'blocked' };
export const garbage: FakeReply = { kind: 'garbage' };
export const refused: FakeReply = { kind: 'message', rcode: 5 };
export const servfail: FakeReply = { kind: 'message', rcode: 2 };
export const ednsRefused: FakeReply = { kind: 'message', rcode: 1 };

export function answer(...answers: packet.Answer[]): FakeReply {
  return { kind: 'message', aa: true, answers };
}

/** The delegation of `zone`, with glue for the servers that have addresses here. */
export function referral(zone: string, servers: Record<string, string[]>): FakeReply {
  return {
    kind: 'message',
    authorities: Object.keys(servers).map((data) => ({ type: 'NS', name: zone, ttl: 3600, data })),
    additionals: Object.entries(servers).flatMap(([name, addresses]) =>
      addresses.map((data) => a(name, data)),
    ),
  };
}

export function negative(kind: 'nxdomain' | 'nodata', zone: string): FakeReply {
  const data = { mname: 'ns', rname: 'root', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 300 };
  const authorities: packet.Answer[] = [{ type: 'SOA', name: zone, ttl: 3600, data }];
  return { kind: 'message', aa: true, rcode: kind === 'nxdomain' ? 3 : 0, authorities };
}

export function a(name: string, data: string): packet.Answer {
  return { type: isIpv6(data) ? 'AAAA' : 'A', name, ttl: 300, data };
}

export function mx(name: string, preference: number, exchange: string): packet.Answer {
  return { type: 'MX', name, ttl: 300, data: { preference, exchange } };
}

export function cname(name: string, data: string): packet.Answer {
  return { type: 'CNAME', name, ttl: 300, data };
}

/** Walks over the fake servers, with the root at the addresses given; time stands still except for hedging. */
export function fakeInternet(servers: FakeServers, roots = ['192.0.2.1'], maxQueries = MAX_QUERIES) {
  const asked: string[] = [];
  const steps: TraceStep[] = [];
  const limits: string[] = [];
  const world: DnsWorld = {
    dns: async (query) => {
      const { heard, line } = reply(servers, query);
      asked.push(line);
      await Promise.resolve();
      return heard;
    },
    choice: () => null,
    budget: createBudget(maxQueries, () => limits.push('dns-queries')),
    signal: new AbortController().signal,
    now: () => 0,
    pause: () => new Promise(() => undefined),
    random: () => 0.5,
    startedAt: 0,
    asked: new Set(),
    onStep(step) {
      steps.push({ n: steps.length + 1, ...step });
      return steps.length;
    },
  };
  const memory = new ZoneMemory(
    roots.map((address, i) => ({ name: `${String.fromCharCode(97 + i)}.root`, address })),
    name,
  );
  return {
    asked,
    steps,
    limits,
    memory,
    world,
    walk: (question: string, type: string): Promise<WalkResult> =>
      walk(world, memory, { name: name(question), type }),
  };
}

function reply(servers: FakeServers, query: DnsQuery): { heard: DnsHeard; line: string } {
  const { id, questions } = packet.decode(Buffer.from(query.message));
  const [question] = questions ?? [];
  if (question === undefined) throw new Error('a query without a question');
  const rules = servers[query.address] ?? {};
  const key = `${question.name || '.'} ${question.type}`;
  const edns = query.message[11] === 1;
  const over = query.transport === 'tcp' ? ' tcp' : '';
  const line = `${query.address} ${key}${over}${edns ? '' : ' plain'}`;
  const made =
    (over === '' ? undefined : rules[`${key}${over}`]) ??
    (edns ? undefined : rules[`${key} plain`]) ??
    rules[key] ??
    rules[`${question.name} *`] ??
    rules['*'] ??
    silence;
  if (made.kind === 'garbage')
    return { line, heard: { kind: 'reply', message: Uint8Array.of(1, 2, 3), ms: 1 } };
  if (made.kind === 'bytes') return { line, heard: { kind: 'reply', message: made.bytes, ms: 1 } };
  if (made.kind === 'silence') return { line, heard: { kind: 'silence', ms: query.timeoutMs } };
  if (made.kind !== 'message') return { line, heard: { kind: made.kind, detail: made.kind, ms: 0 } };
  const message = packet.encode({
    type: 'response',
    id: id ?? 0,
    flags:
      (made.aa === true ? packet.AUTHORITATIVE_ANSWER : 0) |
      (made.tc === true ? packet.TRUNCATED_RESPONSE : 0) |
      (made.rcode ?? 0),
    questions: [made.question === undefined ? question : { ...made.question, type: 'A', class: 'IN' }],
    answers: made.answers ?? [],
    authorities: made.authorities ?? [],
    additionals: made.additionals ?? [],
  });
  return { line, heard: { kind: 'reply', message, ms: 1 } };
}

function name(text: string): DomainName {
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(`not a domain name: ${text}`);
  return parsed.value;
}
