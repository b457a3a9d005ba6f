import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PATIENCE_MS } from '@/e2e/patience';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Report } from '@/lib/report/report';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { newCheckId } from '@/lib/store/check-id';
import { NOTHING_KNOWN } from '@/lib/watch/follow';
import type { QuietHours } from '@/lib/watch/quiet';
import type { Receiver, Watch } from '@/lib/watch/watch';
import { applyMigrations } from '@/prisma/apply';
import { log } from '../config/log';
import { AGAIN_AFTER_MS, type Alerts, createAlerts } from './alerts';
import { CONFIRM_AFTER_MS, createWatches, type Watches } from './watches';

log.level = 'silent';

const START = Date.parse('2026-11-23T10:00:00Z');
const MINUTE = 60_000;

interface Told {
  path: string;
  id: string;
  title: string;
}

let folder: string;
let store: CheckStore;
let watches: Watches;
let alerts: Alerts;
let clock: number;
let started: NewCheck[];
/** What receivers have been told, whatever they answered. */
let told: Told[];
/** What they answer, by path. */
let status: Record<string, number>;
let origin: string;

const server = createServer((request, response) => {
  void request.toArray().then((pieces: Buffer[]) => {
    const { data } = JSON.parse(Buffer.concat(pieces).toString()) as { data: { title: string } };
    const path = request.url ?? '';
    told.push({ path, id: String(request.headers['webhook-id']), title: data.title });
    response.writeHead(status[path] ?? 200, status[path] === 503 ? { 'retry-after': '3600' } : {}).end();
  });
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** As a process that begins would make them. */
function newProcess(queued: readonly Pick<NewCheck, 'id' | 'watchId'>[] = []): void {
  alerts = createAlerts({
    store,
    settings: { server: null, from: 'mxproof@probe.example', networks: ['127.0.0.0/8'] },
    neverContact: { domains: [], networks: ['127.0.0.9/32'] },
    origin: 'https://mxproof.example',
    ownSecret: () => 'secret',
    now: () => clock,
  });
  watches = createWatches({
    store,
    settings: { helo: 'probe.example', mailFrom: '<>', dnsPort: 53, relayAddress: null, severities: {} },
    queued,
    async start(check) {
      await store.create(check);
      started.push(check);
    },
    onAlert: () => alerts.look(),
    now: () => clock,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mxproof-watches-'));
  const url = `file:${join(folder, 'test.db')}`;
  await applyMigrations(url);
  store = await openPrismaStore(url);
  clock = START;
  [started, told, status] = [[], [], {}];
  newProcess();
});
afterEach(async () => {
  await Promise.all([watches.close(), alerts.close()]);
  await store.close();
  rmSync(folder, { recursive: true });
});

async function receiver(name: string, quiet: QuietHours | null = null): Promise<Receiver> {
  const one: Receiver = {
    id: newCheckId(),
    name,
    createdAt: new Date(clock),
    createdBy: null,
    way: 'webhook',
    address: `${origin}/${name}`,
    quiet,
  };
  await store.addReceiver(one);
  return one;
}

async function watch(receivers: readonly Receiver[], about: Partial<Watch> = {}): Promise<Watch> {
  const one: Watch = {
    id: newCheckId(),
    createdAt: new Date(clock),
    createdBy: 'ada',
    target: 'a@example.org',
    domain: 'example.org',
    everyMinutes: 60,
    nextAt: new Date(clock),
    knowledge: NOTHING_KNOWN,
    since: null,
    blind: 0,
    lastCheckId: null,
    receivers: receivers.map(({ id }) => id),
    ...about,
  };
  await store.addWatch(one);
  return one;
}

type Outcome = NonNullable<Report['verdict']>['outcome'];

/** Waits for the try that is due, and lets it come to an outcome. */
async function nextTry(outcome: Outcome, about: Partial<Report> = {}): Promise<string> {
  const before = started.length;
  watches.look();
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(before), PATIENCE_MS);
  const check = started[before];
  if (check === undefined || refusedReport.verdict === null) throw new Error('nothing was started');
  const verdict = { ...refusedReport.verdict, outcome, session: null, headline: `It is ${outcome}.` };
  const report: Report = { ...refusedReport, id: check.id, status: 'done', verdict, findings: [], ...about };
  await watches.follow({ id: check.id, watchId: check.watchId, report });
  return check.id;
}

const plannedIn = async ({ id }: Watch) =>
  ((await store.readWatch(id))?.nextAt?.getTime() ?? Number.NaN) - clock;

const tellingTo = async (n: number) => vi.waitFor(() => expect(told).toHaveLength(n), PATIENCE_MS);

test('a try when it is due, in the name of whoever watches, and the next one after its time', async () => {
  const one = await watch([]);
  await nextTry('accepted');
  expect(started[0]).toMatchObject({
    watchId: one.id,
    startedBy: 'ada',
    target: { mailbox: 'a@example.org' },
    options: { depth: 'envelope' },
  });
  expect(await plannedIn(one)).toBe(60 * MINUTE);
  expect(await store.readWatch(one.id)).toMatchObject({
    knowledge: { verdict: { known: { outcome: 'accepted' } } },
    since: new Date(START),
    lastCheckId: started[0]?.id,
  });
});

test('what changes is told when a second try confirms it, soon, and that it is over, at once', async () => {
  const one = await watch([await receiver('ops')]);
  await nextTry('accepted');
  clock += 60 * MINUTE;
  await nextTry('temporary');
  expect(await plannedIn(one)).toBe(CONFIRM_AFTER_MS);
  expect(told).toEqual([]);
  clock += CONFIRM_AFTER_MS;
  await nextTry('temporary');
  await tellingTo(1);
  clock += 60 * MINUTE;
  await nextTry('temporary');
  clock += 60 * MINUTE;
  await nextTry('accepted');
  await tellingTo(2);
  expect(told.map(({ title }) => title)).toEqual([
    'a@example.org: deferred (was: accepted)',
    'a@example.org: accepted (was: deferred)',
  ]);
  const story = await store.alertsOf({ domain: 'example.org', before: null, limit: 10 });
  expect(story.map(({ since, deliveries }) => [since, deliveries[0]?.to])).toEqual([
    [new Date(START + 60 * MINUTE + CONFIRM_AFTER_MS), 'ops'],
    [new Date(START), 'ops'],
  ]);
});

test('lists leave out what was seen before, and nothing else', async () => {
  await watch([]);
  const tries: string[] = [];
  for (const outcome of ['accepted', 'accepted', 'temporary', 'accepted', 'accepted'] as const) {
    tries.push(await nextTry(outcome));
    clock += 60 * MINUTE;
  }
  const listed = await store.list({ withoutRoutine: true, limit: 10 });
  expect(listed.items.map(({ id }) => tries.indexOf(id)).sort()).toEqual([0, 2, 3]);
  expect((await store.list({ limit: 10 })).items).toHaveLength(5);
});

describe('what changes nothing', () => {
  test('a try that was stopped, or that we have failed; the page says that nothing was seen', async () => {
    const one = await watch([await receiver('ops')]);
    await nextTry('accepted');
    for (const about of [{ status: 'stopped' }, { status: 'failed' }] as const) {
      clock += 60 * MINUTE;
      await nextTry('permanent', about);
    }
    const kept = await store.readWatch(one.id);
    expect(kept).toMatchObject({
      blind: 2,
      knowledge: { verdict: { known: { outcome: 'accepted' }, doubted: null } },
    });
  });

  test('a watch that was ended, or paused, meanwhile', async () => {
    const one = await watch([await receiver('ops')]);
    await nextTry('accepted');
    clock += 60 * MINUTE;
    const check = await nextStart();
    await store.pauseWatch(one.id, one.knowledge);
    const verdict = refusedReport.verdict && { ...refusedReport.verdict, session: null };
    const ended = {
      id: check.id,
      watchId: one.id,
      report: { ...refusedReport, status: 'done' as const, verdict },
    };
    await watches.follow(ended);
    expect(await store.readWatch(one.id)).toMatchObject({ nextAt: null });
    await store.removeWatch(one.id);
    await watches.follow(ended);
    expect(told).toEqual([]);
  });

  test('a check of nobody’s watch', async () => {
    await watches.follow({ id: newCheckId(), watchId: undefined, report: refusedReport });
    expect(await store.newestAlerts(10)).toEqual([]);
  });
});

/** Waits for the try that is due, and lets it go on. */
async function nextStart(): Promise<NewCheck> {
  const before = started.length;
  watches.look();
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(before), PATIENCE_MS);
  const check = started[before];
  if (check === undefined) throw new Error('nothing was started');
  return check;
}

test('while a try is under way no other is made, also by the next process', async () => {
  const one = await watch([]);
  const check = await nextStart();
  watches.close().catch(() => undefined);
  newProcess([check]);
  clock += 60 * MINUTE;
  watches.look();
  await vi.waitFor(async () => expect(await plannedIn(one)).toBe(30 * MINUTE), PATIENCE_MS);
  expect(started).toHaveLength(1);
});

test('a try of which nothing is heard is made again within half an hour, however seldom the watch is tried', async () => {
  const one = await watch([], { everyMinutes: 24 * 60 });
  await nextStart();
  expect(await plannedIn(one)).toBe(30 * MINUTE);
});

test('a try that sees nothing is repeated soon once, and as long as something is in doubt', async () => {
  const one = await watch([]);
  await nextTry('accepted');
  clock += 60 * MINUTE;
  await nextTry('unknown');
  expect(await plannedIn(one)).toBe(CONFIRM_AFTER_MS);
  clock += CONFIRM_AFTER_MS;
  await nextTry('unknown');
  expect(await plannedIn(one)).toBe(60 * MINUTE);
  clock += 60 * MINUTE;
  await nextTry('temporary');
  clock += CONFIRM_AFTER_MS;
  for (let n = 0; n < 3; n++) {
    await nextTry('unknown');
    expect(await plannedIn(one)).toBe(CONFIRM_AFTER_MS);
    clock += CONFIRM_AFTER_MS;
  }
  await nextTry('temporary');
  expect(await store.newestAlerts(10)).toHaveLength(1);
});

test('a plan from a day on which the clock was wrong is none', async () => {
  const one = await watch([], { nextAt: new Date(START + 400 * 24 * 60 * MINUTE) });
  await nextTry('accepted');
  expect(await plannedIn(one)).toBe(60 * MINUTE);
});

test('of many that are due only so many run at once; one that was paused meanwhile is none of them', async () => {
  const all: Watch[] = [];
  for (let n = 0; n < 12; n++)
    all.push(await watch([], { target: `a${n}@example.org`, nextAt: new Date(clock - n) }));
  const create = store.create;
  vi.spyOn(store, 'create').mockImplementation(async (check) => {
    const [, , third] = [...all].reverse();
    if (third !== undefined && started.length === 1) await store.pauseWatch(third.id, third.knowledge);
    return create(check);
  });
  watches.look();
  await vi.waitFor(() => expect(started).toHaveLength(10), PATIENCE_MS);
  const paused = [...all].reverse()[2];
  expect(started.map(({ watchId }) => watchId)).not.toContain(paused?.id);
});

/** A watch whose verdict has just changed, and is told. */
async function changed(receivers: readonly Receiver[]): Promise<Watch> {
  const one = await watch(receivers);
  await nextTry('accepted');
  clock += 60 * MINUTE;
  await nextTry('permanent');
  clock += CONFIRM_AFTER_MS;
  await nextTry('permanent');
  return one;
}

const deliveries = async () => (await store.newestAlerts(1))[0]?.deliveries ?? [];

test('who does not take it is asked again, also by the next process; who does is told once', async () => {
  status['/broken'] = 500;
  await changed([await receiver('broken'), await receiver('ops')]);
  await tellingTo(2);
  await vi.waitFor(async () => {
    const [broken, ops] = [...(await deliveries())].sort((a, b) => (a.to < b.to ? -1 : 1));
    expect(broken).toMatchObject({ deliveredAt: null, problem: 'It answered 500.' });
    expect(ops).toMatchObject({ deliveredAt: new Date(clock), nextAt: null });
  }, PATIENCE_MS);
  await alerts.close();
  newProcess();
  status['/broken'] = 200;
  clock += AGAIN_AFTER_MS[0] ?? 0;
  alerts.look();
  await tellingTo(3);
  expect(told.map(({ path }) => path).sort()).toEqual(['/broken', '/broken', '/ops']);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
});

test('who says when is asked then; who never takes it is given up, with the reason', async () => {
  status['/later'] = 503;
  await changed([await receiver('later')]);
  for (const [n, wait] of AGAIN_AFTER_MS.entries()) {
    await tellingTo(n + 1);
    const least = Math.max(wait, 3600_000);
    await vi.waitFor(
      async () => expect((await deliveries())[0]?.nextAt).toEqual(new Date(clock + least)),
      PATIENCE_MS,
    );
    clock += least;
    alerts.look();
  }
  await tellingTo(AGAIN_AFTER_MS.length + 1);
  await vi.waitFor(async () => {
    expect((await deliveries())[0]).toMatchObject({
      nextAt: null,
      deliveredAt: null,
      problem: 'It answered 503.',
    });
  }, PATIENCE_MS);
});

test('who is gone is not asked again', async () => {
  status['/gone'] = 410;
  await changed([await receiver('gone')]);
  await vi.waitFor(
    async () => expect((await deliveries())[0]).toMatchObject({ nextAt: null, problem: 'It answered 410.' }),
    PATIENCE_MS,
  );
});

test('what happens in quiet hours is told when they end, in its order', async () => {
  const quiet = { from: 11 * 60, to: 15 * 60, timeZone: 'UTC' };
  await changed([await receiver('night', quiet)]);
  clock += 60 * MINUTE;
  await nextTry('accepted');
  const end = new Date('2026-11-23T15:00:00Z');
  await vi.waitFor(async () => {
    expect((await store.newestAlerts(2)).at(-1)?.deliveries[0]?.nextAt).toEqual(end);
  }, PATIENCE_MS);
  expect(told).toEqual([]);
  clock = end.getTime();
  alerts.look();
  await tellingTo(2);
  expect(told.map(({ title }) => title)).toEqual([
    'a@example.org: rejected permanently (was: accepted)',
    'a@example.org: accepted (was: rejected permanently)',
  ]);
});

test('an older alert that waits to be tried again holds up the newer one', async () => {
  status['/broken'] = 500;
  await changed([await receiver('broken')]);
  await tellingTo(1);
  await vi.waitFor(async () => expect((await deliveries())[0]?.problem).not.toBeNull(), PATIENCE_MS);
  status['/broken'] = 200;
  const retryAt = clock + (AGAIN_AFTER_MS[0] ?? 0);
  clock = retryAt - 1;
  await store.planWatch((await store.watches())[0]?.id ?? '', new Date(clock));
  await nextTry('accepted');
  expect(await store.newestAlerts(10)).toHaveLength(2);
  clock = retryAt;
  alerts.look();
  await tellingTo(3);
  expect(told.map(({ title }) => title.replace(/ \(.*/, ''))).toEqual([
    'a@example.org: rejected permanently',
    'a@example.org: rejected permanently',
    'a@example.org: accepted',
  ]);
});

test('what cannot be written down is not sent, so that it is not sent again and again', async () => {
  const beginTry = vi.spyOn(store, 'beginTry').mockRejectedValue(new Error('the disk is full'));
  await changed([await receiver('ops')]);
  await vi.waitFor(() => expect(beginTry).toHaveBeenCalled(), PATIENCE_MS);
  expect(told).toEqual([]);
  beginTry.mockRestore();
  alerts.look();
  await tellingTo(1);
});

test('a receiver that cannot be called holds up no other', async () => {
  const broken = await receiver('broken');
  await store.removeReceiver(broken.id);
  await store.addReceiver({ ...broken, address: `http://:a%0Ab@127.0.0.1:1/` });
  await changed([broken, await receiver('ops')]);
  await tellingTo(1);
  expect(told[0]?.path).toBe('/ops');
  await vi.waitFor(
    async () =>
      expect((await deliveries()).find(({ to }) => to === 'broken')?.problem).toMatch(/could not be reached/),
    PATIENCE_MS,
  );
});

test('an answer to this message alone ends it, and no other; a test that is taken wakes what waits', async () => {
  status['/picky'] = 413;
  const picky = await receiver('picky');
  await changed([picky]);
  await vi.waitFor(async () => expect((await deliveries())[0]?.nextAt).toBeNull(), PATIENCE_MS);
  status['/picky'] = 500;
  clock += 60 * MINUTE;
  await nextTry('accepted');
  await tellingTo(2);
  await vi.waitFor(async () => expect((await deliveries())[0]?.problem).not.toBeNull(), PATIENCE_MS);
  status['/picky'] = 200;
  expect(await alerts.test(picky)).toBeNull();
  await tellingTo(4);
});

test('a mail without a server for it, and an address that may not be contacted, say so', async () => {
  const way = await receiver('ops');
  expect(await alerts.test(way)).toBeNull();
  expect(await alerts.test({ ...way, way: 'mail', address: 'ops@example.org' })).toMatch(
    /MXPROOF_ALERT_MAIL_SERVER/,
  );
  for (const address of ['http://192.168.0.1/hook', 'http://127.0.0.9/hook'])
    expect(await alerts.test({ ...way, address })).toMatch(/MXPROOF_ALERT_NETWORKS/);
});
