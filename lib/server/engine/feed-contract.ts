import { beforeEach, expect, test } from 'vitest';
import type { CheckEvent } from '@/lib/report/event';
import type { Feed } from './feed';

/** What every feed does. `make` gives one in which no check is open; called inside a `describe`. */
export function feedContract(make: () => Feed | Promise<Feed>): void {
  let feed: Feed;
  beforeEach(async () => {
    feed = await make();
    feed.open('a');
  });

  const publish = (...seqs: number[]) => {
    for (const seq of seqs) feed.publish('a', { type: 'limit', limit: 'deadline', count: seq, seq });
  };
  const done = (seq: number) =>
    feed.publish('a', { type: 'done', status: 'done', at: '2026-11-23T10:02:00Z', digest: null, seq });
  const follow = async (after: number): Promise<AsyncIterable<CheckEvent>> => {
    const events = await feed.follow('a', after);
    if (events === null) throw new Error('the check is not open');
    return events;
  };
  const numbers = async (events: AsyncIterable<CheckEvent>) => {
    const seqs: number[] = [];
    for await (const { seq } of events) seqs.push(seq);
    return seqs;
  };

  test('a check that is not open cannot be followed', async () => {
    expect(await feed.follow('b', 0)).toBeNull();
  });

  test.each([
    [0, [1, 2, 3, 4]],
    [1, [2, 3, 4]],
    [3, [4]],
    [-1, [1, 2, 3, 4]],
    [4, []],
  ])('after event %i: what was, then what happens, up to the end', async (after, seqs) => {
    publish(1, 2);
    const live = numbers(await follow(after));
    publish(3);
    done(4);
    expect(await live).toEqual(seqs);
    expect(await numbers(await follow(after))).toEqual(seqs);
  });

  test('all who follow get everything; one who leaves holds up nobody', async () => {
    const [early, leaving] = [numbers(await follow(0)), (await follow(0))[Symbol.asyncIterator]()];
    publish(1);
    await leaving.next();
    await leaving.return?.();
    publish(2);
    const late = numbers(await follow(0));
    done(3);
    expect(await Promise.all([early, late])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('checks do not mix', async () => {
    feed.open('b');
    publish(1);
    done(2);
    feed.publish('b', { type: 'done', status: 'done', at: '2026-11-23T10:02:00Z', digest: null, seq: 1 });
    expect(await numbers(await follow(0))).toEqual([1, 2]);
  });

  test('closed: nobody new can follow, and those who do get the rest', async () => {
    const live = numbers(await follow(0));
    publish(1);
    done(2);
    feed.close('a');
    expect(await feed.follow('a', 0)).toBeNull();
    expect(await live).toEqual([1, 2]);
  });
}
