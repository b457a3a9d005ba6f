import { PRIORITIES, type Priority } from '@/lib/store/priority';
import type { Queue } from './queue';
import { createSlots, type Slots } from './slots';

/** Checks that wait, by caller; the caller whose turn is next stands first, and none without a check. */
type Line = Map<string, string[]>;

/** A queue of this process: what waits in it does not outlive it. */
export function createMemoryQueue(): Queue {
  const lines: Record<Priority, Line> = { person: new Map(), batch: new Map(), watch: new Map() };
  const inOrder = PRIORITIES.map((priority) => lines[priority]);
  const running = new Map<Promise<void>, string>();
  let isClosed = false;
  let slots: Slots | null = null;
  let run: Parameters<Queue['serve']>[0]['run'] = () => Promise.resolve();

  /** The next check of the next caller who may have one more, and who then stands behind the others. */
  const next = (mayHaveOne: Slots['mayHaveOne']): { id: string; caller: string } | null => {
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
    if (slots === null) return;
    for (slots.giveBack(); slots.hasRoom() && !isClosed; slots.giveBack()) {
      const check = next(slots.mayHaveOne);
      if (check === null) return;
      const slot = slots.open(check.caller);
      const ran = run(check.id, slot).finally(() => {
        slot.end();
        running.delete(ran);
        begin();
      });
      running.set(ran, check.caller);
    }
  };

  /** Where a check waits. */
  const findIn = (id: string): { line: Line; caller: string } | null => {
    for (const line of inOrder)
      for (const [caller, ids] of line) if (ids.includes(id)) return { line, caller };
    return null;
  };

  return {
    serve(work) {
      run = (id, slot) => work.run(id, slot);
      slots = createSlots(work, begin);
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
      return Promise.resolve({ running: running.size, lent: running.size - (slots?.taken() ?? 0), queued });
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
