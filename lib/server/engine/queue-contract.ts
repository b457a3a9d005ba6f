import { beforeEach, expect, test, vi } from 'vitest';
import type { Priority } from '@/lib/store/priority';
import type { Queue, Slot } from './queue';

/** What every queue does. `make` gives an empty one; called inside a `describe`. */
export function queueContract(make: () => Queue | Promise<Queue>): void {
  let queue: Queue;
  let begun: string[];
  /** Ends the run of a check. */
  let end: Map<string, () => void>;
  let slots: Map<string, Slot>;

  beforeEach(async () => {
    queue = await make();
    begun = [];
    end = new Map();
    slots = new Map();
  });

  const serve = (atOnce: number, atOnceOfCaller = atOnce) =>
    queue.serve({
      atOnce,
      atOnceOfCaller,
      run: (id, slot) =>
        new Promise((resolve) => {
          begun.push(id);
          slots.set(id, slot);
          end.set(id, resolve);
        }),
    });
  const enqueueFor = async (priority: Priority, ...ids: string[]) => {
    for (const id of ids) await queue.enqueue(id, id.charAt(0) === id ? 'caller' : id.charAt(0), priority);
  };
  /** Each by the caller that its name begins with. */
  const enqueue = (...ids: string[]) => enqueueFor('person', ...ids);
  const places = (...ids: string[]) => Promise.all(ids.map((id) => queue.place(id)));
  const until = (...ids: string[]) => vi.waitFor(() => expect(begun).toEqual(ids));

  test('one that never came has no place and cannot be taken out', async () => {
    serve(1);
    expect([await queue.place('a'), await queue.cancel('a')]).toEqual([null, false]);
    expect(await queue.counts()).toEqual({ running: 0, lent: 0, queued: 0 });
  });

  test('so many at once; the others wait in order', async () => {
    serve(2);
    await enqueue('a', 'b', 'c', 'd');
    await until('a', 'b');
    expect(await places('a', 'b', 'c', 'd')).toEqual([null, null, 1, 2]);
    expect(await queue.counts()).toEqual({ running: 2, lent: 0, queued: 2 });
    end.get('b')?.();
    await until('a', 'b', 'c');
    expect(await places('c', 'd')).toEqual([null, 1]);
    end.get('c')?.();
    end.get('a')?.();
    await until('a', 'b', 'c', 'd');
    expect(await queue.counts()).toEqual({ running: 1, lent: 0, queued: 0 });
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
    expect(await queue.counts()).toEqual({ running: 1, lent: 0, queued: 0 });
  });

  test('closed: no turn comes, and it is closed when what runs has ended', async () => {
    serve(1);
    await enqueue('a', 'b');
    await until('a');
    let isClosed = false;
    const closed = queue.close().then(() => (isClosed = true));
    await enqueue('c');
    expect(isClosed).toBe(false);
    end.get('a')?.();
    await closed;
    expect(begun).toEqual(['a']);
    expect(await places('b', 'c')).toEqual([1, 2]);
  });

  test('callers take turns: many checks of one hold up no other, and everybody is told the place so', async () => {
    serve(1);
    await enqueue('a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1');
    expect(await places('a2', 'b1', 'c1', 'a3', 'b2', 'a4')).toEqual([1, 2, 3, 4, 5, 6]);
    for (const id of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) {
      await vi.waitFor(() => expect(end.has(id)).toBe(true));
      end.get(id)?.();
    }
    await until('a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4');
  });

  test('one caller has so many at once, and no more when nobody else comes; whoever comes finds a slot', async () => {
    serve(3, 2);
    await enqueue('a1', 'a2', 'a3', 'b1', 'b2');
    await until('a1', 'a2', 'b1');
    end.get('b1')?.();
    await until('a1', 'a2', 'b1', 'b2');
    end.get('b2')?.();
    await vi.waitFor(async () => expect((await queue.counts()).running).toBe(2));
    expect(begun).not.toContain('a3');
    end.get('a1')?.();
    await until('a1', 'a2', 'b1', 'b2', 'a3');
  });

  test('slots that are wanted back count for their caller, who has no more of them than others', async () => {
    serve(3, 2);
    await enqueue('a1', 'a2', 'a3', 'a4');
    await until('a1', 'a2');
    for (const id of ['a1', 'a2']) slots.get(id)?.lend();
    await until('a1', 'a2', 'a3', 'a4');
    let backs = 0;
    for (const id of ['a1', 'a2'])
      void slots
        .get(id)
        ?.takeBack()
        .then(() => backs++);
    await enqueue('b1');
    await until('a1', 'a2', 'a3', 'a4', 'b1');
    expect(backs).toBe(0);
    end.get('a3')?.();
    await vi.waitFor(() => expect(backs).toBe(1));
    end.get('a4')?.();
    await vi.waitFor(() => expect(backs).toBe(2));
    expect(await queue.counts()).toEqual({ running: 3, lent: 0, queued: 0 });
  });

  test('a slot that is lent is none of its caller’s, and one that has ended while it was lent is not counted again', async () => {
    serve(2, 1);
    await enqueue('a1', 'a2', 'b1');
    await until('a1', 'b1');
    slots.get('a1')?.lend();
    await until('a1', 'b1', 'a2');
    const back = slots.get('a1')?.takeBack();
    end.get('a1')?.();
    await vi.waitFor(async () => expect((await queue.counts()).running).toBe(2));
    end.get('a2')?.();
    await back;
    expect(await queue.counts()).toEqual({ running: 1, lent: 0, queued: 0 });
    await enqueue('a3');
    await until('a1', 'b1', 'a2', 'a3');
  });

  test('a person comes before a batch, and a batch before a watch, whoever came first; places say so', async () => {
    serve(1);
    await enqueueFor('watch', 'w0', 'w1');
    await enqueueFor('batch', 'a1', 'a2', 'b1');
    await enqueueFor('person', 'a3', 'c1');
    expect(await places('a3', 'c1', 'a1', 'b1', 'a2', 'w1')).toEqual([1, 2, 3, 4, 5, 6]);
    expect([await queue.of('a'), (await queue.counts()).queued]).toEqual([3, 6]);
    expect([await queue.cancel('b1'), await queue.place('b1'), await queue.place('w1')]).toEqual([
      true,
      null,
      5,
    ]);
    for (const id of ['w0', 'a3', 'c1', 'a1', 'a2']) {
      await vi.waitFor(() => expect(end.has(id)).toBe(true));
      end.get(id)?.();
    }
    await until('w0', 'a3', 'c1', 'a1', 'a2', 'w1');
  });

  test('where the only one of a higher priority has as many slots as it may, a lower one goes on', async () => {
    serve(2, 1);
    await enqueueFor('person', 'a1', 'a2');
    await enqueueFor('batch', 'b1');
    await until('a1', 'b1');
  });

  test('with 240 checks of one caller waiting, the first of another has the second place', async () => {
    serve(1);
    await enqueue(...Array.from({ length: 241 }, (_, n) => `a${n}`), 'b0');
    expect(await places('b0', 'a2', 'a240')).toEqual([2, 3, 241]);
    expect([await queue.of('a'), await queue.of('b'), await queue.of('c')]).toEqual([241, 1, 0]);
  });

  test('one that has nothing to do lends its slot, and has it back before those that wait', async () => {
    serve(1);
    await enqueue('a', 'b', 'c');
    slots.get('a')?.lend();
    await until('a', 'b');
    expect(await queue.counts()).toEqual({ running: 2, lent: 1, queued: 1 });
    let isBack = false;
    const back = slots
      .get('a')
      ?.takeBack()
      .then(() => (isBack = true));
    await Promise.resolve();
    expect(isBack).toBe(false);
    end.get('b')?.();
    await back;
    expect(await queue.counts()).toEqual({ running: 1, lent: 0, queued: 1 });
    expect(begun).toEqual(['a', 'b']);
    end.get('a')?.();
    await until('a', 'b', 'c');
  });

  test('one that ends while its slot is lent takes none with it', async () => {
    serve(1);
    await enqueue('a', 'b', 'c');
    slots.get('a')?.lend();
    await until('a', 'b');
    end.get('a')?.();
    await vi.waitFor(async () => expect(await queue.counts()).toEqual({ running: 1, lent: 0, queued: 1 }));
    expect(begun).toEqual(['a', 'b']);
  });
}
