import { expect, test, vi } from 'vitest';
import { watchBench } from '@/e2e/fixtures/watch-bench';
import { PATIENCE_MS } from '@/e2e/patience';
import { NO_ADDRESS, type Receiver, type Watch } from '@/lib/watch/watch';
import { AGAIN_AFTER_MS } from './alerts';
import { CONFIRM_AFTER_MS } from './try-outcome';

const MINUTE = 60_000;
const bench = watchBench();

/** A watch whose verdict has just changed, and is told. */
async function changed(receivers: readonly Receiver[]): Promise<Watch> {
  const one = await bench.watch(receivers);
  await bench.nextTry('accepted');
  bench.clock += 60 * MINUTE;
  await bench.nextTry('permanent');
  bench.clock += CONFIRM_AFTER_MS;
  await bench.nextTry('permanent');
  return one;
}

const deliveries = async () => (await bench.store.newestAlerts(1))[0]?.deliveries ?? [];

test('who does not take it is asked again, also by the next process; who does is told once', async () => {
  bench.status['/broken'] = 500;
  await changed([await bench.receiver('broken'), await bench.receiver('ops')]);
  await bench.tellingTo(2);
  await vi.waitFor(async () => {
    const [broken, ops] = [...(await deliveries())].sort((a, b) => (a.to < b.to ? -1 : 1));
    expect(broken).toMatchObject({ deliveredAt: null, problem: 'It answered 500.' });
    expect(ops).toMatchObject({ deliveredAt: new Date(bench.clock), nextAt: null });
  }, PATIENCE_MS);
  await bench.alerts.close();
  bench.newProcess();
  bench.status['/broken'] = 200;
  bench.clock += AGAIN_AFTER_MS[0] ?? 0;
  bench.alerts.look();
  await bench.tellingTo(3);
  expect(bench.told.map(({ path }) => path).sort()).toEqual(['/broken', '/broken', '/ops']);
  expect(new Set(bench.told.map(({ id }) => id)).size).toBe(1);
  await vi.waitFor(
    () =>
      expect(bench.counted.filter((one) => one.startsWith('webhook')).sort()).toEqual([
        'webhook delivered',
        'webhook delivered',
        'webhook failed',
      ]),
    PATIENCE_MS,
  );
});

test('who says when is asked then; who never takes it is given up, with the reason', async () => {
  bench.status['/later'] = 503;
  await changed([await bench.receiver('later')]);
  for (const [n, wait] of AGAIN_AFTER_MS.entries()) {
    // Counted when it is known when the next try is, which the beginning of a try has written down as well.
    const failed = () => bench.counted.filter((one) => one === 'webhook failed');
    await vi.waitFor(() => expect(failed()).toHaveLength(n + 1), PATIENCE_MS);
    const least = Math.max(wait, 3600_000);
    await vi.waitFor(
      async () => expect((await deliveries())[0]?.nextAt).toEqual(new Date(bench.clock + least)),
      PATIENCE_MS,
    );
    bench.clock += least;
    await vi.waitFor(() => {
      bench.alerts.look();
      expect(bench.told).toHaveLength(n + 2);
    }, PATIENCE_MS);
  }
  await vi.waitFor(async () => {
    expect((await deliveries())[0]).toMatchObject({
      nextAt: null,
      deliveredAt: null,
      problem: 'It answered 503.',
    });
  }, PATIENCE_MS);
});

test('who is gone is not asked again', async () => {
  bench.status['/gone'] = 410;
  await changed([await bench.receiver('gone')]);
  await vi.waitFor(
    async () => expect((await deliveries())[0]).toMatchObject({ nextAt: null, problem: 'It answered 410.' }),
    PATIENCE_MS,
  );
  expect(bench.counted).toContain('webhook given-up');
});

test('who came from another installation without an address is told when it is typed', async () => {
  const one = await bench.receiver('ops');
  await bench.store.changeReceiver({ ...one, address: NO_ADDRESS });
  await changed([one]);
  await vi.waitFor(
    async () => expect((await deliveries())[0]?.problem).toMatch(/^It has no address yet/),
    PATIENCE_MS,
  );
  await bench.store.changeReceiver(one);
  await bench.store.wakeDeliveries([one.id], new Date(bench.clock));
  bench.alerts.look();
  await bench.tellingTo(1);
});

test('what happens in quiet hours is told when they end, in its order', async () => {
  const quiet = { from: 11 * 60, to: 15 * 60, timeZone: 'UTC' };
  await changed([await bench.receiver('night', quiet)]);
  bench.clock += 60 * MINUTE;
  await bench.nextTry('accepted');
  const end = new Date('2026-11-23T15:00:00Z');
  await vi.waitFor(async () => {
    expect((await bench.store.newestAlerts(2)).at(-1)?.deliveries[0]?.nextAt).toEqual(end);
  }, PATIENCE_MS);
  expect(bench.told).toEqual([]);
  bench.clock = end.getTime();
  bench.alerts.look();
  await bench.tellingTo(2);
  expect(bench.told.map(({ title }) => title)).toEqual([
    'a@example.org: rejected permanently (was: accepted)',
    'a@example.org: accepted (was: rejected permanently)',
  ]);
});

test('an older alert that waits to be tried again holds up the newer one', async () => {
  bench.status['/broken'] = 500;
  await changed([await bench.receiver('broken')]);
  await bench.tellingTo(1);
  await vi.waitFor(async () => expect((await deliveries())[0]?.problem).not.toBeNull(), PATIENCE_MS);
  bench.status['/broken'] = 200;
  const retryAt = bench.clock + (AGAIN_AFTER_MS[0] ?? 0);
  bench.clock = retryAt - 1;
  await bench.store.planWatch((await bench.store.watches())[0]?.id ?? '', new Date(bench.clock));
  await bench.nextTry('accepted');
  expect(await bench.store.newestAlerts(10)).toHaveLength(2);
  bench.clock = retryAt;
  bench.alerts.look();
  await bench.tellingTo(3);
  expect(bench.told.map(({ title }) => title.replace(/ \(.*/, ''))).toEqual([
    'a@example.org: rejected permanently',
    'a@example.org: rejected permanently',
    'a@example.org: accepted',
  ]);
});

test('what cannot be written down is not sent, so that it is not sent again and again', async () => {
  const beginTry = vi.spyOn(bench.store, 'beginTry').mockRejectedValue(new Error('the disk is full'));
  await changed([await bench.receiver('ops')]);
  await vi.waitFor(() => expect(beginTry).toHaveBeenCalled(), PATIENCE_MS);
  expect(bench.told).toEqual([]);
  beginTry.mockRestore();
  bench.alerts.look();
  await bench.tellingTo(1);
});

test('a receiver that cannot be called holds up no other', async () => {
  const broken = await bench.receiver('broken');
  await bench.store.removeReceiver(broken.id);
  await bench.store.addReceiver({ ...broken, address: `http://:a%0Ab@127.0.0.1:1/` });
  await changed([broken, await bench.receiver('ops')]);
  await bench.tellingTo(1);
  expect(bench.told[0]?.path).toBe('/ops');
  await vi.waitFor(
    async () =>
      expect((await deliveries()).find(({ to }) => to === 'broken')?.problem).toMatch(/could not be reached/),
    PATIENCE_MS,
  );
});

test('an answer to this message alone ends it, and no other; a test that is taken wakes what waits', async () => {
  bench.status['/picky'] = 413;
  const picky = await bench.receiver('picky');
  await changed([picky]);
  await vi.waitFor(async () => expect((await deliveries())[0]?.nextAt).toBeNull(), PATIENCE_MS);
  bench.status['/picky'] = 500;
  bench.clock += 60 * MINUTE;
  await bench.nextTry('accepted');
  await bench.tellingTo(2);
  await vi.waitFor(async () => expect((await deliveries())[0]?.problem).not.toBeNull(), PATIENCE_MS);
  bench.status['/picky'] = 200;
  expect(await bench.alerts.test(picky)).toBeNull();
  await bench.tellingTo(4);
});

test('a mail without a server for it, and an address that may not be contacted, say so', async () => {
  const way = await bench.receiver('ops');
  expect(await bench.alerts.test(way)).toBeNull();
  expect(await bench.alerts.test({ ...way, way: 'mail', address: 'ops@example.org' })).toMatch(
    /MXPROOF_ALERT_MAIL_SERVER/,
  );
  for (const address of ['http://192.168.0.1/hook', 'http://127.0.0.9/hook'])
    expect(await bench.alerts.test({ ...way, address })).toMatch(/MXPROOF_ALERT_NETWORKS/);
});
