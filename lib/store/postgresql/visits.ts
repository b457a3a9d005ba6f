import type { LimitFunction } from 'p-limit';
import type { Pool, PoolClient } from 'pg';
import { DEAD_AFTER_MS } from './claims';
import { NEWS_CHANNEL } from './channels';

/** How often and how many at once; `Infinity`: no limit. */
export interface VisitLimits {
  cooldownMs: number;
  sessionsPerHour: number;
  sessionsPerNetwork: number;
}

/** What a process that waits for an address is told. */
type VisitTurn =
  | { turn: 'now' }
  /** Nothing is known that would end the wait before somebody tells of it. */
  | { turn: 'later'; inMs: number | null };

/** Sessions with addresses, of all processes on one database. */
export interface Visits {
  /** Stands in the line of an address; null when it has had, or will have, as many sessions within an hour as it may. */
  ask(address: string, network: string): Promise<number | null>;
  /** Whether the turn of one who stands in line has come: then the session is under way. Rejects with `VisitGone`. */
  begin(id: number, network: string): Promise<VisitTurn>;
  /** The session has ended: the cool-down begins. */
  end(id: number): Promise<void>;
  /** Leaves the line. */
  leave(id: number): Promise<void>;
  /** Ends what dead processes have left, and forgets what has no effect any more. */
  sweep(): Promise<void>;
}

/** Locks of networks, one after the other; any number will do. */
const NETWORK_LOCK = 6_982_704;

/** Whose visits they are. */
interface VisitsOf {
  pool: Pool;
  workerId: string;
  /** One at a time, so that of one process whoever comes first is first. */
  inOrder: LimitFunction;
}

/** `clock`: milliseconds since the epoch, of a test; null: the database's. */
export function createVisits(
  { pool, workerId, inOrder }: VisitsOf,
  limits: VisitLimits,
  clock: () => number | null = () => null,
): Visits {
  const { cooldownMs } = limits;
  const [perHour, perNetwork] = [limits.sessionsPerHour, limits.sessionsPerNetwork].map((limit) =>
    limit === Infinity ? null : limit,
  );
  const values = (...given: unknown[]): unknown[] => {
    const at = clock();
    return [at === null ? null : new Date(at), ...given];
  };
  const query = <R extends object>(sql: string, ...given: unknown[]) => pool.query<R>(sql, values(...given));

  /** Nobody else of the network decides meanwhile. */
  const alone = <T>(network: string, work: (client: PoolClient) => Promise<T>): Promise<T> =>
    inOrder(() => locked(network, work));

  const locked = async <T>(network: string, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [NETWORK_LOCK, network]);
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };

  return {
    ask: (address, network) =>
      alone(network, async (client) => {
        const { rows } = await client.query<{ id: number }>(
          `INSERT INTO "Visit" ("address", "network", "workerId")
           SELECT $2, $3, $4 WHERE $5::int IS NULL OR $5::int > (
             SELECT count(*) FROM "Visit" WHERE "address" = $2
               AND ("begunAt" IS NULL OR "begunAt" > ${NOW} - interval '1 hour'))
           RETURNING "id"`,
          values(address, network, workerId, perHour),
        );
        return rows[0]?.id ?? null;
      }),

    begin: (id, network) =>
      alone(network, async (client) => {
        const begun = await client.query(
          `UPDATE "Visit" AS "own" SET "begunAt" = ${NOW} WHERE "id" = $2 AND "begunAt" IS NULL
             AND NOT EXISTS (SELECT 1 FROM "Visit" AS "other" WHERE "other"."address" = "own"."address"
               AND ("other"."begunAt" IS NULL AND "other"."id" < "own"."id"
                 OR "other"."begunAt" IS NOT NULL AND ("other"."freeAt" IS NULL OR "other"."freeAt" > ${NOW})))
             AND ($3::int IS NULL OR $3::int > (SELECT count(*) FROM "Visit" AS "other"
               WHERE "other"."network" = "own"."network" AND "other"."begunAt" IS NOT NULL AND "other"."freeAt" IS NULL))
           RETURNING 1`,
          values(id, perNetwork),
        );
        if ((begun.rowCount ?? 0) > 0) return { turn: 'now' };
        const { rows } = await client.query<{ inMs: string | null }>(
          `SELECT (SELECT extract(epoch FROM max("freeAt") - ${NOW}) * 1000 FROM "Visit" AS "other"
             WHERE "other"."address" = "own"."address" AND "other"."freeAt" > ${NOW}) AS "inMs"
           FROM "Visit" AS "own" WHERE "id" = $2`,
          values(id),
        );
        const [own] = rows;
        if (own === undefined) throw new VisitGone();
        return { turn: 'later', inMs: own.inMs === null ? null : Number(own.inMs) };
      }),

    async end(id) {
      await query(
        `WITH "ended" AS (UPDATE "Visit" SET "freeAt" = ${NOW} + $3 * interval '1 ms'
           WHERE "id" = $2 AND "freeAt" IS NULL RETURNING "network")
         SELECT pg_notify('${NEWS_CHANNEL}', 'visit ' || "network") FROM "ended"`,
        id,
        cooldownMs,
      );
    },

    async leave(id) {
      await query(
        `WITH "gone" AS (DELETE FROM "Visit" WHERE "id" = $2 AND "begunAt" IS NULL AND ${NOW} IS NOT NULL
           RETURNING "network")
         SELECT pg_notify('${NEWS_CHANNEL}', 'visit ' || "network") FROM "gone"`,
        id,
      );
    },

    async sweep() {
      await query(
        `WITH "alive" AS (SELECT "id" FROM "Worker" WHERE "at" > clock_timestamp() - interval '${DEAD_AFTER_MS} ms'),
           "left" AS (DELETE FROM "Visit" WHERE "begunAt" IS NULL AND "workerId" NOT IN (SELECT "id" FROM "alive")),
           "old" AS (DELETE FROM "Visit" WHERE "begunAt" < ${NOW} - interval '1 hour' AND "freeAt" < ${NOW})
         UPDATE "Visit" SET "freeAt" = ${NOW} + $2 * interval '1 ms'
           WHERE "begunAt" IS NOT NULL AND "freeAt" IS NULL AND "workerId" NOT IN (SELECT "id" FROM "alive")`,
        cooldownMs,
      );
    },
  };
}

/** Whoever stood in line was taken for dead: it stands at the end of it from now on. */
export class VisitGone extends Error {
  override readonly name = 'VisitGone';
}

const NOW = 'coalesce($1::timestamptz, clock_timestamp())';
