import { describe, expect, test, vi } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { START, watchBench } from '@/e2e/fixtures/watch-bench';
import { PATIENCE_MS } from '@/e2e/patience';
import { newCheckId } from '@/lib/store/check-id';
import type { Report } from '@/lib/report/report';
import type { Watch } from '@/lib/watch/watch';
import { CONFIRM_AFTER_MS } from './try-outcome';

const MINUTE = 60_000;
const bench = watchBench();

const [finding] = refusedReport.findings;
if (finding === undefined) throw new Error('the fixture is empty');

test('a try when it is due, in the name of whoever watches, and the next one after its time', async () => {
  const one = await bench.watch([]);
  await bench.nextTry('accepted');
  expect(bench.started[0]).toMatchObject({
    watchId: one.id,
    startedBy: 'ada',
    target: { mailbox: 'a@example.org' },
    options: { depth: 'envelope' },
  });
  expect(await bench.plannedIn(one)).toBe(60 * MINUTE);
  expect(await bench.store.readWatch(one.id)).toMatchObject({
    knowledge: { verdict: { known: { outcome: 'accepted' } } },
    since: new Date(START),
    lastCheckId: bench.started[0]?.id,
  });
});

test('what changes is told when a second try confirms it, soon, and that it is over, at once', async () => {
  const one = await bench.watch([await bench.receiver('ops')]);
  await bench.nextTry('accepted');
  bench.clock += 60 * MINUTE;
  await bench.nextTry('temporary');
  expect(await bench.plannedIn(one)).toBe(CONFIRM_AFTER_MS);
  expect(bench.told).toEqual([]);
  bench.clock += CONFIRM_AFTER_MS;
  await bench.nextTry('temporary');
  await bench.tellingTo(1);
  bench.clock += 60 * MINUTE;
  await bench.nextTry('temporary');
  bench.clock += 60 * MINUTE;
  await bench.nextTry('accepted');
  await bench.tellingTo(2);
  expect(bench.told.map(({ title }) => title)).toEqual([
    'a@example.org: deferred (was: accepted)',
    'a@example.org: accepted (was: deferred)',
  ]);
  expect(bench.counted.filter((one) => !one.startsWith('webhook'))).toEqual([
    'unchanged',
    'in-doubt',
    'told',
    'unchanged',
    'told',
  ]);
  const story = await bench.store.alertsOf({ domain: 'example.org', before: null, limit: 10 });
  expect(story.map(({ since, deliveries }) => [since, deliveries[0]?.to])).toEqual([
    [new Date(START + 60 * MINUTE + CONFIRM_AFTER_MS), 'ops'],
    [new Date(START), 'ops'],
  ]);
});

test('lists leave out what was seen before, and nothing else', async () => {
  await bench.watch([]);
  const tries: string[] = [];
  for (const outcome of ['accepted', 'accepted', 'temporary', 'accepted', 'accepted'] as const) {
    tries.push(await bench.nextTry(outcome));
    bench.clock += 60 * MINUTE;
  }
  const listed = await bench.store.list({ withoutRoutine: true, limit: 10 });
  expect(listed.items.map(({ id }) => tries.indexOf(id)).sort()).toEqual([0, 2, 3]);
  expect((await bench.store.list({ limit: 10 })).items).toHaveLength(5);
});

describe('what changes nothing', () => {
  test('a try that was stopped, or that we have failed; the page says that nothing was seen', async () => {
    const one = await bench.watch([await bench.receiver('ops')]);
    await bench.nextTry('accepted');
    for (const about of [{ status: 'stopped' }, { status: 'failed' }] as const) {
      bench.clock += 60 * MINUTE;
      await bench.nextTry('permanent', about);
    }
    const kept = await bench.store.readWatch(one.id);
    expect(kept).toMatchObject({
      blind: 2,
      knowledge: { verdict: { known: { outcome: 'accepted' }, doubted: null } },
    });
  });

  test('a try that failed on our own side, however often: it is said at the watch, until a try sees something again', async () => {
    const one = await bench.watch([await bench.receiver('ops')]);
    await bench.nextTry('accepted');
    const { verdict } = refusedReport;
    if (verdict === null) throw new Error('the fixture is empty');
    const title = 'None of the 26 root servers asked answered';
    const ours: Partial<Report> = {
      verdict: { ...verdict, outcome: 'unknown', side: 'sender', session: null, finding: 'vantage.no-dns' },
      findings: [{ ...finding, code: 'vantage.no-dns', title }],
    };
    const read = () => bench.store.readWatch(one.id);
    const before = await read();
    for (let n = 1; n <= 3; n++) {
      bench.clock += 60 * MINUTE;
      await bench.nextTry('unknown', ours);
      expect(await read()).toMatchObject({
        knowledge: before?.knowledge,
        since: before?.since,
        ownFailure: { title },
        blind: n,
      });
    }
    bench.clock += 60 * MINUTE;
    await bench.nextTry('accepted');
    expect(await read()).toMatchObject({ knowledge: before?.knowledge, ownFailure: null, blind: 0 });
    expect(await bench.store.newestAlerts(10)).toEqual([]);
    expect(bench.counted).toEqual(['unchanged', ...Array<string>(3).fill('own-failure'), 'unchanged']);
  });

  test('a watch that was ended, or paused, meanwhile', async () => {
    const one = await bench.watch([await bench.receiver('ops')]);
    await bench.nextTry('accepted');
    bench.clock += 60 * MINUTE;
    const check = await bench.nextStart();
    await bench.store.pauseWatch(one.id, one.knowledge);
    const verdict = refusedReport.verdict && { ...refusedReport.verdict, session: null };
    const ended = {
      id: check.id,
      watchId: one.id,
      report: { ...refusedReport, status: 'done' as const, verdict },
    };
    await bench.watches.follow(ended);
    expect(await bench.store.readWatch(one.id)).toMatchObject({ nextAt: null });
    await bench.store.removeWatch(one.id);
    await bench.watches.follow(ended);
    expect(bench.told).toEqual([]);
  });

  test('a check of nobody’s watch', async () => {
    await bench.watches.follow({ id: newCheckId(), watchId: undefined, report: refusedReport });
    expect(await bench.store.newestAlerts(10)).toEqual([]);
  });
});

test('while a try is under way no other is made, also by the next process', async () => {
  const one = await bench.watch([]);
  const check = await bench.nextStart();
  bench.watches.close().catch(() => undefined);
  bench.newProcess([check]);
  bench.clock += 60 * MINUTE;
  bench.watches.look();
  await vi.waitFor(async () => expect(await bench.plannedIn(one)).toBe(30 * MINUTE), PATIENCE_MS);
  expect(bench.started).toHaveLength(1);
});

test('a try of which nothing is heard is made again within half an hour, however seldom the watch is tried', async () => {
  const one = await bench.watch([], { everyMinutes: 24 * 60 });
  await bench.nextStart();
  expect(await bench.plannedIn(one)).toBe(30 * MINUTE);
});

test('a try that sees nothing is repeated soon once, and as long as something is in doubt', async () => {
  const one = await bench.watch([]);
  await bench.nextTry('accepted');
  bench.clock += 60 * MINUTE;
  await bench.nextTry('unknown');
  expect(await bench.plannedIn(one)).toBe(CONFIRM_AFTER_MS);
  expect(bench.counted).toEqual(['unchanged', 'blind']);
  bench.clock += CONFIRM_AFTER_MS;
  await bench.nextTry('unknown');
  expect(await bench.plannedIn(one)).toBe(60 * MINUTE);
  bench.clock += 60 * MINUTE;
  await bench.nextTry('temporary');
  bench.clock += CONFIRM_AFTER_MS;
  for (let n = 0; n < 3; n++) {
    await bench.nextTry('unknown');
    expect(await bench.plannedIn(one)).toBe(CONFIRM_AFTER_MS);
    bench.clock += CONFIRM_AFTER_MS;
  }
  await bench.nextTry('temporary');
  expect(await bench.store.newestAlerts(10)).toHaveLength(1);
});

test('a plan from a day on which the clock was wrong is none', async () => {
  const one = await bench.watch([], { nextAt: new Date(START + 400 * 24 * 60 * MINUTE) });
  await bench.nextTry('accepted');
  expect(await bench.plannedIn(one)).toBe(60 * MINUTE);
});

test('of many that are due only so many run at once; one that was paused meanwhile is none of them', async () => {
  const all: Watch[] = [];
  for (let n = 0; n < 12; n++)
    all.push(await bench.watch([], { target: `a${n}@example.org`, nextAt: new Date(bench.clock - n) }));
  const create = bench.store.create;
  vi.spyOn(bench.store, 'create').mockImplementation(async (check) => {
    const [, , third] = [...all].reverse();
    if (third !== undefined && bench.started.length === 1)
      await bench.store.pauseWatch(third.id, third.knowledge);
    return create(check);
  });
  bench.watches.look();
  await vi.waitFor(() => expect(bench.started).toHaveLength(10), PATIENCE_MS);
  const paused = [...all].reverse()[2];
  expect(bench.started.map(({ watchId }) => watchId)).not.toContain(paused?.id);
});
