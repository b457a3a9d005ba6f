import type { TurnJobs } from '@/lib/store/postgresql/jobs';
import type { SharedDatabase } from '@/lib/store/postgresql/shared';
import { log } from '../../config/log';
import type { Queue } from '../queue';
import { acrossOutages } from './across-outages';
import { createSlots, type Slots } from '../slots';

/** A queue of all processes on one database: what waits are rows, and each process has slots of its own. */
export interface SharedQueue extends Queue {
  /** Looks whether the turn of a check has come: something may have been missed. */
  look(): void;
  /** Checks that run here and wait for their turn at somebody else's server. */
  lent(): number;
}

/**
 * The rows are there before `enqueue`: a check is written down together with its place (`lib/store/postgresql/queueing.ts`). When its
 * `run` has ended, it is done with.
 */
export function createSharedQueue({
  claims,
  takeJobs,
}: Pick<SharedDatabase, 'claims' | 'takeJobs'>): SharedQueue {
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  let slots: Slots | null = null;
  let jobs: TurnJobs | null = null;
  let run: Parameters<Queue['serve']>[0]['run'] = () => Promise.resolve();
  let looking = false;
  let isAsked = false;

  /** Claims one after the other, so that two never take the last slot. */
  const takeTurns = async (own: Slots): Promise<void> => {
    for (own.giveBack(); own.hasRoom() && !closing.signal.aborted; own.giveBack()) {
      const next = await claims.next(own.full());
      if (next === null) return;
      begin(own, next);
    }
  };

  const begin = (own: Slots, { checkId, caller }: { checkId: string; caller: string }): void => {
    const slot = own.open(caller);
    const ran = run(checkId, slot)
      .then(() =>
        acrossOutages('an ended check could not be let go', () => claims.release(checkId), closing.signal),
      )
      .catch((error: unknown) => log.error({ err: error }, 'a check could not be taken out of the queue'))
      .finally(() => {
        slot.end();
        running.delete(ran);
        look();
      });
    running.add(ran);
  };

  const look = (): void => {
    isAsked = true;
    if (looking || slots === null) return;
    const own = slots;
    looking = true;
    const again = async (): Promise<void> => {
      while (isAsked) {
        isAsked = false;
        await takeTurns(own);
      }
    };
    again()
      // The next look is soon.
      .catch((error: unknown) => log.warn({ err: error }, 'no check could be taken out of the queue'))
      .finally(() => {
        looking = false;
      });
  };

  const lent = (): number => running.size - (slots?.taken() ?? 0);

  return {
    look,
    lent,
    serve(work) {
      run = (id, slot) => work.run(id, slot);
      const own = createSlots(work, look);
      slots = own;
      jobs = takeJobs({
        hasRoom: () => !closing.signal.aborted && own.hasRoom(),
        look,
        onProblem: (problem) => log.warn({ problem }, 'the queue in the database could not be listened to'),
      });
      look();
    },
    enqueue() {
      look();
      return Promise.resolve();
    },
    cancel: (id) => claims.take(id),
    place: (id) => claims.place(id),
    counts: () => claims.counts(lent()),
    of: (caller) => claims.of(caller),
    async close() {
      closing.abort();
      await Promise.all([jobs?.close(), ...running]);
    },
  };
}
