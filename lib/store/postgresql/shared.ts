import pLimit, { type LimitFunction } from 'p-limit';
import { telling } from '../trouble';
import { NEWS_CHANNEL } from './channels';
import { type Claims, createClaims, type WorkerName } from './claims';
import { type TurnJobs, takeTurnJobs } from './jobs';
import { withCodeOfLost } from './lost-connection';
import { openOwnPool } from './own-pool';
import { openPresence, type Presence } from './presence';
import { createSpending, type Spending } from './spent';
import { createVisits, type VisitLimits, type Visits } from './visits';

/** What several processes on one database agree on. */
export interface SharedDatabase {
  /** This process among them. */
  worker: WorkerName;
  claims: Claims;
  spending: Spending;
  visits(limits: VisitLimits, clock?: () => number | null): Visits;
  takeJobs(config: Parameters<typeof takeTurnJobs>[1]): TurnJobs;
  join(config: Parameters<typeof openPresence>[1]): Promise<Presence>;
  /** Tells all of them, this one as well. */
  tell(word: string, about: string): Promise<void>;
  /** Nobody else does work of this name meanwhile, in whatever process. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Locks of names; any number will do. */
const NAME_LOCK = 6_982_705;

export async function openShared(url: string, worker: WorkerName): Promise<SharedDatabase> {
  const pool = await openOwnPool(url);
  const inOrder = pLimit(1);
  const names = new Map<string, LimitFunction>();
  const { lock } = telling(
    {
      async lock(name: string) {
        const client = await pool.connect();
        await client
          .query('SELECT pg_advisory_lock($1, hashtext($2))', [NAME_LOCK, name])
          .catch((error: unknown) => {
            client.release(true);
            throw error;
          });
        return client;
      },
    },
    withCodeOfLost,
  );
  const locked = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const client = await lock(name);
    try {
      const result = await work();
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [NAME_LOCK, name]);
      client.release();
      return result;
    } catch (error) {
      // Its connection ends, and the lock with it.
      client.release(true);
      throw error;
    }
  };

  return {
    worker,
    claims: telling(createClaims(pool, worker), withCodeOfLost),
    spending: telling(createSpending(pool), withCodeOfLost),
    visits: (limits, clock) => createVisits({ pool, workerId: worker.id, inOrder }, limits, clock),
    takeJobs: (config) => takeTurnJobs(pool, config),
    join: (config) => openPresence(url, config),
    async tell(word, about) {
      await pool.query('SELECT pg_notify($1, $2)', [NEWS_CHANNEL, `${word} ${about}`]);
    },
    alone(name, work) {
      // No more than one connection a name, or who has the lock might find none for what else it needs.
      const limit = names.get(name) ?? pLimit(1);
      names.set(name, limit);
      return limit(() => locked(name, work));
    },
    close: () => pool.end(),
  };
}
