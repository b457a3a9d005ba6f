import type { Pool } from 'pg';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import type { NewCheck } from '../store';
import { NEWS_CHANNEL } from './channels';
import { TURN_TASK } from './jobs';

/** A process of which nothing was heard for so long is dead; it has said something every few seconds until then. */
export const DEAD_AFTER_MS = 15_000;

/** A check that waits or runs, wherever. */
interface QueuedTurn {
  caller: string;
  /** Null while it waits. */
  workerId: string | null;
}

/** A check, and what has started it. */
type StartedCheck = Pick<NewCheck, 'id' | 'watchId' | 'retestOf'>;

/** A check whose process is dead, and that is ours now. */
export interface Orphan {
  checkId: string;
  /** Whether a session may have begun. */
  hasSession: boolean;
  /** Whether it was given back before. */
  isAgain: boolean;
}

/** What processes on one database agree on about checks that wait or run. Each is one statement; the clock is the database's. */
export interface Claims {
  /** Takes the next check of a caller who is none of these; null when none waits. */
  next(fullCallers: readonly string[]): Promise<{ checkId: string; caller: string } | null>;
  /** Takes one that waits; false when it does not. */
  take(checkId: string): Promise<boolean>;
  /** All that follows the end of a check is done. */
  release(checkId: string): Promise<void>;
  find(checkId: string): Promise<QueuedTurn | null>;
  /** From 1; null when it does not wait. */
  place(checkId: string): Promise<number | null>;
  /** Of all processes, with `lent` of this one. */
  counts(lent: number): Promise<{ running: number; lent: number; queued: number }>;
  of(caller: string): Promise<number>;
  /** Checks that wait or run, wherever, and what has started them. */
  underWay(): Promise<StartedCheck[]>;
  /** Which of these neither wait nor run any more. */
  over(checkIds: readonly string[]): Promise<string[]>;
  /** Whether checks wait that another version has started and this one does not take. */
  hasForeign(): Promise<boolean>;
  /** A session is to begin. False when the check is not ours any more: then none may. */
  beginSession(checkId: string): Promise<boolean>;
  /** Asks whoever runs it to stop it. */
  stop(checkId: string): Promise<void>;
  /** Those of ours that are to be stopped. */
  stopped(): Promise<string[]>;
  /** Says that we live. Milliseconds since the last time by the database's clock, null for the first time; and that clock. */
  pulse(lent: number): Promise<{ sinceMs: number | null; now: number }>;
  /** Nothing of ours is under way any more. */
  leave(): Promise<void>;
  /** Makes checks ours whose process is dead, or that no process has ever had. */
  orphans(): Promise<Orphan[]>;
  /** Puts one of ours back, as if it had never begun. */
  giveBack(checkId: string): Promise<void>;
}

/** Who this process is among those on one database. */
export interface WorkerName {
  id: string;
  name: string;
  version: string;
}

const IN_ORDER = `"turn"."priority", "turn"."round", "Check"."createdAt", "Check"."id"`;
const WAITING = `"CheckTurn" AS "turn" JOIN "Check" ON "Check"."id" = "turn"."checkId" WHERE "turn"."workerId" IS NULL`;
const ALIVE = `SELECT "id" FROM "Worker" WHERE "at" > clock_timestamp() - interval '${DEAD_AFTER_MS} ms'`;

export function createClaims(pool: Pool, { id, name, version }: WorkerName): Claims {
  const rows = async <R extends object>(sql: string, values: unknown[] = []): Promise<R[]> =>
    (await pool.query<R>(sql, values)).rows;

  return {
    async next(fullCallers) {
      const [row] = await rows<{ checkId: string; caller: string }>(
        `UPDATE "CheckTurn" SET "workerId" = $1 WHERE "checkId" = (
           SELECT "turn"."checkId" FROM ${WAITING} AND "turn"."caller" <> ALL ($2) AND "Check"."schemaVersion" = $3
           ORDER BY ${IN_ORDER} LIMIT 1 FOR UPDATE OF "turn" SKIP LOCKED)
         RETURNING "checkId", "caller"`,
        [id, fullCallers, SCHEMA_VERSION],
      );
      return row ?? null;
    },

    async take(checkId) {
      const taken = await rows(
        `UPDATE "CheckTurn" SET "workerId" = $1 WHERE "checkId" = $2 AND "workerId" IS NULL RETURNING 1`,
        [id, checkId],
      );
      return taken.length > 0;
    },

    async release(checkId) {
      await pool.query(
        `WITH "gone" AS (DELETE FROM "CheckTurn" WHERE "checkId" = $1 AND "workerId" = $2 RETURNING 1)
         SELECT pg_notify($3, $4) FROM "gone"`,
        [checkId, id, NEWS_CHANNEL, `ended ${checkId}`],
      );
    },

    async find(checkId) {
      const [row] = await rows<QueuedTurn>(
        `SELECT "caller", "workerId" FROM "CheckTurn" WHERE "checkId" = $1`,
        [checkId],
      );
      return row ?? null;
    },

    async place(checkId) {
      const [row] = await rows<{ place: string }>(
        `SELECT "place" FROM (SELECT "turn"."checkId", row_number() OVER (ORDER BY ${IN_ORDER}) AS "place"
           FROM ${WAITING}) AS "places" WHERE "checkId" = $1`,
        [checkId],
      );
      return row === undefined ? null : Number(row.place);
    },

    async counts(lent) {
      const [row] = await rows<Record<'running' | 'lent' | 'queued', string>>(
        `SELECT count("workerId") AS "running", count(*) - count("workerId") AS "queued",
           (SELECT coalesce(sum("lent"), 0) FROM "Worker" WHERE "id" <> $1) AS "lent" FROM "CheckTurn"`,
        [id],
      );
      return {
        running: Number(row?.running ?? 0),
        queued: Number(row?.queued ?? 0),
        lent: Number(row?.lent ?? 0) + lent,
      };
    },

    async of(caller) {
      const [row] = await rows<{ count: string }>(`SELECT count(*) FROM "CheckTurn" WHERE "caller" = $1`, [
        caller,
      ]);
      return Number(row?.count ?? 0);
    },

    async underWay() {
      return (
        await rows<Record<keyof StartedCheck, string | null> & { id: string }>(
          `SELECT "id", "watchId", "retestOf" FROM "CheckTurn" JOIN "Check" ON "Check"."id" = "checkId"`,
        )
      ).map(({ id: checkId, watchId, retestOf }) => ({
        id: checkId,
        ...(watchId !== null && { watchId }),
        ...(retestOf !== null && { retestOf }),
      }));
    },

    async over(checkIds) {
      const ended = await rows<{ id: string }>(
        `SELECT "id" FROM "Check" WHERE "id" = ANY ($1) AND "id" NOT IN (SELECT "checkId" FROM "CheckTurn")`,
        [checkIds],
      );
      return ended.map((row) => row.id);
    },

    async hasForeign() {
      const foreign = await rows(`SELECT 1 FROM ${WAITING} AND "Check"."schemaVersion" <> $1 LIMIT 1`, [
        SCHEMA_VERSION,
      ]);
      return foreign.length > 0;
    },

    async beginSession(checkId) {
      const begun = await rows(
        `UPDATE "CheckTurn" SET "hasSession" = TRUE WHERE "checkId" = $1 AND "workerId" = $2 RETURNING 1`,
        [checkId, id],
      );
      return begun.length > 0;
    },

    async stop(checkId) {
      await pool.query(
        `WITH "asked" AS (UPDATE "CheckTurn" SET "isStopped" = TRUE WHERE "checkId" = $1 RETURNING 1)
         SELECT pg_notify($2, $3) FROM "asked"`,
        [checkId, NEWS_CHANNEL, `stop ${checkId}`],
      );
    },

    async stopped() {
      const asked = await rows<{ checkId: string }>(
        `SELECT "checkId" FROM "CheckTurn" WHERE "workerId" = $1 AND "isStopped"`,
        [id],
      );
      return asked.map(({ checkId }) => checkId);
    },

    async pulse(lent) {
      const [row] = await rows<{ since: string | null; now: string }>(
        `WITH "last" AS (SELECT "at" FROM "Worker" WHERE "id" = $1),
           "kept" AS (INSERT INTO "Worker" ("id", "name", "version", "at", "lent")
             VALUES ($1, $2, $3, clock_timestamp(), $4)
             ON CONFLICT ("id") DO UPDATE SET "at" = clock_timestamp(), "lent" = $4)
         SELECT extract(epoch FROM clock_timestamp()) * 1000 AS "now",
           (SELECT extract(epoch FROM clock_timestamp() - "at") * 1000 FROM "last") AS "since"`,
        [id, name, version, lent],
      );
      const since = row?.since ?? null;
      return { sinceMs: since === null ? null : Number(since), now: Number(row?.now ?? 0) };
    },

    async leave() {
      await pool.query(`DELETE FROM "Worker" WHERE "id" = $1`, [id]);
    },

    async orphans() {
      // Of an older version, or moved here: what waits goes on waiting, and what ran has had its process.
      await pool.query(
        `INSERT INTO "CheckTurn" ("checkId", "priority", "caller", "round", "workerId", "hasSession")
         SELECT "id", 0, coalesce("caller", 'nobody'), 0, CASE "status" WHEN 'running' THEN '' END, "status" = 'running'
         FROM "Check" WHERE "status" IN ('queued', 'running') AND "id" NOT IN (SELECT "checkId" FROM "CheckTurn")
         ON CONFLICT DO NOTHING`,
      );
      const orphans = await rows<Orphan>(
        `UPDATE "CheckTurn" SET "workerId" = $1 WHERE "workerId" IS NOT NULL AND "workerId" NOT IN (${ALIVE})
         RETURNING "checkId", "hasSession", "isAgain"`,
        [id],
      );
      await pool.query(`DELETE FROM "Worker" WHERE "id" NOT IN (${ALIVE})`);
      return orphans;
    },

    async giveBack(checkId) {
      await pool.query(
        `WITH "back" AS (UPDATE "CheckTurn" SET "workerId" = NULL, "isAgain" = TRUE
             WHERE "checkId" = $1 AND "workerId" = $2 RETURNING "checkId", "priority"),
           "events" AS (DELETE FROM "CheckEvent" WHERE "checkId" IN (SELECT "checkId" FROM "back")),
           "check" AS (UPDATE "Check" SET "status" = 'queued', "startedAt" = NULL
             WHERE "id" IN (SELECT "checkId" FROM "back"))
         SELECT graphile_worker.add_job($3, '{}'::json, priority => "priority", flags => ARRAY[$3]) FROM "back"`,
        [checkId, id, TURN_TASK],
      );
    },
  };
}
