import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BatchProcess, openList, endedReport, openBatchProcess } from '@/e2e/fixtures/batch-process';
import { PATIENCE_MS } from '@/e2e/patience';
import { newCheckId } from '@/lib/store/check-id';
import type { NewCheck } from '@/lib/store/store';
import { log } from '../config/log';

let own: BatchProcess;

beforeEach(async () => {
  log.level = 'silent';
  own = await openBatchProcess();
});
afterEach(() => own.close());

test('the next process goes on: what waits in the queue is heard of, and what was never written down waits again', async () => {
  const id = await own.begin(['a.example', 'b.example', 'c.example', 'd.example']);
  await own.until(3);
  await own.batches.close();
  const [first, second] = own.started;
  await own.store.abandon(second?.id ?? '', new Date(own.clock));
  await own.store.removeCheck(second?.id ?? '', { evenKept: true });
  own.restart();
  await own.batches.resume(own.started.filter((check) => check !== second));
  await own.until(4);
  expect(own.names()[3]).toBe('b.example');
  await own.endOf(first);
  expect(await own.statesOf(id)).toMatchObject({ done: 1 });
});

test('a check that was interrupted is made again when nothing was sent, and once', async () => {
  const id = await own.begin(['a.example', 'b.example', 'c.example']);
  await own.until(3);
  const [quiet, talking, ended] = own.started;
  if (!quiet || !talking || !ended) throw new Error('not started');
  const { store } = own;
  const seal = (check: NewCheck, status: 'interrupted' | 'done', sessionCount: number) =>
    store.seal(
      check.id,
      { version: 1, events: [] },
      {
        status,
        finishedAt: new Date(own.clock),
        lastSeq: 1,
        verdict: null,
        verdictCode: null,
        queryCount: 0,
        sessionCount,
      },
    );
  await own.batches.close();
  await seal(quiet, 'interrupted', 0);
  await seal(talking, 'interrupted', 1);
  await seal(ended, 'done', 1);
  own.reports[ended.id] = endedReport(ended.id);
  own.restart();
  await own.batches.resume([]);
  await own.until(4);
  expect(own.names()[3]).toBe('a.example');
  expect((await store.batchCounts(id)).outcomes).toEqual({ interrupted: 1, permanent: 1 });
  await own.batches.close();
  const again = own.started[3];
  if (!again) throw new Error('not started');
  await seal(again, 'interrupted', 0);
  own.restart();
  await own.batches.resume([]);
  expect((await store.batchCounts(id)).outcomes).toEqual({ interrupted: 2, permanent: 1 });
  expect(await store.readBatch(id)).toMatchObject({ state: 'done' });
});

test('a batch that was still arriving when the process ended is gone', async () => {
  const id = newCheckId();
  await own.store.beginBatch({
    id,
    createdAt: new Date(own.clock),
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
  expect(await own.store.readBatch(id)).toBeNull();
  expect((await own.store.listBatches({ limit: 10 })).items).toEqual([]);
  await own.batches.resume([]);
  expect(await own.store.removeBatch(id)).toBe(false);
});

test('an end that could not be kept is found again', async () => {
  const id = await own.begin(['a.example']);
  await own.until(1);
  const check = own.started[0];
  if (!check) throw new Error('not started');
  vi.spyOn(own.store, 'endTarget').mockRejectedValueOnce(new Error('the disk is full'));
  own.reports[check.id] = endedReport(check.id);
  await expect(own.endOf(check)).rejects.toThrow('full');
  own.batches.look();
  await vi.waitFor(
    async () => expect(await own.store.readBatch(id)).toMatchObject({ state: 'done' }),
    PATIENCE_MS,
  );
});

test('a batch that is stopped while its list is read: every line is written down, and left out, also by the next process', async () => {
  const ids = [
    await openList(own.store, ['a.example', 'b.example']),
    await openList(own.store, ['c.example']),
  ];
  for (const id of ids) {
    await own.store.changeBatch(id, ['reading'], 'stopped', new Date(own.clock));
    await own.store.leaveOut(id);
  }
  await own.batches.take(ids[0] ?? '');
  expect(await own.statesOf(ids[0] ?? '')).toMatchObject({ waiting: 0, 'left-out': 2 });
  own.restart();
  await own.batches.resume([]);
  await vi.waitFor(
    async () => expect(await own.statesOf(ids[1] ?? '')).toMatchObject({ waiting: 0, 'left-out': 1 }),
    PATIENCE_MS,
  );
  await own.isNothingMore(0);
});
