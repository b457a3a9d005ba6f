import { beforeEach, expect, test } from 'vitest';
import type { CheckEvent } from '@/lib/report/event';
import type { Finding } from '@/lib/report/finding';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import type { Feed } from './feed';

/** A feed under test, and what makes that something happens in it. */
export interface FeedUnderTest {
  feed: Feed;
  /** A check is under way. */
  open(id: string): Promise<void> | void;
  publish(id: string, events: CheckEvent[]): Promise<void> | void;
  /** It has ended, as event `seq`, after the judgement before it. */
  done(id: string, seq: number): Promise<void> | void;
  /** It is kept elsewhere. */
  close(id: string): Promise<void> | void;
}

/** What every feed does. `make` gives one in which no check is open; called inside a `describe`. */
export function feedContract(make: () => FeedUnderTest | Promise<FeedUnderTest>): void {
  let tested: FeedUnderTest;
  beforeEach(async () => {
    tested = await make();
    await tested.open('a');
  });

  const publish = (...seqs: number[]) =>
    tested.publish(
      'a',
      seqs.map((seq) => ({ type: 'limit', limit: 'deadline', count: seq, seq })),
    );
  const end = async (id: string, seq: number) => {
    await tested.publish(id, [
      { type: 'judged', rules: 1, findings: [], notes: [], verdict: null, seq: seq - 1 },
    ]);
    await tested.done(id, seq);
    await tested.close(id);
  };
  const follow = async (after: number): Promise<AsyncIterable<StoredEvent>> => {
    const events = await tested.feed.follow('a', after);
    if (events === null) throw new Error('the check is not open');
    return events;
  };
  const numbers = async (events: AsyncIterable<StoredEvent>) => {
    const seqs: number[] = [];
    for await (const { seq } of events) seqs.push(seq);
    return seqs;
  };

  test('a check that is not open cannot be followed', async () => {
    expect(await tested.feed.follow('b', 0)).toBeNull();
  });

  test.each([
    [0, [1, 2, 3, 4, 5]],
    [1, [2, 3, 4, 5]],
    [3, [4, 5]],
    [-1, [1, 2, 3, 4, 5]],
    [5, []],
  ])('after event %i: what was, then what happens, up to the end', async (after, seqs) => {
    await publish(1, 2);
    const early = numbers(await follow(after));
    await publish(3);
    const late = numbers(await follow(after));
    await end('a', 5);
    expect(await early).toEqual(seqs);
    expect(await late).toEqual(seqs);
  });

  test('all who follow get everything; one who leaves holds up nobody', async () => {
    const [early, leaving] = [numbers(await follow(0)), (await follow(0))[Symbol.asyncIterator]()];
    await publish(1);
    await leaving.next();
    await leaving.return?.();
    await publish(2);
    const late = numbers(await follow(0));
    await end('a', 4);
    expect(await Promise.all([early, late])).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });

  test('checks do not mix', async () => {
    await tested.open('b');
    await publish(1);
    const live = numbers(await follow(0));
    await end('b', 2);
    await end('a', 3);
    expect(await live).toEqual([1, 2, 3]);
  });

  test('a judgement is told as the stream has it', async () => {
    const live = (await follow(0))[Symbol.asyncIterator]();
    const told = live.next();
    await tested.publish('a', [
      {
        type: 'judged',
        seq: 1,
        rules: 1,
        findings: [{ ...FOUND, evidence: [{ at: 'dns', n: 1 }] }],
        notes: [],
        verdict: null,
      },
    ]);
    expect((await told).value).toMatchObject({ type: 'judged', findings: [{ evidence: ['dns:1'] }] });
    await live.return?.();
  });

  test('closed: nobody new can follow, and those who do get the rest', async () => {
    const live = numbers(await follow(0));
    await publish(1);
    await end('a', 3);
    expect(await tested.feed.follow('a', 0)).toBeNull();
    expect(await live).toEqual([1, 2, 3]);
  });
}

const FOUND = {
  code: 'mx.none',
  severity: 'info',
  side: 'recipient',
  whoActs: 'nobody',
  layer: null,
  permanence: null,
  args: {},
  title: '',
  why: '',
  fix: '',
  refs: [],
} satisfies Omit<Finding, 'evidence'>;
