import type { World } from '@/lib/check/world';

/** How late our own timers may be before less is begun. Whoever asks for a page waits as long, and times that we measure are as wrong. */
const LATE_MS = 30;
const LOOK_EVERY_MS = 100;

/** Pieces of work that may be under way at once: at first, at least, and how many more after each look at which we were in time. */
const AT_FIRST = 200;
const FEWEST = 4;
const MORE = 8;
/** Of what is under way so much stays when we were late. */
const KEPT = 0.7;

/** Keeps what checks do from holding up who asks for something else: it begins only as far as this process keeps up. */
export interface Backpressure {
  /**
   * Resolves, first come first served, when one more piece of work may begin, with the function that tells its end; at once while there
   * is room. Rejects with the signal's reason when cancelled before.
   */
  enter(signal: AbortSignal): Promise<() => void>;
}

/** `now` in milliseconds, of a clock that nobody sets. */
export function createBackpressure(now: () => number): Backpressure {
  const waiting = new Set<() => void>();
  let room = AT_FIRST;
  let under = 0;
  let looking: NodeJS.Timeout | undefined;
  let expected = 0;

  const look = (): void => {
    const late = now() - expected;
    expected = now() + LOOK_EVERY_MS;
    if (late > LATE_MS) room = Math.max(FEWEST, Math.floor(Math.min(room, under) * KEPT));
    else if (waiting.size > 0) room += MORE;
    else if (under === 0) {
      clearInterval(looking);
      looking = undefined;
      room = AT_FIRST;
    }
    letIn();
  };

  const letIn = (): void => {
    for (const begin of waiting) {
      if (under >= room) return;
      begin();
    }
  };

  const begun = (): (() => void) => {
    under++;
    if (looking === undefined) {
      expected = now() + LOOK_EVERY_MS;
      looking = setInterval(look, LOOK_EVERY_MS).unref();
    }
    return () => {
      under--;
      letIn();
    };
  };

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        if (waiting.size === 0 && under < room) return resolve(begun());
        const leave = (): void => {
          waiting.delete(begin);
          signal.removeEventListener('abort', cancel);
        };
        const begin = (): void => {
          leave();
          resolve(begun());
        };
        const cancel = (): void => {
          leave();
          reject(signal.reason as Error);
        };
        waiting.add(begin);
        signal.addEventListener('abort', cancel, { once: true });
      }),
  };
}

/** A world in which each question and each session waits for that. */
export function easing(world: World, { enter }: Backpressure): World {
  const eased = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    const leave = await enter(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return {
    ...world,
    dns: (query, signal, hold) => eased(signal, () => world.dns(query, signal, hold)),
    smtp: (plan, record, signal) => eased(signal, () => world.smtp(plan, record, signal)),
  };
}
