import { describe, expect, test, vi } from 'vitest';
import { ADDRESS, useRunnerBench } from '@/e2e/fixtures/runner-bench';
import { PATIENCE_MS } from '@/e2e/patience';
import type { World } from '@/lib/check/world';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import type { Runner } from './runner';

const bench = useRunnerBench();
const { runnerOf, start, stored, untilSealed } = bench;

test('a check is sealed as the page has seen it live', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  const live: StoredEvent[] = [];
  const following = (async () => {
    for await (const event of (await bench.feed.follow(id, 0)) ?? []) live.push(event);
  })();
  await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
  bench.answer[0]?.();
  await following;
  expect(live.map(({ seq }) => seq)).toEqual(live.map((_, index) => index + 1));
  expect(live.at(-1)).toMatchObject({ type: 'done', status: 'done', seq: live.length });
  const report = await stored(id);
  expect(report).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' }, seq: live.length });
  expect(live.at(-1)).toMatchObject({ digest: report.digest });
});

async function placeOf(runner: Runner, id: string) {
  return (await runner.find(id))?.report.queuePlace;
}

describe('more checks than may run', () => {
  test('wait in order', async () => {
    const runner = runnerOf({ concurrency: 1 });
    const [first, second, third] = [await start(runner), await start(runner), await start(runner)];
    const places = (...ids: string[]) => Promise.all(ids.map((id) => placeOf(runner, id)));
    expect(await places(first, second, third)).toEqual([null, 1, 2]);
    expect(await runner.counts()).toEqual({ running: 1, lent: 0, queued: 2 });
    await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
    bench.answer[0]?.();
    await untilSealed(runner, first);
    await vi.waitFor(async () => expect(await places(second, third)).toEqual([null, 1]), PATIENCE_MS);
  });

  test('one that is stopped while it waits gives up its place', async () => {
    const runner = runnerOf({ concurrency: 1 });
    const [, second, third] = [await start(runner), await start(runner), await start(runner)];
    await runner.stop(second);
    expect(await stored(second)).toMatchObject({ status: 'stopped', sessions: [] });
    expect(await placeOf(runner, third)).toBe(1);
  });
});

test('stopped: what was seen stays', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
  await runner.stop(id);
  expect(await stored(id)).toMatchObject({
    status: 'stopped',
    sessions: [{ outcome: 'stopped', transcript: [{ text: '220 hello' }] }],
  });
  await runner.stop(id); // a second press changes nothing
});

describe('a check that waits for its turn at an address', () => {
  /** Turns at one address, given by the test. */
  function held() {
    const waiting: (() => void)[] = [];
    const turns: World['turns'] = {
      take: (_, _party, onWait) => {
        onWait();
        return new Promise((resolve) => waiting.push(() => resolve(() => undefined)));
      },
    };
    return { waiting, turns };
  }

  test('lends its slot, and its deadline stands still', async () => {
    const { waiting, turns } = held();
    const runner = runnerOf({ concurrency: 1, deadlineMs: 1_500, turns });
    const [first, second] = [await start(runner), await start(runner)];
    await vi.waitFor(() => expect(waiting).toHaveLength(2), PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await runner.counts()).toEqual({ running: 2, lent: 2, queued: 0 });
    for (const give of waiting) give();
    // One slot: the second session begins when the first has ended.
    await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
    bench.answer[0]?.();
    await untilSealed(runner, first);
    await vi.waitFor(() => expect(bench.answer).toHaveLength(2), PATIENCE_MS);
    bench.answer[1]?.();
    await untilSealed(runner, second);
    for (const id of [first, second])
      expect(await stored(id)).toMatchObject({
        status: 'done',
        limits: [],
        verdict: { outcome: 'accepted' },
      });
  });

  test('once it works again the deadline counts on', async () => {
    const { waiting, turns } = held();
    const runner = runnerOf({ deadlineMs: 1_000, turns });
    const id = await start(runner);
    await vi.waitFor(async () => expect((await runner.counts()).lent).toBe(1), PATIENCE_MS);
    waiting[0]?.();
    await untilSealed(runner, id);
    expect(await stored(id)).toMatchObject({ status: 'stopped', limits: [{ limit: 'deadline', count: 1 }] });
  });

  test('may be stopped, and the process may end', async () => {
    const { waiting, turns } = cancellable(held());
    const runner = runnerOf({ concurrency: 1, turns });
    const [first, second] = [await start(runner), await start(runner)];
    await vi.waitFor(() => expect(waiting).toHaveLength(2), PATIENCE_MS);
    await runner.stop(first);
    await runner.close();
    expect([(await stored(first)).status, (await stored(second)).status]).toEqual(['stopped', 'interrupted']);
  });

  function cancellable({ waiting, turns }: ReturnType<typeof held>): ReturnType<typeof held> {
    return {
      waiting,
      turns: {
        take: (address, party, onWait, signal) =>
          Promise.race([
            turns.take(address, party, onWait, signal),
            new Promise<never>((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason as Error)),
            ),
          ]),
      },
    };
  }
});

test('the deadline ends a check and is a finding', async () => {
  const runner = runnerOf({ deadlineMs: 50 });
  const id = await start(runner);
  await untilSealed(runner, id);
  const report = await stored(id);
  expect(report).toMatchObject({ status: 'stopped', limits: [{ limit: 'deadline', count: 0.05 }] });
  expect(report.findings.map(({ code }) => code)).toContain('check.limit-reached');
});

test('a bug of ours fails the check, not the process', async () => {
  const runner = runnerOf({ smtp: () => Promise.reject(new Error('a bug')) });
  const id = await start(runner);
  await untilSealed(runner, id);
  expect(await stored(id)).toMatchObject({ status: 'failed', sessions: [{ address: ADDRESS }] });
  expect(await runner.counts()).toEqual({ running: 0, lent: 0, queued: 0 });
});
