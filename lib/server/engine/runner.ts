import { CheckCancelled, endingOf } from '@/lib/check/cancel';
import { decisiveSession } from '@/lib/report/decisive-session';
import type { CheckPlan } from '@/lib/check/plan';
import { runCheck } from '@/lib/check/run';
import type { World } from '@/lib/check/world';
import { isEvidence } from '@/lib/report/event';
import type { Report } from '@/lib/report/report';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import type { CheckStore, Ending, NewCheck } from '@/lib/store/store';
import { log, shortId } from '../config/log';
import { createRunningCheck, type RunningCheck } from './running-check';

/** The registry of checks under way. A run belongs to it, not to a request. */
export interface Runner {
  /** Writes the check down and starts it when its turn comes. Rejects when it cannot be written down. */
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** A check that waits or runs; undefined once it is sealed. */
  find(id: string): RunningCheck | undefined;
  /** Its report, with the place in the queue while it waits. */
  reportOf(check: RunningCheck): Report;
  /** Ends a check with what it has seen; resolves when it is sealed. */
  stop(id: string): Promise<void>;
  counts(): { running: number; queued: number };
  /**
   * Ends everything because the process ends: what runs is sealed as interrupted with what it has seen; what waits, or is
   * started from now on, is only written down, and the next start finds it interrupted. Resolves when all is sealed.
   */
  close(): Promise<void>;
}

export interface RunnerConfig {
  store: CheckStore;
  world: World;
  /** Checks running at once; more wait in order. */
  concurrency: number;
  deadlineMs: number;
  /** Called when a check has come to its end and is sealed, before anybody is told; not when it was interrupted. */
  onSealed(check: RunningCheck, status: Ending['status']): Promise<void>;
}

export function createRunner({ store, world, concurrency, deadlineMs, onSealed }: RunnerConfig): Runner {
  const checks = new Map<string, RunningCheck>();
  const queue: RunningCheck[] = [];
  const running = new Map<RunningCheck, Promise<void>>();
  let isClosed = false;

  const startNext = (): void => {
    while (running.size < concurrency && !isClosed) {
      const check = queue.shift();
      if (check === undefined) return;
      const run = conduct(check).finally(() => {
        running.delete(check);
        startNext();
      });
      running.set(check, run);
    }
  };

  /** Never rejects: what went wrong with our own side is logged, and the check says `failed`. */
  const conduct = async (check: RunningCheck): Promise<void> => {
    const deadline = setTimeout(() => {
      check.ending.abort(new CheckCancelled('deadline', deadlineMs / 1000));
    }, deadlineMs);
    const { signal } = check.ending;
    let status: Ending['status'];
    try {
      await runCheck(check.plan, world, check.record, signal);
      status = endingOf(signal);
    } catch (error) {
      log.error({ check: shortId(check.id), err: error }, 'a check failed');
      status = 'failed';
    }
    clearTimeout(deadline);
    await check.writer.settle().catch(() => undefined); // told before
    await end(check, status);
  };

  /** Sealing writes all events, so what still waits is written only when sealing fails. */
  const end = async (check: RunningCheck, status: Ending['status']): Promise<void> => {
    const { record } = check;
    const finishedAt = new Date(world.now());
    const { verdict, trace, sessions } = record.report();
    const evidence = { version: SCHEMA_VERSION, events: record.events().filter(isEvidence) };
    try {
      const digest = await store.seal(check.id, evidence, {
        status,
        finishedAt,
        verdict,
        queryCount: trace.queryCount,
        sessionCount: sessions.length,
        verdictCode: decisiveSession({ verdict, sessions })?.reply?.code ?? null,
        lastSeq: record.events().length + 1,
      });
      // The next start takes up what follows an interrupted check.
      if (status !== 'interrupted')
        await onSealed(check, status).catch((error: unknown) => {
          log.error({ check: shortId(check.id), err: error }, 'what follows a check could not be planned');
        });
      checks.delete(check.id);
      record.note({ type: 'done', status, at: finishedAt.toISOString(), digest });
    } catch (error) {
      // It stays in memory and readable until the next start, which finds it interrupted with what was written.
      log.error({ check: shortId(check.id), err: error }, 'a check could not be sealed');
      await check.writer.flush().catch(() => undefined); // told by the writer
      record.note({ type: 'done', status: 'failed', at: finishedAt.toISOString(), digest: null });
    }
    log.info(
      { check: shortId(check.id), status, outcome: verdict?.outcome ?? null, queries: trace.queryCount },
      'check ended',
    );
  };

  return {
    async start(check, plan) {
      await store.create(check);
      const added = createRunningCheck(
        check,
        plan,
        (batch) => store.append(check.id, batch),
        (error) => log.error({ check: shortId(check.id), err: error }, 'events could not be written'),
      );
      checks.set(check.id, added);
      queue.push(added);
      startNext();
    },
    find: (id) => checks.get(id),
    reportOf(check) {
      const place = queue.indexOf(check);
      return { ...check.record.report(), queuePlace: place < 0 ? null : place + 1 };
    },
    async stop(id) {
      const check = checks.get(id);
      if (check === undefined) return;
      check.ending.abort(new CheckCancelled('stopped'));
      const place = queue.indexOf(check);
      if (place < 0) await running.get(check);
      else {
        queue.splice(place, 1);
        await end(check, 'stopped');
      }
    },
    counts: () => ({ running: running.size, queued: queue.length }),
    async close() {
      isClosed = true;
      for (const check of running.keys()) check.ending.abort(new CheckCancelled('interrupted'));
      await Promise.all(running.values());
    },
  };
}
