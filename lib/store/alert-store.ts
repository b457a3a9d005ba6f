import { type Alert, Changes, type Receiver, type ToldAlert } from '@/lib/watch/watch';
import type { Place } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';
import { jsonIn } from './json-column';
import { receiverOf } from './receiver-store';

/** An alert on its way to one receiver. */
export interface Delivery {
  alert: Alert;
  receiver: Receiver;
  /** Tries so far. */
  tries: number;
  nextAt: Date;
}

/** The part of the store that knows what watches have told, and whom. */
export interface AlertStore {
  /** Newest first, before a place of the list; only those of lists, or of either kind. */
  alertsOf(query: {
    domain: string;
    before: Place | null;
    limit: number;
    ofLists?: boolean;
  }): Promise<ToldAlert[]>;
  newestAlerts(limit: number): Promise<ToldAlert[]>;
  /** Of each receiver that has not been told everything, the oldest of what it has not, so many at most. */
  waitingDeliveries(most: number): Promise<Delivery[][]>;
  delivered(delivery: Delivery, at: Date): Promise<void>;
  /** It has to wait. */
  putOff(delivery: Delivery, nextAt: Date): Promise<void>;
  /** A try begins; unless more is said of it, the next one is then. */
  beginTry(delivery: Delivery, nextAt: Date): Promise<void>;
  /** The try has failed; `nextAt` null: it is given up. */
  failTry(delivery: Delivery, nextAt: Date | null, problem: string): Promise<void>;
  /** What waits for these receivers is tried now: there is reason to believe that they take it. */
  wakeDeliveries(receiverIds: readonly string[], now: Date): Promise<void>;
  /** Alerts of before this time go. */
  removeAlerts(before: Date): Promise<void>;
  removeAlertsOf(domain: string): Promise<void>;
}

const WITH_DELIVERIES = {
  include: {
    deliveries: { include: { receiver: { select: { name: true } } }, orderBy: { receiver: { name: 'asc' } } },
  },
} as const;
const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.AlertOrderByWithRelationInput[];

type AlertRow = Prisma.AlertGetPayload<typeof WITH_DELIVERIES>;

export function alertStore(prisma: PrismaClient): AlertStore {
  const change = async (
    { alert, receiver }: Delivery,
    data: Prisma.DeliveryUpdateManyMutationInput,
  ): Promise<void> => {
    await prisma.delivery.updateMany({ where: { alertId: alert.id, receiverId: receiver.id }, data });
  };

  return {
    async alertsOf({ domain, before, limit, ofLists = false }) {
      const rows = await prisma.alert.findMany({
        where: {
          domain,
          ...(ofLists && { checkId: null }),
          ...(before !== null && {
            at: { lte: before.createdAt },
            OR: [{ at: { lt: before.createdAt } }, { id: { lt: before.id } }],
          }),
        },
        orderBy: NEWEST_FIRST,
        take: limit,
        ...WITH_DELIVERIES,
      });
      return rows.map(toldOf);
    },

    async newestAlerts(limit) {
      return (await prisma.alert.findMany({ orderBy: NEWEST_FIRST, take: limit, ...WITH_DELIVERIES })).map(
        toldOf,
      );
    },

    async waitingDeliveries(most) {
      const waiting = { nextAt: { not: null } };
      const receivers = await prisma.delivery.groupBy({ by: ['receiverId'], where: waiting });
      return Promise.all(
        receivers.map(async ({ receiverId }) => {
          const rows = await prisma.delivery.findMany({
            where: { ...waiting, receiverId },
            orderBy: [{ alert: { at: 'asc' } }, { alertId: 'asc' }],
            take: most,
            include: { alert: true, receiver: true },
          });
          return rows.flatMap(({ alert, receiver: row, tries, nextAt }) =>
            receiverOf(row).map((receiver) => ({
              alert: alertOf(alert),
              receiver,
              tries,
              nextAt: nextAt ?? alert.at,
            })),
          );
        }),
      );
    },

    async delivered(delivery, at) {
      await change(delivery, { nextAt: null, deliveredAt: at, problem: null });
    },

    async putOff(delivery, nextAt) {
      await change(delivery, { nextAt });
    },

    async beginTry(delivery, nextAt) {
      await change(delivery, { nextAt, tries: { increment: 1 } });
    },

    async failTry(delivery, nextAt, problem) {
      await change(delivery, { nextAt, problem });
    },

    async wakeDeliveries(receiverIds, now) {
      await prisma.delivery.updateMany({
        where: { receiverId: { in: [...receiverIds] }, nextAt: { gt: now } },
        data: { nextAt: now },
      });
    },

    async removeAlerts(before) {
      await prisma.alert.deleteMany({ where: { at: { lt: before } } });
    },

    async removeAlertsOf(domain) {
      await prisma.alert.deleteMany({ where: { domain } });
    },
  };
}

function alertOf({ changes, domain: _, ...row }: Omit<AlertRow, 'deliveries'>): Alert {
  return { ...row, changes: Changes.safeParse(jsonIn(changes)).data ?? [] };
}

function toldOf({ deliveries, ...row }: AlertRow): ToldAlert {
  return {
    ...alertOf(row),
    deliveries: deliveries.map(({ receiver, deliveredAt, nextAt, problem }) => ({
      to: receiver.name,
      deliveredAt,
      nextAt,
      problem,
    })),
  };
}
