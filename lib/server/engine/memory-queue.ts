import type { Queue } from './queue';

/** A queue of this process: what waits in it does not outlive it. */
export function createMemoryQueue(): Queue {
  const waiting: string[] = [];
  const running = new Set<Promise<void>>();
  let work: Parameters<Queue['serve']>[0] = { atOnce: 0, run: () => Promise.resolve() };

  const begin = (): void => {
    while (running.size < work.atOnce) {
      const id = waiting.shift();
      if (id === undefined) return;
      const run = work.run(id).finally(() => {
        running.delete(run);
        begin();
      });
      running.add(run);
    }
  };

  const indexOf = (id: string): number | null => {
    const index = waiting.indexOf(id);
    return index < 0 ? null : index;
  };

  return {
    serve(one) {
      work = one;
      begin();
    },
    enqueue(id) {
      waiting.push(id);
      begin();
      return Promise.resolve();
    },
    cancel(id) {
      const index = indexOf(id);
      if (index !== null) waiting.splice(index, 1);
      return Promise.resolve(index !== null);
    },
    place(id) {
      const index = indexOf(id);
      return Promise.resolve(index === null ? null : index + 1);
    },
    counts: () => Promise.resolve({ running: running.size, queued: waiting.length }),
    async close() {
      work = { ...work, atOnce: 0 };
      await Promise.all(running);
    },
  };
}
