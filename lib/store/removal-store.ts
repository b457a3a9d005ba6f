import type { Dialect } from './dialect';
import { Prisma, type PrismaClient } from './generated/client';
import { type Keepable, keepingIn } from './keep-store';

/** What may be removed, oldest first. */
interface RemovalQuery {
  /** Made before; what was made at this time stays. Null: whenever it was made. */
  before: Date | null;
  most: number;
  /** Only checks of watches that have seen what was seen before. */
  onlyRoutine?: boolean;
}

/** Whether something that is kept whatever its age goes as well. */
interface RemovalWay {
  evenKept: boolean;
}

/**
 * The part of the store that lets go. What is under way, will be repeated by itself, or is kept whatever its age is never among
 * what may go.
 */
export interface RemovalStore {
  removableChecks(query: RemovalQuery): Promise<string[]>;
  removableMails(query: RemovalQuery): Promise<string[]>;
  /** With its evidence and everything else that is kept of it. False when there is none, it is under way, or it is kept. */
  removeCheck(id: string, way: RemovalWay): Promise<boolean>;
  /** With the message, its links and its rows in counts; by the id that shows everything. False when there is none, or it is kept. */
  removeMail(id: string, way: RemovalWay): Promise<boolean>;
  /**
   * When the check before which n newer ones were made was made, without those of watches that saw nothing new; null when there are not
   * so many.
   */
  timeOfCheck(n: number): Promise<Date | null>;
  timeOfMail(n: number): Promise<Date | null>;
}

export function removalStore(prisma: PrismaClient, dialect: Dialect): RemovalStore {
  return {
    async removableChecks({ before, most, onlyRoutine = false }) {
      return idsOf(
        await prisma.$queryRaw<Row[]>`
          SELECT "id" FROM "Check" AS "one"
          WHERE ${madeBefore(before)} AND "status" NOT IN (${Prisma.join(UNDER_WAY)}) AND "keptSince" IS NULL
            AND ${onlyRoutine ? Prisma.sql`"isRoutine" = TRUE` : Prisma.sql`TRUE`}
            AND NOT EXISTS (SELECT 1 FROM "NoteLink" WHERE "objectId" = "one"."id")
            AND NOT EXISTS (SELECT 1 FROM "Share" WHERE "checkId" = "one"."id" AND "endedAt" IS NULL)
            AND NOT EXISTS (
              SELECT 1 FROM "Retest" WHERE "ending" IS NULL AND "firstId" IN ("one"."id", "one"."retestOf"))
          ORDER BY "createdAt", "id" LIMIT ${most}`,
      );
    },

    async removableMails({ before, most }) {
      return idsOf(
        await prisma.$queryRaw<Row[]>`
          SELECT "id" FROM "Mail" AS "one"
          WHERE ${madeBefore(before)} AND "keptSince" IS NULL
            AND NOT EXISTS (SELECT 1 FROM "NoteLink" WHERE "objectId" IN ("one"."id", "one"."sharedId"))
            AND NOT EXISTS (SELECT 1 FROM "Share" WHERE "mailId" = "one"."id" AND "endedAt" IS NULL)
          ORDER BY "createdAt", "id" LIMIT ${most}`,
      );
    },

    async removeCheck(id, way) {
      return dialect.alone(async (tx) => {
        if (await staysIn(tx, 'check', id, way)) return false;
        // Events and evidence go with it.
        const { count } = await tx.check.deleteMany({
          where: { id, status: { notIn: UNDER_WAY }, ...unkept(way) },
        });
        if (count > 0) await tx.retest.deleteMany({ where: { firstId: id } });
        return count > 0;
      });
    },

    async removeMail(id, way) {
      return dialect.alone(async (tx) => {
        if (await staysIn(tx, 'mail', id, way)) return false;
        const { count } = await tx.mail.deleteMany({ where: { id, ...unkept(way) } });
        await tx.mailPiece.deleteMany({ where: { mailId: id } });
        return count > 0;
      });
    },

    async timeOfCheck(n) {
      const row = await prisma.check.findFirst({
        where: { isRoutine: false },
        orderBy: NEWEST_FIRST,
        skip: n,
        select: { createdAt: true },
      });
      return row?.createdAt ?? null;
    },

    async timeOfMail(n) {
      const row = await prisma.mail.findFirst({
        orderBy: NEWEST_FIRST,
        skip: n,
        select: { createdAt: true },
      });
      return row?.createdAt ?? null;
    },
  };
}

/** Words of a check that has not ended. */
export const UNDER_WAY = ['queued', 'running'];

const NEWEST_FIRST = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

function madeBefore(before: Date | null): Prisma.Sql {
  return before === null ? Prisma.sql`TRUE` : Prisma.sql`"createdAt" < ${before}`;
}

/** Looked at once more when its turn comes: somebody may have kept it meanwhile. */
async function staysIn(
  tx: Prisma.TransactionClient,
  kind: Keepable,
  id: string,
  { evenKept }: RemovalWay,
): Promise<boolean> {
  if (evenKept) return false;
  const { byHand, byNote, byShare } = await keepingIn(tx, kind, id);
  return byHand !== null || byNote || byShare;
}

/** Nobody has kept it by hand, not even in this moment. */
function unkept({ evenKept }: RemovalWay): { keptSince?: null } {
  return evenKept ? {} : { keptSince: null };
}

interface Row {
  id: string;
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id);
}
