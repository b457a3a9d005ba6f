import { CheckCancelled } from '@/lib/check/cancel';
import type { CheckPlan } from '@/lib/check/plan';
import { NOBODY, priorityOf } from '@/lib/store/priority';
import type { Ending, NewCheck } from '@/lib/store/store';
import { log, shortId } from '../config/log';
import { forRequest } from '../config/request-id';
import { type ConductorConfig, createConductor } from './conduct';
import { createEventWriter } from './event-writer';
import type { Publisher } from './feed';
import type { FoundReport } from './frozen-reports';
import type { Queue, QueueCounts, Slot } from './queue';
import { createRunningCheck, type RunningCheck } from './running-check';

/** The registry of checks under way. A run belongs to it, not to a request. */
export interface Runner {
  /** Writes the check down and starts it when its turn comes. Rejects when it cannot be written down. */
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** A check that waits or runs, with its report so far, and its place in the queue while it waits; null once it is sealed. */
  find(id: string): Promise<CheckUnderWay | null>;
  /** Ends a check with what it has seen; resolves when it is sealed. */
  stop(id: string): Promise<void>;
  counts(): Promise<QueueCounts>;
  /**
   * Ends everything because the process ends: what runs has the grace time to come to its end, and is then sealed as
   * interrupted with what it has seen; what waits, or is started from now on, is only written down, and the next start takes
   * it up. Resolves when all is sealed.
   */
  close(): Promise<void>;
}

/** A check that waits or runs, in whatever process. */
export interface CheckUnderWay extends FoundReport {
  /** Who has started it, by the key that tells callers apart. */
  caller: string | undefined;
}

/** A runner of a process that has the database to itself. */
export interface MemoryRunner extends Runner {
  /** Puts a check into the queue again that a former process has written down and never begun. */
  takeUp(check: NewCheck, plan: CheckPlan): Promise<void>;
  here(id: string): RunningCheck | undefined;
}

export interface RunnerConfig extends Omit<ConductorConfig, 'onEnd'> {
  queue: Queue;
  feed: Publisher;
  /** Checks running at once, in all and of one caller; more wait in order. */
  concurrency: number;
  concurrencyOfCaller: number;
  /** What running checks have to come to their end when the process ends. */
  graceMs: number;
  /** Called when a check has come to its end and is sealed, before anybody is told; not when it was interrupted. */
  onSealed(check: RunningCheck, status: Ending['status']): Promise<void>;
}

export function createRunner({
  queue,
  feed,
  concurrency,
  concurrencyOfCaller,
  graceMs,
  ...config
}: RunnerConfig): MemoryRunner {
  const { store, onSealed } = config;
  const checks = new Map<string, RunningCheck>();
  const running = new Map<string, Promise<void>>();
  const { conduct, seal, close } = createConductor({
    ...config,
    async onSealed(check, status) {
      // The next start takes up what follows an interrupted check.
      if (status !== 'interrupted')
        await onSealed(check, status).catch((error: unknown) => {
          log.error({ check: shortId(check.id), err: error }, 'what follows a check could not be planned');
        });
      checks.delete(check.id);
    },
    onEnd: ({ id }) => feed.close(id),
  });

  const begin = async (check: RunningCheck, slot: Slot): Promise<void> => {
    try {
      await store.begin(check.id);
    } catch (error) {
      log.error({ check: shortId(check.id), err: error }, 'that a check begins could not be written');
      // After the end of the process it would begin again: a message must not be sent twice.
      if (check.plan.options.depth === 'message') return seal(check, 'failed');
    }
    await conduct(check, slot);
  };

  queue.serve({
    atOnce: concurrency,
    atOnceOfCaller: concurrencyOfCaller,
    async run(id, slot) {
      const check = checks.get(id);
      if (check === undefined) return;
      // Whose end has made room is not who asked for it.
      const run = forRequest(null, () => begin(check, slot));
      running.set(id, run);
      await run;
      running.delete(id);
    },
  });

  const takeUp = async (check: NewCheck, plan: CheckPlan): Promise<void> => {
    const { id, caller = NOBODY } = check;
    feed.open(id);
    const added = createRunningCheck(check, plan, {
      writer: createEventWriter(
        (batch) => store.append(id, batch),
        (error) => log.error({ check: shortId(id), err: error }, 'events could not be written'),
      ),
      publish: (event) => feed.publish(id, event),
    });
    checks.set(id, added);
    await queue.enqueue(id, caller, priorityOf(check));
  };

  return {
    async start(check, plan) {
      await store.create(check);
      await takeUp(check, plan);
    },
    takeUp,
    here: (id) => checks.get(id),
    async find(id) {
      const check = checks.get(id);
      if (check === undefined) return null;
      const { caller, retestOf, noticeId, formerId, record } = check;
      const report = { ...record.report(), queuePlace: await queue.place(id) };
      return { caller, retestOf, noticeId, formerId, report };
    },
    async stop(id) {
      const check = checks.get(id);
      if (check === undefined) return;
      check.ending.abort(new CheckCancelled('stopped'));
      if (await queue.cancel(id)) await seal(check, 'stopped');
      else await running.get(id);
    },
    counts: () => queue.counts(),
    async close() {
      const closed = queue.close();
      await Promise.race([closed, grace(graceMs)]);
      for (const id of running.keys()) checks.get(id)?.ending.abort(new CheckCancelled('interrupted'));
      await closed;
      await close();
    },
  };
}

export function grace(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
