import { setMaxListeners } from 'node:events';
import type { World } from '@/lib/check/world';
import { createBudget, MAX_POLICY_QUERIES } from '@/lib/dns/budget';
import type { DnsWorld } from '@/lib/dns/ask';
import { ZoneMemory } from '@/lib/dns/memory';
import { type DomainName, printedName } from '@/lib/dns/name';
import type { StepOutcome } from '@/lib/dns/trace';
import { walk, type WalkResult } from '@/lib/dns/walk';
import { lookUpBy } from '@/lib/policy/look-up-by';
import type { Lookup, LookUp, LookupType } from '@/lib/policy/lookup';

/** How much is asked at most, and how many milliseconds from the beginning anything is. */
export interface LookupLimits {
  queries: number;
  deadlineMs: number;
}

/** For one message that is verified. */
export const MESSAGE_LIMITS: LookupLimits = { queries: MAX_POLICY_QUERIES, deadlineMs: 20_000 };

/** Questions outside of a check, by our own walk from the root. */
export interface Lookups {
  lookUp: LookUp;
  /** The same with the records themselves, asked anew each time. */
  ask(name: DomainName, type: LookupType): Promise<Pick<WalkResult, 'kind' | 'records' | 'steps' | 'detail'>>;
  /** What was asked, and what came of it; each once. */
  questions(): { name: string; type: LookupType; kind: Lookup['kind'] }[];
  /** Queries that were sent. */
  queries(): number;
  /** Whether the limit of queries or of time has left something unasked. */
  isCutShort(): boolean;
}

export type LookupWorld = Pick<World, 'dns' | 'choice' | 'roots' | 'now' | 'pause' | 'random'>;

/** One budget, one memory, one deadline, which begins now. `onAsked` is told of each question to a name server. */
export function createLookups(
  world: LookupWorld,
  { queries, deadlineMs }: LookupLimits,
  onAsked: (outcome: StepOutcome) => void = () => undefined,
): Lookups {
  const signal = AbortSignal.timeout(deadlineMs);
  setMaxListeners(0, signal);
  let steps = 0;
  const budget = createBudget(queries, () => undefined);
  const dns: DnsWorld = {
    dns: world.dns,
    choice: (server, question) =>
      world.choice({ names: [server.name], address: server.address }) ??
      (world.choice({ names: [question.name], address: null }) === null ? null : 'excluded-name'),
    budget,
    signal,
    now: () => world.now(),
    pause: (ms, cancel) => world.pause(ms, cancel),
    random: () => world.random(),
    startedAt: world.now(),
    asked: new Set(),
    onStep({ outcome }) {
      onAsked(outcome);
      return ++steps;
    },
  };
  const memory = new ZoneMemory(world.roots, printedName);
  const questions = new Map<string, ReturnType<Lookups['questions']>[number]>();
  const ask: Lookups['ask'] = async (name, type) => {
    const question = { name, type, kind: 'failed' as Lookup['kind'] };
    questions.set(`${name} ${type}`, question);
    try {
      const walked = await walk(dns, memory, { name, type });
      question.kind = walked.kind;
      return walked;
    } catch (error) {
      if (!signal.aborted) throw error;
      return { kind: 'failed', records: [], steps: [], detail: 'own-choice' };
    }
  };
  return {
    lookUp: lookUpBy(ask),
    ask,
    questions: () => [...questions.values()],
    queries: () => budget.used,
    isCutShort: () => budget.isSpent || signal.aborted,
  };
}
