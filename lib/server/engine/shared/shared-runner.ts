import { setTimeout as pause } from 'node:timers/promises';
import { CheckCancelled } from '@/lib/check/cancel';
import type { Turns } from '@/lib/check/turns';
import { eventDocument } from '@/lib/report/document';
import type { CheckEvent } from '@/lib/report/event';
import type { Claims } from '@/lib/store/postgresql/claims';
import { NOBODY, priorityOf } from '@/lib/store/priority';
import { ClaimLost, type Ending, type NewCheck } from '@/lib/store/store';
import type { Severities } from '@/lib/findings/severities';
import { log, shortId } from '../../config/log';
import { forRequest } from '../../config/request-id';
import { createConductor } from '../conduct';
import { type Damages, isDamage } from '../damages';
import { createEventWriter, WRITE_EVERY_MS } from '../event-writer';
import { sealOne } from '../interrupted';
import { planOf } from '../queued-before';
import { type CheckUnderWay, grace, type Runner, type RunnerConfig } from '../runner';
import { createRunningCheck, type RunningCheck } from '../running-check';
import { storedReport } from '../stored-report';
import { acrossOutages } from './across-outages';
import type { SharedQueue } from './shared-queue';

/** How far the rows of a check may be behind that somebody waits for: four a second are told. */
const FOLLOWED_EVERY_MS = 250;

/** How often it is looked whether another process has stopped a check, and for how long. */
const STOPPED_EVERY_MS = 200;
const STOPPED_WITHIN_MS = 15_000;

/** A runner of one process among several. */
export interface SharedRunner extends Runner {
  /** Somebody has asked to stop a check. */
  hearStop(id: string): void;
}

interface SharedRunnerConfig extends Omit<RunnerConfig, 'queue' | 'feed'> {
  queue: SharedQueue;
  claims: Claims;
  damages: Damages;
  relayAddress: string | null;
  severities: Severities;
  /** Whether checks run in this process at all. */
  isWorker: boolean;
}

/** A check that runs here. */
interface Here {
  check: RunningCheck;
  /** Resolves when it has come to its end, be it sealed or not. */
  conducted: Promise<void>;
}

export function createSharedRunner(config: SharedRunnerConfig): SharedRunner {
  const { store, queue, claims, damages, world, relayAddress, severities, onSealed, graceMs } = config;
  const here = new Map<string, Here>();
  const closing = new AbortController();
  /** By check, what is to be called when it is sealed, or left to somebody else. */
  const whenOver = new Map<string, () => void>();

  /** A check is ours no more: nothing of it may go on here. */
  const lose = ({ ending }: RunningCheck): void => ending.abort(new CheckCancelled('interrupted'));

  /** Before a session begins it is written down that one may have, so that the check never runs again; and it has to be ours still. */
  const turnsOf = (check: RunningCheck): Turns => ({
    async take(address, party, onWait, signal) {
      const give = await world.turns.take(address, party, onWait, signal);
      if (give === null) return null;
      const isOurs = await acrossOutages(
        'that a session begins could not be written',
        () => claims.beginSession(check.id),
        signal,
      ).catch(() => false);
      if (isOurs && !signal.aborted) return give;
      give();
      if (!signal.aborted) lose(check);
      throw signal.reason as Error;
    },
  });

  const { conduct, seal, close } = createConductor({
    ...config,
    turnsOf,
    async onSealed(check, status) {
      if (status !== 'interrupted')
        await onSealed(check, status).catch((error: unknown) => {
          log.error({ check: shortId(check.id), err: error }, 'what follows a check could not be planned');
        });
    },
    onEnd({ id }) {
      here.delete(id);
      whenOver.get(id)?.();
      whenOver.delete(id);
    },
  });

  const whenItIsOver = (id: string): Promise<void> =>
    new Promise((resolve) => {
      whenOver.set(id, resolve);
    });

  /** As it stands in the database; null when it has ended, or is gone. */
  const open = async (id: string): Promise<RunningCheck | null> => {
    const stored = await store.read(id);
    if (stored === null || stored.ending !== null) return null;
    const plan = planOf(stored, relayAddress);
    if (plan === null) {
      await sealOne(store, id, new Date());
      return null;
    }
    const writer = createEventWriter<CheckEvent>(
      (batch) => store.append(id, batch.map(eventDocument)),
      (error) => {
        if (error instanceof ClaimLost) lose(check);
        else log.error({ check: shortId(id), err: error }, 'events could not be written');
      },
      priorityOf(stored) === 'person' ? FOLLOWED_EVERY_MS : WRITE_EVERY_MS,
    );
    const check = createRunningCheck(stored, plan, {
      writer,
      publish(event) {
        if (event.type === 'judged') writer.add(event);
      },
    });
    return check;
  };

  /** The same; of one that cannot be read only that it has ended is written down. */
  const openReadable = (id: string): Promise<RunningCheck | null> =>
    damages
      .within('check', id, () => open(id))
      .catch(async (error: unknown) => {
        if (!isDamage(error)) throw error;
        await store.abandon(id, new Date());
        return null;
      });

  queue.serve({
    atOnce: config.isWorker ? config.concurrency : 0,
    atOnceOfCaller: config.concurrencyOfCaller,
    async run(id, slot) {
      const check = await acrossOutages('a check could not be read', () => openReadable(id), closing.signal);
      if (check === null) return;
      const over = whenItIsOver(id);
      await store.begin(id).catch((error: unknown) => {
        log.error({ check: shortId(id), err: error }, 'that a check begins could not be written');
      });
      const conducted = forRequest(null, () => conduct(check, slot));
      here.set(id, { check, conducted });
      await conducted;
      // One that cannot be sealed yet has nothing to do.
      slot.lend();
      await over;
    },
  });

  const end = async (id: string, status: Ending['status']): Promise<void> => {
    const check = await openReadable(id);
    if (check !== null) {
      const over = whenItIsOver(id);
      await seal(check, status);
      await over;
    }
    await claims.release(id);
  };

  const find = async (id: string): Promise<CheckUnderWay | null> => {
    const turn = await claims.find(id);
    const stored = turn && (await store.read(id));
    if (!stored || stored.ending !== null) return null;
    const { retestOf, noticeId, formerId } = stored;
    const running = here.get(id)?.check.record.report();
    const report = running ?? {
      ...storedReport(stored, severities),
      status: turn.workerId === null ? ('queued' as const) : ('running' as const),
    };
    const queuePlace = turn.workerId === null ? await claims.place(id) : null;
    return { caller: turn.caller, retestOf, noticeId, formerId, report: { ...report, queuePlace } };
  };

  const hearStop = (id: string): void => here.get(id)?.check.ending.abort(new CheckCancelled('stopped'));

  return {
    async start(check: NewCheck) {
      await store.create(check);
      await queue.enqueue(check.id, check.caller ?? NOBODY, priorityOf(check));
    },
    find,
    hearStop,
    async stop(id) {
      const running = here.get(id);
      if (running !== undefined) {
        hearStop(id);
        return running.conducted;
      }
      if (await queue.cancel(id)) return end(id, 'stopped');
      await claims.stop(id);
      for (const until = performance.now() + STOPPED_WITHIN_MS; performance.now() < until;)
        if ((await claims.find(id)) === null) return;
        else await pause(STOPPED_EVERY_MS);
    },
    counts: () => queue.counts(),
    async close() {
      const closed = queue.close();
      await Promise.race([closed, grace(graceMs)]);
      for (const { check } of here.values()) check.ending.abort(new CheckCancelled('interrupted'));
      closing.abort();
      await Promise.all([...here.values()].map(({ conducted }) => conducted));
      await close();
      // What could not be sealed keeps its claim, and is found when this process is missed.
      if (whenOver.size === 0) await closed;
    },
  };
}
