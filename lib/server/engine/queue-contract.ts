import { beforeEach, expect, test, vi } from 'vitest';
import type { Queue } from './queue';

/** What every queue does. `make` gives an empty one; called inside a `describe`. */
export function queueContract(make: () => Queue | Promise<Queue>): void {
  let queue: Queue;
  let begun: string[];
  /** Ends the run of a check. */
  let end: Map<string, () => void>;

  beforeEach(async () => {
    queue = await make();
    begun = [];
    end = new Map();
  });

  const serve = (atOnce: number) =>
    queue.serve({
      atOnce,
      run: (id) =>
        new Promise((resolve) => {
          begun.push(id);
          end.set(id, resolve);
        }),
    });
  const enqueue = async (...ids: string[]) => {
    for (const id of ids) await queue.enqueue(id);
  };
  const places = (...ids: string[]) => Promise.all(ids.map((id) => queue.place(id)));
  const until = (...ids: string[]) => vi.waitFor(() => expect(begun).toEqual(ids));

  test('one that never came has no place and cannot be taken out', async () => {
    serve(1);
    expect([await queue.place('a'), await queue.cancel('a')]).toEqual([null, false]);
    expect(await queue.counts()).toEqual({ running: 0, queued: 0 });
  });

  test('so many at once; the others wait in order', async () => {
    serve(2);
    await enqueue('a', 'b', 'c', 'd');
    await until('a', 'b');
    expect(await places('a', 'b', 'c', 'd')).toEqual([null, null, 1, 2]);
    expect(await queue.counts()).toEqual({ running: 2, queued: 2 });
    end.get('b')?.();
    await until('a', 'b', 'c');
    expect(await places('c', 'd')).toEqual([null, 1]);
    end.get('c')?.();
    end.get('a')?.();
    await until('a', 'b', 'c', 'd');
    expect(await queue.counts()).toEqual({ running: 1, queued: 0 });
  });

  test('one that is taken out gives up its place and never runs', async () => {
    serve(1);
    await enqueue('a', 'b', 'c');
    expect(await queue.cancel('b')).toBe(true);
    expect(await queue.cancel('b')).toBe(false);
    expect(await places('b', 'c')).toEqual([null, 1]);
    end.get('a')?.();
    await until('a', 'c');
  });

  test('one whose turn has come cannot be taken out', async () => {
    serve(1);
    await enqueue('a');
    await until('a');
    expect(await queue.cancel('a')).toBe(false);
    expect(await queue.counts()).toEqual({ running: 1, queued: 0 });
  });

  test('closed: no turn comes, and it is closed when what runs has ended', async () => {
    serve(1);
    await enqueue('a', 'b');
    await until('a');
    let isClosed = false;
    const closed = queue.close().then(() => (isClosed = true));
    await queue.enqueue('c');
    expect(isClosed).toBe(false);
    end.get('a')?.();
    await closed;
    expect(begun).toEqual(['a']);
    expect(await places('b', 'c')).toEqual([1, 2]);
  });
}
