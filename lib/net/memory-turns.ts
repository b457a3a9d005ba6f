import type { Turns } from '@/lib/check/turns';
import { networkOf } from './network-of';

/** How often and how many at once; `Infinity`: no limit. */
export interface TurnLimits {
  /** Least time between two sessions with one address; 0 switches the pause off, not the turns. */
  cooldownMs: number;
  /** Sessions with one address within an hour. */
  sessionsPerHour: number;
  /** Sessions at once of one party. */
  sessionsAtOnce: number;
  /** Sessions at once with one network. */
  sessionsPerNetwork: number;
}

const HOUR_MS = 3_600_000;
/** How often addresses are forgotten that nobody has connected to for an hour. */
const SWEEP_MS = 60_000;

/** What is known of one address; times of the clock of `performance.now()`. */
interface Visits {
  isHeld: boolean;
  /** From when on the next session may begin. */
  freeAt: number;
  /** Beginnings within the last hour. */
  begun: number[];
}

interface Waiting {
  address: string;
  network: string;
  party: object;
  go(): void;
}

interface Registry {
  visits: Map<string, Visits>;
  /** In the order in which they came. */
  waiting: Waiting[];
  /** Sessions under way, by network and by party. */
  underWay: Map<string | object, number>;
  timer: NodeJS.Timeout | undefined;
  sweptAt: number;
}

/** Handlers are bundled apart, so the registry of all checks hangs on what they share. */
const REGISTRY = Symbol.for('mxproof.turns');

/** Only this file writes under the symbol. */
function registryOfProcess(): Registry {
  const shared = globalThis as Record<symbol, unknown>;
  return (shared[REGISTRY] ??= {
    visits: new Map(),
    waiting: [],
    underWay: new Map(),
    timer: undefined,
    sweptAt: 0,
  } satisfies Registry) as Registry;
}

/** Turns across all checks of this process. */
export function createMemoryTurns(limits: TurnLimits): Turns {
  const registry = registryOfProcess();
  const { visits, underWay } = registry;

  const visitsOf = (address: string): Visits => {
    const known = visits.get(address) ?? { isHeld: false, freeAt: 0, begun: [] };
    known.begun = known.begun.filter((at) => at > performance.now() - HOUR_MS);
    visits.set(address, known);
    return known;
  };
  const add = (key: string | object, count: 1 | -1): void => {
    const sum = (underWay.get(key) ?? 0) + count;
    if (sum > 0) underWay.set(key, sum);
    else underWay.delete(key);
  };
  const hasRoom = ({ network, party }: Waiting): boolean =>
    (underWay.get(network) ?? 0) < limits.sessionsPerNetwork &&
    (underWay.get(party) ?? 0) < limits.sessionsAtOnce;

  /** Lets everybody go whose turn has come; looks again when the next cool-down is over. */
  const advance = (): void => {
    clearTimeout(registry.timer);
    const passed = new Set<string>();
    let nextMs = Infinity;
    for (const one of [...registry.waiting]) {
      if (passed.has(one.address)) continue; // somebody came before
      const { isHeld, freeAt } = visitsOf(one.address);
      const waitMs = freeAt - performance.now();
      if (!isHeld && waitMs <= 0 && hasRoom(one)) one.go();
      else if (!isHeld && waitMs > 0) nextMs = Math.min(nextMs, waitMs);
      passed.add(one.address);
    }
    if (nextMs < Infinity) registry.timer = setTimeout(advance, nextMs);
  };

  const hold = ({ address, network, party }: Waiting): (() => void) => {
    const visit = visitsOf(address);
    visit.isHeld = true;
    visit.begun.push(performance.now());
    add(network, 1);
    add(party, 1);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      visit.isHeld = false;
      visit.freeAt = performance.now() + limits.cooldownMs;
      add(network, -1);
      add(party, -1);
      advance();
    };
  };

  return {
    take: (address, party, onWait, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        sweep(registry);
        const before = registry.waiting.filter((other) => other.address === address).length;
        if (visitsOf(address).begun.length + before >= limits.sessionsPerHour) return resolve(null);
        const cancel = () => {
          leave();
          advance();
          reject(signal.reason);
        };
        const leave = () => {
          registry.waiting = registry.waiting.filter((other) => other !== one);
          signal.removeEventListener('abort', cancel);
        };
        const one: Waiting = {
          address,
          party,
          network: networkOf(address),
          go() {
            leave();
            resolve(hold(one));
          },
        };
        registry.waiting.push(one);
        signal.addEventListener('abort', cancel, { once: true });
        advance();
        if (registry.waiting.includes(one)) onWait();
      }),
  };
}

/** Forgets what has no effect any more. */
function sweep(registry: Registry): void {
  const now = performance.now();
  if (now - registry.sweptAt < SWEEP_MS) return;
  registry.sweptAt = now;
  for (const [address, { isHeld, freeAt, begun }] of registry.visits)
    if (!isHeld && freeAt <= now && begun.every((at) => at <= now - HOUR_MS)) registry.visits.delete(address);
}
