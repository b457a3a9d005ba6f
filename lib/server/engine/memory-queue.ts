import type { Queue, Slot } from './queue';

/** A queue of this process: what waits in it does not outlive it. */
export function createMemoryQueue(): Queue {
  /** The checks that wait, by caller; the caller whose turn is next stands first, and none without a check. */
  const waiting = new Map<string, string[]>();
  const running = new Map<Promise<void>, string>();
  /** Slots that are taken, by caller. */
  const taken = new Map<string, number>();
  /** Checks that have lent their slot and want it back, in the order in which they asked. */
  const returning: { caller: string; back(): void }[] = [];
  let isClosed = false;
  let work: Parameters<Queue['serve']>[0] = {
    atOnce: 0,
    atOnceOfCaller: 0,
    run: () => Promise.resolve(),
  };

  const takenInAll = (): number => [...taken.values()].reduce((sum, slots) => sum + slots, 0);
  const take = (caller: string): void => void taken.set(caller, (taken.get(caller) ?? 0) + 1);
  const give = (caller: string): void => {
    const left = (taken.get(caller) ?? 0) - 1;
    if (left > 0) taken.set(caller, left);
    else taken.delete(caller);
  };

  const mayHaveOne = (caller: string): boolean => (taken.get(caller) ?? 0) < work.atOnceOfCaller;

  /** The first of those that want their slot back whose caller may have one more. */
  const nextBack = (): (() => void) | undefined => {
    const at = returning.findIndex(({ caller }) => mayHaveOne(caller));
    return at === -1 ? undefined : returning.splice(at, 1)[0]?.back;
  };

  /** The next check of the next caller who may have one more, and who then stands behind the others. */
  const next = (): { id: string; caller: string } | null => {
    const first = [...waiting].find(([caller]) => mayHaveOne(caller));
    if (first === undefined) return null;
    const [caller, ids] = first;
    const id = ids.shift();
    waiting.delete(caller);
    if (ids.length > 0) waiting.set(caller, ids);
    return id === undefined ? null : { id, caller };
  };

  const begin = (): void => {
    while (takenInAll() < work.atOnce) {
      const back = nextBack();
      if (back !== undefined) {
        back();
        continue;
      }
      const check = isClosed ? null : next();
      if (check === null) return;
      const slot = createSlot(check.caller);
      const run = work.run(check.id, slot).finally(() => {
        slot.end();
        running.delete(run);
        begin();
      });
      running.set(run, check.caller);
    }
  };

  const createSlot = (caller: string): Slot & { end(): void } => {
    let isTaken = true;
    let hasEnded = false;
    take(caller);
    const leave = (): void => {
      if (isTaken) give(caller);
      isTaken = false;
    };
    return {
      lend() {
        if (!isTaken) return;
        leave();
        begin();
      },
      takeBack: () =>
        new Promise((resolve) => {
          if (isTaken) return resolve();
          const back = (): void => {
            if (!hasEnded) {
              take(caller);
              isTaken = true;
            }
            resolve();
          };
          returning.push({ caller, back });
          begin();
        }),
      end() {
        hasEnded = true;
        leave();
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
      return Promise.resolve({ running: running.size, lent: running.size - takenInAll(), queued });
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
