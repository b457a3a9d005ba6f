import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { useRunnerBench } from '@/e2e/fixtures/runner-bench';
import { PATIENCE_MS } from '@/e2e/patience';
import { isEvidence } from '@/lib/report/event';
import { createDamages } from './damages';
import { sealInterrupted } from './interrupted';
import { queuedBefore } from './queued-before';
import type { MemoryRunner } from './runner';

const bench = useRunnerBench();
const { runnerOf, start, stored, untilSealed } = bench;

test('the process ends: what runs is sealed with what was seen, what waits is queued again by the next', async () => {
  const runner = runnerOf({ concurrency: 1 });
  const [running, waiting] = [await start(runner), await start(runner)];
  await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
  await runner.close();
  expect(runner.here(running)).toBeUndefined();
  expect(await stored(running)).toMatchObject({
    status: 'interrupted',
    sessions: [{ outcome: 'stopped', transcript: [{ text: '220 hello' }] }],
    verdict: { headline: 'The check was interrupted before it could tell.' },
  });
  const late = await start(runner);
  expect(bench.answer).toHaveLength(1);
  expect(await sealInterrupted({ store: bench.store, damages: createDamages() }, new Date())).toBe(0);
  const queued = await queuedBefore(bench.store, null);
  expect(queued.map(({ check }) => [check.id, check.caller])).toEqual([
    [waiting, 'somebody'],
    [late, 'somebody'],
  ]);
  const next = runnerOf({ concurrency: 1 });
  for (const { check, plan } of queued) await next.takeUp(check, plan);
  expect(await next.counts()).toEqual({ running: 1, lent: 0, queued: 1 });
  await vi.waitFor(() => expect(bench.answer).toHaveLength(2), PATIENCE_MS);
  expect((await bench.store.read(waiting))?.caller).toBeUndefined();
  bench.answer[1]?.();
  await untilSealed(next, waiting);
  expect(await stored(waiting)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
});

test('the process ends: a check that comes to its end within the grace time is whole', async () => {
  const runner = runnerOf({ graceMs: PATIENCE_MS });
  const id = await start(runner);
  await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
  const closed = runner.close();
  bench.answer[0]?.();
  await closed;
  expect(await stored(id)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
});

test('a message whose beginning cannot be written is not sent: the next start would send it again', async () => {
  const begin = () => Promise.reject(new Error('locked'));
  const runner = runnerOf({ concurrency: 1, store: { ...bench.store, begin } });
  const [read, sent] = [await start(runner), await start(runner, 'another', 'message')];
  await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
  bench.answer[0]?.();
  await untilSealed(runner, sent);
  expect([(await stored(read)).status, (await stored(sent)).status]).toEqual(['done', 'failed']);
  expect(bench.answer).toHaveLength(1);
});

test('events are in the database while the check runs, and survive the process as interrupted', async () => {
  const runner = runnerOf();
  const id = await start(runner);
  await vi.waitFor(
    async () =>
      expect((await bench.store.read(id))?.evidence.events.map(({ type }) => type)).toContain('smtp.line'),
    PATIENCE_MS,
  );
  // As a new process would find it.
  expect(await sealInterrupted({ store: bench.store, damages: createDamages() }, new Date())).toBe(1);
  expect(await stored(id)).toMatchObject({
    status: 'interrupted',
    sessions: [{ outcome: null, transcript: [{ text: '220 hello' }] }],
    verdict: { outcome: 'unknown' },
  });
  expect(await sealInterrupted({ store: bench.store, damages: createDamages() }, new Date())).toBe(0);
});

describe('a database that cannot be written', () => {
  /** A check that has ended while another program holds the database, until that is closed. */
  const endedWhileHeld = async (runner: MemoryRunner): Promise<{ id: string; other: Database.Database }> => {
    const id = await start(runner);
    await vi.waitFor(() => expect(bench.answer).toHaveLength(1), PATIENCE_MS);
    const other = new Database(bench.file);
    other.exec('BEGIN IMMEDIATE');
    bench.answer[0]?.();
    await vi.waitFor(
      () =>
        expect(runner.here(id)?.record.report()).toMatchObject({
          status: 'done',
          verdict: { outcome: 'accepted' },
          digest: expect.stringMatching(/^sha256:/),
        }),
      PATIENCE_MS,
    );
    return { id, other };
  };

  test('held while a check ends: readable as it ended, and sealed so when it can be', async () => {
    const runner = runnerOf();
    const { id, other } = await endedWhileHeld(runner);
    expect(await runner.counts()).toEqual({ running: 0, lent: 0, queued: 0 });
    await expect(start(runner)).rejects.toMatchObject({
      code: 'database-unavailable',
      retryAfterSeconds: 10,
    });
    const record = runner.here(id)?.record;
    const seen = record?.report();
    other.close();
    await untilSealed(runner, id);
    expect(await stored(id)).toMatchObject({ status: 'done', digest: seen?.digest, seq: seen?.seq });
    expect((await bench.store.read(id))?.evidence.events).toEqual(record?.events().filter(isEvidence));
    expect(await bench.feed.follow(id, 0)).toBeNull();
  });

  test('held to the end of the process: one last try', async () => {
    const runner = runnerOf();
    const { id, other } = await endedWhileHeld(runner);
    other.close();
    await runner.close();
    expect(await stored(id)).toMatchObject({ status: 'done', verdict: { outcome: 'accepted' } });
  });
});
