import type { Prisma, PrismaClient } from './generated/client';

/** What may be removed, oldest first. */
interface RemovalQuery {
  /** Made before; what was made at this time stays. */
  before: Date;
  most: number;
}

/** The part of the store that lets go. What is under way, or will be repeated by itself, is never among what may go. */
export interface RemovalStore {
  removableChecks(query: RemovalQuery): Promise<string[]>;
  removableMails(query: RemovalQuery): Promise<string[]>;
  /** With its evidence and everything else that is kept of it. False when there is none, or it is under way. */
  removeCheck(id: string): Promise<boolean>;
  /** With the message and its rows in counts; by the id that shows everything. False when there is none. */
  removeMail(id: string): Promise<boolean>;
  /** When the check before which n newer ones were made was made; null when there are not so many. */
  timeOfCheck(n: number): Promise<Date | null>;
  timeOfMail(n: number): Promise<Date | null>;
}

export function removalStore(prisma: PrismaClient): RemovalStore {
  return {
    async removableChecks({ before, most }) {
      const goingOn = await prisma.retest.findMany({ where: { ending: null }, select: { firstId: true } });
      const firstIds = goingOn.map(({ firstId }) => firstId);
      const where: Prisma.CheckWhereInput = {
        createdAt: { lt: before },
        ...ENDED,
        id: { notIn: firstIds },
        OR: [{ retestOf: null }, { retestOf: { notIn: firstIds } }],
      };
      return idsOf(
        await prisma.check.findMany({ where, select: { id: true }, orderBy: inOrder('asc'), take: most }),
      );
    },

    async removableMails({ before, most }) {
      const where = { createdAt: { lt: before } };
      return idsOf(
        await prisma.mail.findMany({ where, select: { id: true }, orderBy: inOrder('asc'), take: most }),
      );
    },

    async removeCheck(id) {
      return prisma.$transaction(async (tx) => {
        // Events and evidence go with it.
        const { count } = await tx.check.deleteMany({ where: { id, ...ENDED } });
        if (count > 0) await tx.retest.deleteMany({ where: { firstId: id } });
        return count > 0;
      });
    },

    async removeMail(id) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.mail.deleteMany({ where: { id } });
        await tx.mailPiece.deleteMany({ where: { mailId: id } });
        return count > 0;
      });
    },

    async timeOfCheck(n) {
      const row = await prisma.check.findFirst({
        orderBy: inOrder('desc'),
        skip: n,
        select: { createdAt: true },
      });
      return row?.createdAt ?? null;
    },

    async timeOfMail(n) {
      const row = await prisma.mail.findFirst({
        orderBy: inOrder('desc'),
        skip: n,
        select: { createdAt: true },
      });
      return row?.createdAt ?? null;
    },
  };
}

/** Nothing can be pinned yet (by a note, by a link that was shared): whatever will be is left out here. */
const ENDED = { status: { notIn: ['queued', 'running'] } };

/** By when they were made. */
function inOrder(way: Prisma.SortOrder) {
  return [{ createdAt: way }, { id: way }];
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
