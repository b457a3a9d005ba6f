import { setMaxListeners } from 'node:events';
import type { World } from '@/lib/check/world';
import { createBudget } from '@/lib/dns/budget';
import type { DnsWorld } from '@/lib/dns/ask';
import { ZoneMemory } from '@/lib/dns/memory';
import { printedName } from '@/lib/dns/name';
import { walk } from '@/lib/dns/walk';
import type { Lookup, LookUp, LookupType } from '@/lib/policy/lookup';
import { plainName } from '@/lib/policy/names';

/** Queries that one message may cost. */
const MAX_POLICY_QUERIES = 60;

/** Milliseconds after which nothing more is asked. */
const DEADLINE_MS = 20_000;

/** Questions about what domains publish, outside of a check, by our own walk from the root. */
export interface PolicyLookups {
  lookUp: LookUp;
  /** What was asked, and what came of it; each once. */
  questions(): { name: string; type: LookupType; kind: Lookup['kind'] }[];
  /** Queries that were sent. */
  queries(): number;
  /** Whether the limit of queries or of time has left something unasked. */
  isCutShort(): boolean;
}

type PolicyWorld = Pick<World, 'dns' | 'choice' | 'roots' | 'now' | 'pause' | 'random'>;

/** One budget, one memory, one deadline, which begins now. */
export function createPolicyLookups(world: PolicyWorld, deadlineMs = DEADLINE_MS): PolicyLookups {
  const signal = AbortSignal.timeout(deadlineMs);
  setMaxListeners(0, signal);
  let steps = 0;
  const budget = createBudget(MAX_POLICY_QUERIES, () => undefined);
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
    onStep: () => ++steps,
  };
  const memory = new ZoneMemory(world.roots, printedName);
  const known = new Map<string, { name: string; type: LookupType; found: Promise<Lookup> }>();
  const settled = new Map<string, Lookup['kind']>();

  const ask = async (text: string, type: LookupType): Promise<Lookup> => {
    const name = plainName(text);
    if (name === null) return { ...NOTHING, kind: 'nxdomain' };
    try {
      const { kind, records, steps: evidence } = await walk(dns, memory, { name, type });
      return { kind, data: records.map(({ data }) => data), isSecure: null, evidence };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { ...NOTHING, kind: 'failed' };
    }
  };

  return {
    lookUp(text, type) {
      const name = text.toLowerCase();
      const key = `${name} ${type}`;
      const before = known.get(key);
      if (before !== undefined) return before.found;
      const found = ask(text, type).then((lookup) => {
        settled.set(key, lookup.kind);
        return lookup;
      });
      known.set(key, { name, type, found });
      return found;
    },
    questions: () =>
      [...known].map(([key, { name, type }]) => ({ name, type, kind: settled.get(key) ?? 'failed' })),
    queries: () => budget.used,
    isCutShort: () => budget.isSpent || signal.aborted,
  };
}

const NOTHING = { data: [], isSecure: null, evidence: [] };
