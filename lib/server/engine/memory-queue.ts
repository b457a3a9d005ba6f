import type { Queue, Slot } from './queue';

/** A queue of this process: what waits in it does not outlive it. */
export function createMemoryQueue(): Queue {
  /** The checks that wait, by caller; the caller whose turn is next stands first, and none without a check. */
  const waiting = new Map<string, string[]>();
  const running = new Map<Promise<void>, string>();
  /** Checks that have lent their slot and want it back, in the order in which they asked. */
  const returning: (() => void)[] = [];
  let lent = 0;
  let isClosed = false;
  let work: Parameters<Queue['serve']>[0] = { atOnce: 0, run: () => Promise.resolve() };

  const hasSlot = (): boolean => running.size - lent < work.atOnce;

  /** The next check of the next caller, who then stands behind the others. */
  const next = (): { id: string; caller: string } | null => {
    const [first] = waiting;
    if (first === undefined) return null;
    const [caller, ids] = first;
    const id = ids.shift();
    waiting.delete(caller);
    if (ids.length > 0) waiting.set(caller, ids);
    return id === undefined ? null : { id, caller };
  };

  const begin = (): void => {
    while (hasSlot()) {
      const back = returning.shift();
      if (back !== undefined) {
        back();
        continue;
      }
      const check = isClosed ? null : next();
      if (check === null) return;
      const slot = createSlot();
      const run = work.run(check.id, slot).finally(() => {
        slot.end();
        running.delete(run);
        begin();
      });
      running.set(run, check.caller);
    }
  };

  const createSlot = (): Slot & { end(): void } => {
    let isLent = false;
    return {
      lend() {
        if (isLent) return;
        isLent = true;
        lent++;
        begin();
      },
      takeBack: () =>
        new Promise((resolve) => {
          if (!isLent) return resolve();
          returning.push(() => {
            if (isLent) lent--;
            isLent = false;
            resolve();
          });
          begin();
        }),
      end() {
        if (isLent) lent--;
        isLent = false;
      },
    };
  };

  const callerOf = (id: string): string | undefined => [...waiting].find(([, ids]) => ids.includes(id))?.[0];

  return {
    serve(one) {
      work = one;
      begin();
    },
    enqueue(id, caller) {
      waiting.set(caller, [...(waiting.get(caller) ?? []), id]);
      begin();
      return Promise.resolve();
    },
    cancel(id) {
      const caller = callerOf(id);
      if (caller === undefined) return Promise.resolve(false);
      const left = (waiting.get(caller) ?? []).filter((one) => one !== id);
      if (left.length > 0) waiting.set(caller, left);
      else waiting.delete(caller);
      return Promise.resolve(true);
    },
    place(id) {
      const caller = callerOf(id);
      return Promise.resolve(caller === undefined ? null : placeAmong(waiting, caller, id));
    },
    counts() {
      const queued = [...waiting.values()].reduce((sum, ids) => sum + ids.length, 0);
      return Promise.resolve({ running: running.size, lent, queued });
    },
    of(caller) {
      const begun = [...running.values()].filter((one) => one === caller).length;
      return Promise.resolve(begun + (waiting.get(caller)?.length ?? 0));
    },
    async close() {
      isClosed = true;
      await Promise.all(running.keys());
    },
  };
}

/** Everybody before it: of each caller the checks of earlier rounds, and of its own round those of callers before its own. */
function placeAmong(waiting: ReadonlyMap<string, readonly string[]>, caller: string, id: string): number {
  const callers = [...waiting.keys()];
  const own = callers.indexOf(caller);
  const round = waiting.get(caller)?.indexOf(id) ?? 0;
  return [...waiting.values()].reduce(
    (place, { length }, index) => place + Math.min(length, index < own ? round + 1 : round),
    1,
  );
}
