import type { QueuedCheck } from '../dialect';
import type { Prisma } from '../generated/client';
import { NOBODY, PRIORITIES, priorityOf } from '../priority';
import { EVENTS_CHANNEL } from './channels';
import { TURN_TASK } from './jobs';

/**
 * Puts a check behind the others of its caller and priority: in the round after the last of them that waits, or else in the one that is
 * on. A job wakes up one process that has a slot free; which check begins then is decided by the rows that wait.
 */
export function queueRows(
  tx: Prisma.TransactionClient,
  { id, caller = NOBODY, ...started }: QueuedCheck,
): Prisma.PrismaPromise<unknown>[] {
  const priority = PRIORITIES.indexOf(priorityOf(started));
  return [
    tx.$executeRaw`
      INSERT INTO "CheckTurn" ("checkId", "priority", "caller", "round")
      SELECT ${id}, ${priority}::int, ${caller}, coalesce(
        (SELECT max("round") + 1 FROM "CheckTurn"
           WHERE "workerId" IS NULL AND "priority" = ${priority}::int AND "caller" = ${caller}),
        (SELECT min("round") FROM "CheckTurn" WHERE "workerId" IS NULL AND "priority" = ${priority}::int),
        0)`,
    tx.$executeRaw`
      SELECT graphile_worker.add_job(
        ${TURN_TASK}::text, '{}'::json, priority => ${priority}::int, flags => ARRAY[${TURN_TASK}::text])`,
  ];
}

export function tellEvents(
  tx: Prisma.TransactionClient,
  checkId: string,
  seq: number,
): Prisma.PrismaPromise<unknown> {
  return tx.$executeRaw`SELECT pg_notify(${EVENTS_CHANNEL}, ${`${checkId}:${seq}`})`;
}
