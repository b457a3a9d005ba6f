import type { Pool } from 'pg';

/** What was used of a quota within its time. */
interface Use {
  count: number;
  /** Until it is given back. */
  leftMs: number;
}

/** Counts how often something was used, by any key, over all processes on one database; the clock is the database's. */
export interface Spending {
  /** Adds so many; the time of a key begins with the first. */
  spend(key: string, count: number, windowMs: number): Promise<Use>;
  /** Forgets what was given back. */
  sweep(): Promise<void>;
}

export function createSpending(pool: Pool): Spending {
  return {
    async spend(key, count, windowMs) {
      const { rows } = await pool.query<{ count: number; leftMs: string }>(
        `INSERT INTO "Spent" AS "own" ("key", "count", "until")
         VALUES ($1, $2, clock_timestamp() + $3 * interval '1 ms')
         ON CONFLICT ("key") DO UPDATE SET
           "count" = $2 + CASE WHEN "own"."until" > clock_timestamp() THEN "own"."count" ELSE 0 END,
           "until" = CASE WHEN "own"."until" > clock_timestamp() THEN "own"."until" ELSE excluded."until" END
         RETURNING "count", extract(epoch FROM "until" - clock_timestamp()) * 1000 AS "leftMs"`,
        [key, count, windowMs],
      );
      const [row] = rows;
      return { count: row?.count ?? 0, leftMs: Number(row?.leftMs ?? 0) };
    },

    async sweep() {
      await pool.query(`DELETE FROM "Spent" WHERE "until" < clock_timestamp()`);
    },
  };
}
