import { Retest, RetestTry } from '@/lib/report/retest';
import type { Check, Prisma, PrismaClient } from './generated/client';
import { type CheckStore, RetestUnplanned } from './store';

type RetestVerbs = Pick<
  CheckStore,
  'readRetest' | 'planRetest' | 'endRetest' | 'plannedRetests' | 'unplannedRetests'
>;

/** The part of the store that knows what is to be repeated by itself. */
export function retestStore(prisma: PrismaClient): RetestVerbs {
  return {
    async readRetest(firstId) {
      // Asked at every view of a check: most are never repeated, and cost one query.
      if ((await prisma.retest.count({ where: { firstId } })) === 0) return null;
      const [row, rows] = await prisma.$transaction([
        prisma.retest.findUnique({ where: { firstId } }),
        prisma.check.findMany({
          where: { OR: [{ id: firstId }, { retestOf: firstId }] },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        }),
      ]);
      if (row === null) return null;
      return {
        firstId,
        reason: Retest.shape.reason.parse(row.reason),
        tries: rows.map(tryOf),
        nextAt: row.nextAt?.toISOString() ?? null,
        ending: Retest.shape.ending.parse(row.ending),
      };
    },

    async planRetest(firstId, reason, nextAt) {
      await prisma.retest.upsert({
        where: { firstId },
        create: { firstId, reason, nextAt },
        update: { nextAt, ending: null },
      });
    },

    async endRetest(firstId, ending) {
      const { count } = await prisma.retest.updateMany({
        where: { firstId, ending: null },
        data: { ending, nextAt: null },
      });
      return count > 0;
    },

    async plannedRetests() {
      const rows = await prisma.retest.findMany({
        where: { nextAt: { not: null } },
        orderBy: { nextAt: 'asc' },
      });
      return rows.flatMap(({ firstId, nextAt }) => (nextAt === null ? [] : [{ firstId, nextAt }]));
    },

    async unplannedRetests() {
      const rows = await prisma.retest.findMany({ where: { nextAt: null, ending: null } });
      return rows.map(({ firstId }) => firstId);
    },
  };
}

/** The plan becomes a try. Throws `RetestUnplanned` when it is gone. */
export async function beginRetest(tx: Prisma.TransactionClient, firstId: string): Promise<void> {
  const { count } = await tx.retest.updateMany({
    where: { firstId, nextAt: { not: null } },
    data: { nextAt: null },
  });
  if (count === 0) throw new RetestUnplanned();
}

function tryOf(row: Check): RetestTry {
  return {
    id: row.id,
    at: (row.startedAt ?? row.createdAt).toISOString(),
    status: RetestTry.shape.status.parse(row.status),
    outcome: RetestTry.shape.outcome.parse(row.verdictOutcome),
    code: row.verdictCode,
  };
}
