import type { Budget } from './budget';
import { attempts, type Reading, readHeard } from './attempts';
import type { DomainName } from './name';
import type { OwnChoice } from '@/lib/own-choice';
import type { StepPurpose, TraceStep } from './trace';
import type { DnsHeard, DnsTransport } from './transport';
import { inMixedCase, spellingOf } from './letter-case';
import { encodeQuery } from './wire';

export interface Server {
  name: DomainName;
  address: string;
  /** The step that gave the address; null for a root hint. */
  from: number | null;
}

export interface Question {
  name: DomainName;
  type: string;
}

/** Everything a walk takes from outside, for one check. */
export interface DnsWorld {
  dns: DnsTransport;
  /** Why this server is not to be asked this question, although it could be; null when it is. */
  choice(server: Server, question: Question): OwnChoice | null;
  budget: Budget;
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  now(): number;
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
  startedAt: number;
  /** Questions put so far, as `questionKey` writes them. */
  asked: Set<string>;
  /** Called for every attempt, at the moment its result is known; numbers the step. */
  onStep(step: Omit<TraceStep, 'n'>): number;
}

/** What one server said in the end, and the steps that show it. Null: the query budget is used up. */
export interface ServerReading extends Reading {
  server: Server;
  steps: number[];
}

/** Puts one question to one server of a zone and records every attempt as a step of the trace. */
export async function ask(
  world: DnsWorld,
  about: {
    zone: DomainName;
    depth: number;
    server: Server;
    question: Question;
    for: StepPurpose;
    after: number | null;
    /** TCP alone; by default UDP, and TCP when the answer is truncated. */
    over?: 'tcp';
    mixedCase?: boolean;
  },
): Promise<ServerReading | null> {
  const { zone, server, question, mixedCase = false } = about;
  const spelled = mixedCase ? inMixedCase(question.name) : question.name;
  world.asked.add(questionKey(server, question, about));
  const dialogue = attempts(about.over);
  const steps: number[] = [];
  let after = latest(about.after, server.from);
  for (let next = dialogue.next(); ;) {
    if (next.done === true) return { ...next.value, server, steps };
    if (!world.budget.take()) return null;
    const attempt = next.value;
    const id = Math.floor(world.random() * 0x10000);
    const readyAt = world.now();
    const choice = world.choice(server, question);
    const heard: DnsHeard =
      choice === null
        ? await world.dns(
            {
              address: server.address,
              transport: attempt.transport,
              message: encodeQuery({ id, name: spelled, type: question.type, edns: attempt.edns }),
              timeoutMs: attempt.timeoutMs,
            },
            world.signal,
          )
        : { kind: 'blocked', detail: null, choice, ms: 0 };
    const read = readHeard(heard, { zone, ...question }, attempt.edns);
    const echoed = mixedCase && heard.kind === 'reply' ? spellingOf(heard.message, spelled) : null;
    const n = world.onStep({
      after,
      for: about.for,
      depth: about.depth,
      zone,
      server: { name: server.name, address: server.address },
      question,
      ...(mixedCase && { spelling: { asked: spelled, echoed } }),
      transport: attempt.transport,
      edns: attempt.edns,
      ...(read.message && { opt: read.message.edns !== null }),
      outcome: read.result.outcome,
      rejected: read.result.rejected,
      rcode: read.message?.rcode ?? null,
      detail: read.result.detail,
      ...(heard.kind === 'blocked' && heard.choice !== undefined && { choice: heard.choice }),
      authoritative: read.message?.authoritative ?? false,
      truncated: read.message?.truncated ?? false,
      ...(heard.kind === 'reply' && heard.strays !== undefined && { strays: heard.strays }),
      ...(heard.heldMs !== undefined && { heldMs: heard.heldMs }),
      atMs: readyAt + (heard.heldMs ?? 0) - world.startedAt,
      ms: heard.ms,
      bytes: heard.kind === 'reply' ? heard.message.length : 0,
      answer: read.message?.answer ?? [],
      authority: read.message?.authority ?? [],
      additional: read.message?.additional ?? [],
    });
    steps.push(n);
    after = n;
    next = dialogue.next(read);
  }
}

/** One question to one server address. */
export function questionKey(
  { address }: Server,
  { name, type }: Question,
  { over = 'udp', mixedCase = false }: { over?: string; mixedCase?: boolean },
): string {
  return `${address} ${name} ${type} ${over}${mixedCase ? ' mixed' : ''}`;
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
