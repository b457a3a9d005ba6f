import { expect, test, vi } from 'vitest';
import { START, watchBench } from '@/e2e/fixtures/watch-bench';
import { PATIENCE_MS } from '@/e2e/patience';
import type { ListOutcome } from '@/lib/blocklists/view';
import type { Receiver, Watch } from '@/lib/watch/watch';
import { CONFIRM_AFTER_MS } from './try-outcome';

const MINUTE = 60_000;
const [HOUR, DAY] = [60 * MINUTE, 24 * 60 * MINUTE];
const ADDRESS = '192.0.2.1';
const ZEN = 'zen.spamhaus.org';
const bench = watchBench();

const free: ListOutcome = { state: 'not-listed' };
const silent: ListOutcome = { state: 'no-answer' };
const listed: ListOutcome = {
  state: 'listed',
  about: ADDRESS,
  codes: [{ code: '127.0.0.4', means: ['XBL: infected or abused machine'] }],
  texts: [],
};

const watched = (receivers: readonly Receiver[], about: Partial<Watch> = {}): Promise<Watch> =>
  bench.watch(receivers, {
    target: ADDRESS,
    domain: ADDRESS,
    everyMinutes: DAY / MINUTE,
    ...about,
    kind: 'lists',
  });

test('a try is a look-up and no check; what it finds is known, and told to nobody', async () => {
  const one = await watched([await bench.receiver('ops')]);
  await bench.nextLookUp({ [ZEN]: listed });
  expect([bench.lookedUp, bench.started, bench.told]).toEqual([[{ kind: 'ipv4', text: ADDRESS }], [], []]);
  expect(await bench.plannedIn(one)).toBe(DAY);
  expect(await bench.store.readWatch(one.id)).toMatchObject({
    kind: 'lists',
    knowledge: { [ZEN]: { known: { state: 'listed', about: ADDRESS }, doubted: null } },
    since: new Date(START),
    blind: 0,
    lastCheckId: null,
  });
});

test('a listing is told when a second try confirms it, soon, and so is its end; each leads to the address', async () => {
  const one = await watched([await bench.receiver('ops')]);
  await bench.nextLookUp({ [ZEN]: free });
  for (const [outcome, told] of [
    [listed, 1],
    [free, 2],
  ] as const) {
    bench.clock += DAY;
    await bench.nextLookUp({ [ZEN]: outcome });
    expect(await bench.plannedIn(one)).toBe(CONFIRM_AFTER_MS);
    expect(bench.told).toHaveLength(told - 1);
    bench.clock += CONFIRM_AFTER_MS;
    await bench.nextLookUp({ [ZEN]: outcome });
    await bench.tellingTo(told);
    expect(await bench.plannedIn(one)).toBe(DAY);
  }
  expect(bench.told).toMatchObject([
    {
      title: `${ADDRESS}: listed on ${ZEN}`,
      type: 'watch.problem',
      link: `https://mxproof.example/address/${ADDRESS}`,
      check: null,
    },
    { title: `${ADDRESS}: no longer on ${ZEN}`, type: 'watch.recovery' },
  ]);
  const alerts = await bench.store.alertsOf({ domain: ADDRESS, before: null, limit: 10, ofLists: true });
  expect(alerts.map(({ checkId, target }) => [checkId, target])).toEqual([
    [null, ADDRESS],
    [null, ADDRESS],
  ]);
  expect(bench.counted.filter((result) => !result.startsWith('webhook'))).toEqual([
    'unchanged',
    'in-doubt',
    'told',
    'in-doubt',
    'told',
  ]);
});

test('since when it is known as it is: also a list that answers for the first time may have it', async () => {
  const one = await watched([]);
  const sinces: (number | undefined)[] = [];
  for (const lists of [
    { [ZEN]: silent },
    { [ZEN]: free },
    { [ZEN]: free, 'other.test': free },
    { [ZEN]: free, 'other.test': free, 'third.test': listed },
    { [ZEN]: free, 'other.test': free, 'third.test': listed },
  ]) {
    await bench.nextLookUp(lists);
    sinces.push((await bench.store.readWatch(one.id))?.since?.getTime());
    bench.clock += DAY;
  }
  expect(sinces).toEqual([undefined, START + DAY, START + DAY, START + 3 * DAY, START + 3 * DAY]);
  expect(await bench.store.newestAlerts(10)).toEqual([]);
});

test('a doubt whose list falls silent waits an hour for each try, and no less', async () => {
  const one = await watched([]);
  await bench.nextLookUp({ [ZEN]: free, 'other.test': free });
  bench.clock += DAY;
  await bench.nextLookUp({ [ZEN]: listed, 'other.test': free });
  bench.clock += CONFIRM_AFTER_MS;
  for (let n = 0; n < 2; n++) {
    await bench.nextLookUp({ [ZEN]: silent, 'other.test': free });
    expect(await bench.plannedIn(one)).toBe(HOUR);
    bench.clock += HOUR;
  }
  await bench.nextLookUp({ [ZEN]: listed, 'other.test': free });
  expect(await bench.store.newestAlerts(10)).toHaveLength(1);
  expect(await bench.plannedIn(one)).toBe(DAY);
});

test('when no list answers it is tried soon once, and told to nobody', async () => {
  const one = await watched([await bench.receiver('ops')]);
  await bench.nextLookUp({ [ZEN]: listed });
  const before = await bench.store.readWatch(one.id);
  for (const [blind, wait] of [
    [1, CONFIRM_AFTER_MS],
    [2, DAY],
  ] as const) {
    bench.clock += DAY;
    await bench.nextLookUp({ [ZEN]: silent });
    expect(await bench.plannedIn(one)).toBe(wait);
    expect(await bench.store.readWatch(one.id)).toMatchObject({ blind, knowledge: before?.knowledge });
  }
  expect(bench.counted).toEqual(['unchanged', 'blind', 'blind']);
});

test('what lists are asked about no more is paused, and nobody is asked', async () => {
  const one = await watched([]);
  bench.lists = null;
  bench.watches.look();
  await vi.waitFor(async () => expect(await bench.plannedIn(one)).toBeNaN(), PATIENCE_MS);
  expect(bench.lookedUp).toEqual([]);
});

test('a watch that was ended, or paused, during its look-up stays so', async () => {
  const gone = await watched([]);
  const paused = await watched([], { target: '192.0.2.2', domain: '192.0.2.2' });
  const { readWatch } = bench.store;
  // The second time that one is read is after its look-up.
  const read: string[] = [];
  const reading = vi.spyOn(bench.store, 'readWatch').mockImplementation(async (id) => {
    if (read.includes(id)) {
      await bench.store.removeWatch(gone.id);
      await bench.store.pauseWatch(paused.id, paused.knowledge);
    }
    read.push(id);
    return readWatch(id);
  });
  await bench.nextLookUp({ [ZEN]: listed });
  reading.mockRestore();
  expect(await bench.store.readWatch(gone.id)).toBeNull();
  expect(await bench.store.readWatch(paused.id)).toMatchObject({ nextAt: null });
});

test('many look-ups that are due hold up no check', async () => {
  for (let n = 0; n < 5; n++) {
    const target = `192.0.2.${n + 10}`;
    await watched([], { target, domain: target, nextAt: new Date(START - 1000) });
  }
  const asked = vi.fn(() => new Promise<never>(() => undefined));
  bench.lookUp = asked;
  const mail = await bench.watch([]);
  const { watchId } = await bench.nextStart();
  expect(watchId).toBe(mail.id);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2), PATIENCE_MS);
});

test('a look-up that fails by our own fault is made again within half an hour', async () => {
  const one = await watched([]);
  bench.lookUp = () => Promise.reject(new Error('the disk is full'));
  bench.watches.look();
  await vi.waitFor(async () => expect(await bench.plannedIn(one)).toBe(30 * MINUTE), PATIENCE_MS);
  bench.clock += 30 * MINUTE;
  bench.lookUp = null;
  await bench.nextLookUp({ [ZEN]: free });
  expect(bench.counted).toEqual(['unchanged']);
});

test('what a look-up finds out after the end is dropped', async () => {
  const one = await watched([]);
  let answer = (): void => undefined;
  bench.lookUp = async (subject) => {
    await new Promise<void>((resolve) => (answer = resolve));
    return bench.viewOf(subject, { [ZEN]: listed });
  };
  bench.watches.look();
  await vi.waitFor(async () => expect(await bench.plannedIn(one)).toBe(30 * MINUTE), PATIENCE_MS);
  await bench.watches.close();
  answer();
  await new Promise(setImmediate);
  // What it led to, had it not been dropped, is waited for.
  await bench.watches.close();
  expect((await bench.store.readWatch(one.id))?.knowledge).toEqual({});
});
