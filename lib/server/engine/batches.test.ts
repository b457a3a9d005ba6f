import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { PATIENCE_MS } from '@/e2e/patience';
import { readTargets } from '@/lib/batch/read-list';
import type { BatchDepth } from '@/lib/batch/batch';
import { AppProblem } from '@/lib/problem';
import type { Report } from '@/lib/report/report';
import { newCheckId } from '@/lib/store/check-id';
import type { NewCheck } from '@/lib/store/store';
import { log } from '../config/log';
import { type Batches, createBatches } from './batches';

const START = Date.parse('2026-11-30T10:00:00Z');
const MINUTE = 60_000;

let opened: TestStore;
let batches: Batches;
let clock: number;
let started: NewCheck[];
/** What the quotas refuse: by caller of checks, and by domain of recipients. */
let refused: Record<string, AppProblem>;
/** What is known of a check that an earlier process has begun. */
let reports: Record<string, Report>;

beforeEach(async () => {
  log.level = 'silent';
  opened = await openTestStore();
  clock = START;
  started = [];
  refused = {};
  reports = {};
  batches = newProcess();
});
afterEach(async () => {
  await batches.close();
  await opened.close();
});

function newProcess({ atOnce = 3, cooldownMs = 0 } = {}): Batches {
  const { store } = opened;
  return createBatches({
    store,
    atOnce,
    settings: { helo: 'probe.example', mailFrom: '<>', dnsPort: 53, relayAddress: null, cooldownMs },
    quotas: {
      starts: { take: async (caller, spend) => refuseOr(caller, spend) },
      recipients: { take: async ({ domain }, spend) => refuseOr(domain, spend) },
    },
    async start(check) {
      await store.create(check);
      started.push(check);
    },
    reportOf: (id) => Promise.resolve(reports[id] ?? null),
    now: () => clock,
  });
}

async function refuseOr(key: string, spend: (() => Promise<void>) | undefined): Promise<void> {
  const problem = refused[key];
  if (problem !== undefined) throw problem;
  await spend?.();
}

/** A batch of these lines, open. */
async function begin(
  lines: string[],
  about: { depth?: BatchDepth; caller?: string; formerId?: string | null } = {},
): Promise<string> {
  const reading = readTargets(lines);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  if (!step.value.ok) throw new Error(step.value.problem.say);
  const { targets, repeats } = step.value.value;
  const id = newCheckId();
  const invalid = targets.filter(({ target }) => target === null).length;
  await opened.store.beginBatch({
    id,
    createdAt: new Date(clock++),
    name: '',
    startedBy: 'ada',
    caller: 'batches of ada',
    depth: 'greeting',
    digest: lines.join(),
    formerId: null,
    targets: targets.length - invalid,
    invalid,
    repeats,
    ...about,
  });
  await opened.store.addList(id, targets);
  await opened.store.openBatch(id);
  await batches.take(id);
  return id;
}

const until = (n: number) => vi.waitFor(() => expect(started).toHaveLength(n), PATIENCE_MS);
const names = () => started.map(({ target }) => target.input);
const isNothingMore = async (n: number) => {
  await batches.close();
  expect(started).toHaveLength(n);
};

/** A check ends like this. */
async function endOf(check: NewCheck | undefined, about: Partial<Report> = {}): Promise<void> {
  if (check === undefined) throw new Error('no such check');
  await batches.follow({ id: check.id, report: reportOf(check.id, about) });
}

function reportOf(id: string, about: Partial<Report> = {}): Report {
  return { ...refusedReport, id, status: 'done', sessions: [], ...about };
}

/** Sessions with these addresses. */
function sessionsAt(
  addresses: string[],
  about: Partial<Report['sessions'][number]> = {},
): Report['sessions'] {
  const [session] = refusedReport.sessions;
  if (session === undefined) throw new Error('the fixture is empty');
  return addresses.map((address, at) => ({ ...session, n: at + 1, address, ...about }));
}

const heldBack = (address: string): Partial<Report> => ({
  verdict: null,
  findings: [],
  sessions: sessionsAt([address], { outcome: 'blocked', choice: 'rate-limit' }),
});

const later = (code: 'too-many-checks' | 'too-many-recipients', seconds: number) =>
  new AppProblem(code, { say: 'Later.', retryAfterSeconds: seconds });

const statesOf = async (id: string) => (await opened.store.batchCounts(id)).states;

test('so many checks at once, in the name of whoever started it; lines that are no targets stay; done at the end', async () => {
  const id = await begin(['a.example', 'b@@x', 'b@b.example', 'c.example', 'd.example', 'a.example']);
  await until(3);
  expect(started[0]).toMatchObject({
    batchId: id,
    startedBy: 'ada',
    caller: 'batches of ada',
    options: { depth: 'greeting' },
    target: { domain: 'a.example' },
  });
  expect(await statesOf(id)).toEqual({ invalid: 1, waiting: 1, running: 3, done: 0, 'left-out': 0 });
  await endOf(started[0]);
  await until(4);
  for (const check of started.slice(1)) await endOf(check);
  expect(await opened.store.readBatch(id)).toMatchObject({
    state: 'done',
    endedAt: new Date(clock),
    repeats: 1,
    targets: 4,
  });
  const { items } = await opened.store.batchTargets(id, { after: null, limit: 10 });
  expect(items.map(({ line, lines, state, outcome }) => [line, lines, state, outcome])).toEqual([
    [1, 2, 'done', 'permanent'],
    [2, 1, 'invalid', null],
    [3, 1, 'done', 'permanent'],
    [4, 1, 'done', 'permanent'],
    [5, 1, 'done', 'permanent'],
  ]);
  expect(items[0]).toMatchObject({ headline: refusedReport.verdict?.headline, checkId: started[0]?.id });
  expect(items[1]).toMatchObject({ problem: { code: 'at-twice' }, input: 'b@@x', checkId: null });
  expect((await opened.store.batchCounts(id)).findings).toContainEqual({
    code: items[0]?.findings[0],
    count: 4,
  });
});

test('what came of it stays when its checks are removed', async () => {
  const id = await begin(['a.example']);
  await until(1);
  await endOf(started[0]);
  const check = started[0]?.id ?? '';
  await opened.store.abandon(check, new Date(clock));
  expect(await opened.store.removeCheck(check, { evenKept: true })).toBe(true);
  expect((await opened.store.batchCounts(id)).outcomes).toEqual({ permanent: 1 });
  const { items } = await opened.store.batchTargets(id, { after: null, limit: 10 });
  expect(items[0]).toMatchObject({ outcome: 'permanent', checkId: null });
});

test('paused: what runs ends, nothing begins; it goes on, and is stopped: what waits is left out', async () => {
  const id = await begin(['a.example', 'b.example', 'c.example', 'd.example', 'e.example']);
  await until(3);
  await opened.store.changeBatch(id, ['running'], 'paused', null);
  await endOf(started[0]);
  await endOf(started[1]);
  await isNothingMore(3);
  batches = newProcess();
  await batches.resume(started);
  await opened.store.changeBatch(id, ['paused'], 'running', null);
  batches.look();
  await until(5);
  await opened.store.changeBatch(id, ['running'], 'stopped', new Date(clock));
  await opened.store.leaveOut(id);
  for (const check of started.slice(2)) await endOf(check);
  expect(await statesOf(id)).toMatchObject({ waiting: 0, running: 0, done: 5, 'left-out': 0 });
  const other = await begin(['f.example', 'g.example', 'h.example', 'i.example']);
  await until(8);
  await opened.store.changeBatch(other, ['running'], 'stopped', new Date(clock));
  await opened.store.leaveOut(other);
  await endOf(started[5], heldBack('192.0.2.1'));
  expect(await statesOf(other)).toMatchObject({ waiting: 0, running: 2, 'left-out': 2 });
  expect(await opened.store.readBatch(other)).toMatchObject({ state: 'stopped' });
});

test('two batches take turns', async () => {
  await begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await until(3);
  await begin(['x.example', 'y.example'], { caller: 'batches of bob' });
  for (const n of [0, 1, 2]) await endOf(started[n]);
  await until(6);
  expect(names().slice(3).sort()).toEqual(['d.example', 'x.example', 'y.example']);
});

test('one domain has one check at a time', async () => {
  await begin(['a@x.example', 'b@x.example', 'a@y.example']);
  await until(2);
  expect(names()).toEqual(['a@x.example', 'a@y.example']);
  await endOf(started[1]);
  await isNothingMore(2);
});

test('domains that are known to have their servers in one network are asked one after the other, with the pause between', async () => {
  batches = newProcess({ cooldownMs: 30_000 });
  const lines = ['a.example', 'b.example', 'c.example'];
  await begin(lines);
  await until(3);
  await endOf(started[0], { sessions: sessionsAt(['192.0.2.1']) });
  await endOf(started[1], { sessions: sessionsAt(['192.0.2.9', '198.51.100.1']) });
  await endOf(started[2], { sessions: sessionsAt(['203.0.113.1']) });
  const id = await begin(lines);
  clock += 31_000;
  batches.look();
  await until(5);
  expect(names().slice(3)).toEqual(['a.example', 'c.example']);
  await endOf(started[3], { sessions: sessionsAt(['192.0.2.1']) });
  await vi.waitFor(() =>
    expect(batches.paceOf(id).waits).toEqual([
      { reason: 'pause', domain: 'b.example', until: clock + 30_000 },
    ]),
  );
  clock += 31_000;
  batches.look();
  await until(6);
});

test('servers that were asked as often as they may be: the target waits, and others of the network with it', async () => {
  const id = await begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await until(3);
  await endOf(started[0], { sessions: sessionsAt(['192.0.2.1']) });
  await endOf(started[1], heldBack('192.0.2.1'));
  expect(await statesOf(id)).toMatchObject({ done: 1 });
  await until(4);
  expect(names()[3]).toBe('d.example');
  await vi.waitFor(() =>
    expect(batches.paceOf(id).waits).toEqual([
      { reason: 'sessions', domain: 'b.example', until: clock + 10 * MINUTE },
    ]),
  );
  clock += 10 * MINUTE + 1;
  batches.look();
  await until(5);
  expect(names()[4]).toBe('b.example');
});

test('as many mailboxes of a domain as may be asked for: they wait and say so, others go on', async () => {
  refused['x.example'] = later('too-many-recipients', 600);
  const id = await begin(['a@x.example', 'b@x.example', 'a@y.example'], { depth: 'envelope' });
  await until(1);
  expect(names()).toEqual(['a@y.example']);
  await vi.waitFor(() =>
    expect(batches.paceOf(id).waits).toEqual([
      { reason: 'recipients', domain: 'x.example', until: clock + 600_000 },
    ]),
  );
  refused = {};
  await endOf(started[0]);
  clock += 600_001;
  batches.look();
  await until(2);
});

test('at the depth of a greeting no mailbox is named, so none is counted', async () => {
  refused['x.example'] = later('too-many-recipients', 600);
  await begin(['a@x.example']);
  await until(1);
});

test('as many checks as one caller may start: their batches wait, those of others do not', async () => {
  refused['batches of ada'] = later('too-many-checks', 30);
  const id = await begin(['a.example', 'b.example']);
  await begin(['x.example'], { caller: 'batches of bob' });
  await until(1);
  expect(batches.paceOf(id).waits).toEqual([{ reason: 'checks', domain: null, until: clock + 30_000 }]);
  refused = {};
  clock += 30_001;
  batches.look();
  await until(3);
});

test('against the former run: what differs is known when a target ends', async () => {
  const former = await begin(['a.example', 'b.example']);
  await until(2);
  for (const check of [...started]) await endOf(check);
  const id = await begin(['a.example', 'b.example', 'c.example'], { formerId: former });
  await until(5);
  const { verdict } = refusedReport;
  await endOf(started[2]);
  await endOf(started[3], { verdict: verdict && { ...verdict, outcome: 'accepted' } });
  await endOf(started[4]);
  expect((await opened.store.batchCounts(id)).changes).toEqual({ same: 1, better: 1, new: 1 });
  expect((await opened.store.batchCounts(former)).changes).toEqual({});
});

test('the next process goes on: what waits in the queue is heard of, and what was never written down waits again', async () => {
  const id = await begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await until(3);
  await batches.close();
  const [first, second] = started;
  await opened.store.abandon(second?.id ?? '', new Date(clock));
  await opened.store.removeCheck(second?.id ?? '', { evenKept: true });
  batches = newProcess();
  await batches.resume(started.filter((check) => check !== second));
  await until(4);
  expect(names()[3]).toBe('b.example');
  await endOf(first);
  expect(await statesOf(id)).toMatchObject({ done: 1 });
});

test('a check that was interrupted is made again when nothing was sent, and once', async () => {
  const id = await begin(['a.example', 'b.example', 'c.example']);
  await until(3);
  const [quiet, talking, ended] = started;
  if (!quiet || !talking || !ended) throw new Error('not started');
  const { store } = opened;
  const seal = (check: NewCheck, status: 'interrupted' | 'done', sessionCount: number) =>
    store.seal(
      check.id,
      { version: 1, events: [] },
      {
        status,
        finishedAt: new Date(clock),
        lastSeq: 1,
        verdict: null,
        verdictCode: null,
        queryCount: 0,
        sessionCount,
      },
    );
  await batches.close();
  await seal(quiet, 'interrupted', 0);
  await seal(talking, 'interrupted', 1);
  await seal(ended, 'done', 1);
  reports[ended.id] = reportOf(ended.id);
  batches = newProcess();
  await batches.resume([]);
  await until(4);
  expect(names()[3]).toBe('a.example');
  expect((await store.batchCounts(id)).outcomes).toEqual({ interrupted: 1, permanent: 1 });
  await batches.close();
  const again = started[3];
  if (!again) throw new Error('not started');
  await seal(again, 'interrupted', 0);
  batches = newProcess();
  await batches.resume([]);
  expect((await store.batchCounts(id)).outcomes).toEqual({ interrupted: 2, permanent: 1 });
  expect(await store.readBatch(id)).toMatchObject({ state: 'done' });
});

test('a batch that was still arriving when the process ended is gone', async () => {
  const id = newCheckId();
  await opened.store.beginBatch({
    id,
    createdAt: new Date(clock),
    name: '',
    startedBy: null,
    caller: 'x',
    depth: 'greeting',
    digest: '',
    formerId: null,
    targets: 1,
    invalid: 0,
    repeats: 0,
  });
  expect(await opened.store.readBatch(id)).toBeNull();
  expect((await opened.store.listBatches({ limit: 10 })).items).toEqual([]);
  await batches.resume([]);
  expect(await opened.store.removeBatch(id)).toBe(false);
});

test('an end that could not be kept is found again', async () => {
  const id = await begin(['a.example']);
  await until(1);
  const check = started[0];
  if (!check) throw new Error('not started');
  vi.spyOn(opened.store, 'endTarget').mockRejectedValueOnce(new Error('the disk is full'));
  reports[check.id] = reportOf(check.id);
  await expect(endOf(check)).rejects.toThrow('full');
  batches.look();
  await vi.waitFor(
    async () => expect(await opened.store.readBatch(id)).toMatchObject({ state: 'done' }),
    PATIENCE_MS,
  );
});

test('ten thousand targets of one domain: the first ones are looked at, and nothing is started twice', async () => {
  const id = await begin(Array.from({ length: 3_000 }, (_, n) => `u${n}@x.example`));
  await until(1);
  await endOf(started[0]);
  await until(2);
  expect(await statesOf(id)).toMatchObject({ running: 1, done: 1 });
});
