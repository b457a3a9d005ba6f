import { PRIORITIES, type Priority, type Queue, type Slot } from './queue';

/** Checks that wait, by caller; the caller whose turn is next stands first, and none without a check. */
type Line = Map<string, string[]>;

/** A queue of this process: what waits in it does not outlive it. */
export function createMemoryQueue(): Queue {
  const lines: Record<Priority, Line> = { person: new Map(), batch: new Map(), watch: new Map() };
  const inOrder = PRIORITIES.map((priority) => lines[priority]);
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
    for (const line of inOrder) {
      const first = [...line].find(([caller]) => mayHaveOne(caller));
      if (first === undefined) continue;
      const [caller, ids] = first;
      const id = ids.shift();
      line.delete(caller);
      if (ids.length > 0) line.set(caller, ids);
      if (id !== undefined) return { id, caller };
    }
    return null;
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

  /** Where a check waits. */
  const findIn = (id: string): { line: Line; caller: string } | null => {
    for (const line of inOrder)
      for (const [caller, ids] of line) if (ids.includes(id)) return { line, caller };
    return null;
  };

  return {
    serve(one) {
      work = one;
      begin();
    },
    enqueue(id, caller, priority) {
      const line = lines[priority];
      line.set(caller, [...(line.get(caller) ?? []), id]);
      begin();
      return Promise.resolve();
    },
    cancel(id) {
      const found = findIn(id);
      if (found === null) return Promise.resolve(false);
      const { line, caller } = found;
      const left = (line.get(caller) ?? []).filter((one) => one !== id);
      if (left.length > 0) line.set(caller, left);
      else line.delete(caller);
      return Promise.resolve(true);
    },
    place(id) {
      const found = findIn(id);
      if (found === null) return Promise.resolve(null);
      const before = inOrder
        .slice(0, inOrder.indexOf(found.line))
        .reduce((sum, line) => sum + lengthOf(line), 0);
      return Promise.resolve(before + placeAmong(found.line, found.caller, id));
    },
    counts() {
      const queued = inOrder.reduce((sum, line) => sum + lengthOf(line), 0);
      return Promise.resolve({ running: running.size, lent: running.size - takenInAll(), queued });
    },
    of(caller) {
      const begun = [...running.values()].filter((one) => one === caller).length;
      const queued = inOrder.reduce((sum, line) => sum + (line.get(caller)?.length ?? 0), 0);
      return Promise.resolve(begun + queued);
    },
    async close() {
      isClosed = true;
      await Promise.all(running.keys());
    },
  };
}

function lengthOf(line: Line): number {
  return [...line.values()].reduce((sum, ids) => sum + ids.length, 0);
}

/** Everybody before it: of each caller the checks of earlier rounds, and of its own round those of callers before its own. */
function placeAmong(line: ReadonlyMap<string, readonly string[]>, caller: string, id: string): number {
  const callers = [...line.keys()];
  const own = callers.indexOf(caller);
  const round = line.get(caller)?.indexOf(id) ?? 0;
  return [...line.values()].reduce(
    (place, { length }, index) => place + Math.min(length, index < own ? round + 1 : round),
    1,
  );
}
