import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BatchProcess, heldBack, openBatchProcess } from '@/e2e/fixtures/batch-process';
import { refusedReport } from '@/e2e/fixtures/refused';
import { log } from '../config/log';

let own: BatchProcess;

beforeEach(async () => {
  log.level = 'silent';
  own = await openBatchProcess();
});
afterEach(() => own.close());

test('so many checks at once, in the name of whoever started it; lines that are no targets stay; done at the end', async () => {
  const id = await own.begin(['a.example', 'b@@x', 'b@b.example', 'c.example', 'd.example', 'a.example']);
  await own.until(3);
  expect(own.started[0]).toMatchObject({
    batchId: id,
    startedBy: 'ada',
    caller: 'batches of ada',
    options: { depth: 'greeting' },
    target: { domain: 'a.example' },
  });
  expect(await own.statesOf(id)).toEqual({ invalid: 1, waiting: 1, running: 3, done: 0, 'left-out': 0 });
  await own.endOf(own.started[0]);
  await own.until(4);
  for (const check of own.started.slice(1)) await own.endOf(check);
  expect(await own.store.readBatch(id)).toMatchObject({
    state: 'done',
    endedAt: new Date(own.clock),
    repeats: 1,
    targets: 4,
  });
  const { items } = await own.store.batchTargets(id, { after: null, limit: 10 });
  expect(items.map(({ line, lines, state, outcome }) => [line, lines, state, outcome])).toEqual([
    [1, 2, 'done', 'permanent'],
    [2, 1, 'invalid', null],
    [3, 1, 'done', 'permanent'],
    [4, 1, 'done', 'permanent'],
    [5, 1, 'done', 'permanent'],
  ]);
  expect(items[0]).toMatchObject({ headline: refusedReport.verdict?.headline, checkId: own.started[0]?.id });
  expect(items[1]).toMatchObject({ problem: { code: 'at-twice' }, input: 'b@@x', checkId: null });
  expect((await own.store.batchCounts(id)).findings).toContainEqual({
    code: items[0]?.findings[0],
    count: 4,
  });
});

test('what came of it stays when its checks are removed', async () => {
  const id = await own.begin(['a.example']);
  await own.until(1);
  await own.endOf(own.started[0]);
  const check = own.started[0]?.id ?? '';
  await own.store.abandon(check, new Date(own.clock));
  expect(await own.store.removeCheck(check, { evenKept: true })).toBe(true);
  expect((await own.store.batchCounts(id)).outcomes).toEqual({ permanent: 1 });
  const { items } = await own.store.batchTargets(id, { after: null, limit: 10 });
  expect(items[0]).toMatchObject({ outcome: 'permanent', checkId: null });
});

test('paused: what runs ends, nothing begins; it goes on, and is stopped: what waits is left out', async () => {
  const id = await own.begin(['a.example', 'b.example', 'c.example', 'd.example', 'e.example']);
  await own.until(3);
  await own.store.changeBatch(id, ['running'], 'paused', null);
  await own.endOf(own.started[0]);
  await own.endOf(own.started[1]);
  await own.isNothingMore(3);
  own.restart();
  await own.batches.resume(own.started);
  await own.store.changeBatch(id, ['paused'], 'running', null);
  own.batches.look();
  await own.until(5);
  await own.store.changeBatch(id, ['running'], 'stopped', new Date(own.clock));
  await own.store.leaveOut(id);
  for (const check of own.started.slice(2)) await own.endOf(check);
  expect(await own.statesOf(id)).toMatchObject({ waiting: 0, running: 0, done: 5, 'left-out': 0 });
  const other = await own.begin(['f.example', 'g.example', 'h.example', 'i.example']);
  await own.until(8);
  await own.store.changeBatch(other, ['running'], 'stopped', new Date(own.clock));
  await own.store.leaveOut(other);
  await own.endOf(own.started[5], heldBack('192.0.2.1'));
  expect(await own.statesOf(other)).toMatchObject({ waiting: 0, running: 2, 'left-out': 2 });
  expect(await own.store.readBatch(other)).toMatchObject({ state: 'stopped' });
});

test('against the former run: what differs is known when a target ends', async () => {
  const former = await own.begin(['a.example', 'b.example']);
  await own.until(2);
  for (const check of [...own.started]) await own.endOf(check);
  const id = await own.begin(['a.example', 'b.example', 'c.example'], { formerId: former });
  await own.until(5);
  const { verdict } = refusedReport;
  await own.endOf(own.started[2]);
  await own.endOf(own.started[3], { verdict: verdict && { ...verdict, outcome: 'accepted' } });
  await own.endOf(own.started[4]);
  expect((await own.store.batchCounts(id)).changes).toEqual({ same: 1, better: 1, new: 1 });
  expect((await own.store.batchCounts(former)).changes).toEqual({});
});

test('ten thousand targets of one domain: the first ones are looked at, and nothing is started twice', async () => {
  const id = await own.begin(Array.from({ length: 3_000 }, (_, n) => `u${n}@x.example`));
  await own.until(1);
  await own.endOf(own.started[0]);
  await own.until(2);
  expect(await own.statesOf(id)).toMatchObject({ running: 1, done: 1 });
});
