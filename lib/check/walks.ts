import { createBudget, MAX_QUERIES } from '@/lib/dns/budget';
import type { DnsWorld } from '@/lib/dns/ask';
import { ZoneMemory } from '@/lib/dns/memory';
import { type DomainName, parseDomainName } from '@/lib/dns/name';
import { walk, type Walked } from '@/lib/dns/walk';
import type { Notebook } from './notebook';
import type { World } from './world';

/** The walks of one check: one budget, one memory, one trace. */
export interface Walks {
  readonly domain: DomainName;
  /** Resolves one question; `after` is the step whose answer made it necessary. */
  ask(name: DomainName, type: string, after?: number | null): Promise<Walked>;
  /** Resolves when every question sent has been answered or given up, also those nobody waits for any more. */
  settled(): Promise<void>;
}

export function createWalks(domain: string, world: World, notebook: Notebook, signal: AbortSignal): Walks {
  const underWay = new Set<Promise<unknown>>();
  const dns: DnsWorld = {
    ...{ signal, startedAt: notebook.startedAt },
    dns(query, cancel) {
      const heard = world.dns(query, cancel);
      const quiet = heard.catch(() => undefined).finally(() => underWay.delete(quiet));
      underWay.add(quiet);
      return heard;
    },
    budget: createBudget(MAX_QUERIES, (limit, count) => {
      notebook.note({ type: 'limit', limit, count });
    }),
    now: () => world.now(),
    pause: (ms, cancel) => world.pause(ms, cancel),
    random: () => world.random(),
    onStep: (step) => notebook.step(step),
  };
  const memory = new ZoneMemory(world.roots, nameOf);
  return {
    domain: nameOf(domain),
    ask: (name, type, after = null) => walk(dns, memory, { name, type }, { after, path: [] }),
    async settled() {
      // A question that stayed silent is tried again: wait until nothing new is under way.
      while (underWay.size > 0) {
        await Promise.all(underWay);
        await Promise.resolve();
      }
    },
  };
}

/** Targets and root hints have been parsed: a name that is none is our mistake. */
function nameOf(text: string): DomainName {
  const name = parseDomainName(text);
  if (!name.ok) throw new Error(`not a domain name: ${text}`);
  return name.value;
}
