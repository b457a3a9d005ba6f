import { Watched } from '@/lib/watch/watched';
import {
  type Alert,
  Changes,
  type Receiver,
  ReceiverWay,
  type ToldAlert,
  type Watch,
} from '@/lib/watch/watch';
import { QuietHours } from '@/lib/watch/quiet';
import type { Place } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';

/** An alert on its way to one receiver. */
export interface Delivery {
  alert: Alert;
  receiver: Receiver;
  /** Tries so far. */
  tries: number;
  nextAt: Date;
}

/** What follows from a try of a watch. */
type WatchProgress = Pick<Watch, 'known' | 'doubted' | 'since' | 'lastCheckId'>;

/** The part of the store that knows what is watched, and whom changes are told. */
export interface WatchStore {
  /** By domain. */
  watches(): Promise<Watch[]>;
  watchesOf(domain: string): Promise<Watch[]>;
  readWatch(id: string): Promise<Watch | null>;
  /** False when the same is watched already. */
  addWatch(watch: Watch): Promise<boolean>;
  /** When it is tried next; null: paused. False when there is no such watch. */
  planWatch(id: string, nextAt: Date | null): Promise<boolean>;
  /** Watches that are due, the longest due first. */
  dueWatches(now: Date): Promise<Watch[]>;
  /** When the next watch is due; null when none is. */
  nextWatchAt(): Promise<Date | null>;
  /** Keeps what a try has led to, with the alert that it caused, all or nothing; `soon`: a try before the planned one. */
  keepProgress(
    watch: Pick<Watch, 'id' | 'domain' | 'target' | 'receivers'>,
    progress: WatchProgress,
    after: { alert: Alert | null; soon: Date | null; isRoutine: boolean },
  ): Promise<void>;
  /** What it told stays. Returns what was watched; null when there is no such watch. */
  removeWatch(id: string): Promise<string | null>;
  /** Newest first, before a place of the list. */
  alertsOf(query: { domain: string; before: Place | null; limit: number }): Promise<ToldAlert[]>;
  newestAlerts(limit: number): Promise<ToldAlert[]>;
  /** By name. */
  receivers(): Promise<Receiver[]>;
  readReceiver(id: string): Promise<Receiver | null>;
  /** False when another one has this name. */
  addReceiver(receiver: Receiver): Promise<boolean>;
  /** With what is on its way to it. Returns its name; null when there is none. */
  removeReceiver(id: string): Promise<string | null>;
  /** Of each receiver that has not been told everything, the oldest of what it has not, so many at most. */
  waitingDeliveries(most: number): Promise<Delivery[][]>;
  delivered(delivery: Delivery, at: Date): Promise<void>;
  /** A try failed, or has to wait; `nextAt` null: it is given up. */
  putOff(
    delivery: Delivery,
    how: { nextAt: Date | null; problem: string | null; isTry: boolean },
  ): Promise<void>;
  /** Alerts of before this time go. */
  removeAlerts(before: Date): Promise<void>;
  removeAlertsOf(domain: string): Promise<void>;
}

const WITH_RECEIVERS = { include: { receivers: { select: { receiverId: true } } } } as const;
const WITH_DELIVERIES = {
  include: {
    deliveries: { include: { receiver: { select: { name: true } } }, orderBy: { receiverId: 'asc' } },
  },
} as const;
const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.AlertOrderByWithRelationInput[];

type WatchRow = Prisma.WatchGetPayload<typeof WITH_RECEIVERS>;
type AlertRow = Prisma.AlertGetPayload<typeof WITH_DELIVERIES>;
type ReceiverRow = Prisma.ReceiverGetPayload<object>;

export function watchStore(prisma: PrismaClient): WatchStore {
  const find = async (query: Prisma.WatchFindManyArgs): Promise<Watch[]> =>
    (await prisma.watch.findMany({ ...query, ...WITH_RECEIVERS })).map(watchOf);

  return {
    watches: () => find({ orderBy: [{ domain: 'asc' }, { createdAt: 'asc' }] }),
    watchesOf: (domain) => find({ where: { domain }, orderBy: { createdAt: 'asc' } }),

    async readWatch(id) {
      const row = await prisma.watch.findUnique({ where: { id }, ...WITH_RECEIVERS });
      return row && watchOf(row);
    },

    async addWatch({ receivers, known, doubted, ...watch }) {
      const { target, depth } = watch;
      return prisma.$transaction(async (tx) => {
        if ((await tx.watch.count({ where: { target, depth } })) > 0) return false;
        await tx.watch.createMany({ data: { ...watch, known: textOf(known), doubted: textOf(doubted) } });
        await tx.watchReceiver.createMany({
          data: receivers.map((receiverId) => ({ watchId: watch.id, receiverId })),
        });
        return true;
      });
    },

    async planWatch(id, nextAt) {
      return (await prisma.watch.updateMany({ where: { id }, data: { nextAt } })).count > 0;
    },

    dueWatches: (now) => find({ where: { nextAt: { lte: now } }, orderBy: { nextAt: 'asc' } }),

    async nextWatchAt() {
      return (await prisma.watch.aggregate({ _min: { nextAt: true } }))._min.nextAt;
    },

    async keepProgress({ id, domain, target, receivers }, { known, doubted, ...progress }, after) {
      const { alert, soon, isRoutine } = after;
      const data = { ...progress, known: textOf(known), doubted: textOf(doubted) };
      await prisma.$transaction([
        prisma.watch.updateMany({ where: { id }, data }),
        // A watch that was paused meanwhile stays so.
        ...(soon === null
          ? []
          : [prisma.watch.updateMany({ where: { id, nextAt: { gt: soon } }, data: { nextAt: soon } })]),
        ...(progress.lastCheckId === null
          ? []
          : [prisma.check.updateMany({ where: { id: progress.lastCheckId }, data: { isRoutine } })]),
        ...(alert === null
          ? []
          : [
              prisma.alert.createMany({
                data: {
                  id: alert.id,
                  watchId: id,
                  target,
                  domain,
                  at: alert.at,
                  checkId: alert.checkId,
                  changes: JSON.stringify(alert.changes),
                  since: alert.since,
                },
              }),
              prisma.delivery.createMany({
                data: receivers.map((receiverId) => ({ alertId: alert.id, receiverId, nextAt: alert.at })),
              }),
            ]),
      ]);
    },

    async removeWatch(id) {
      const row = await prisma.watch.findUnique({ where: { id }, select: { target: true } });
      await prisma.watch.deleteMany({ where: { id } });
      return row?.target ?? null;
    },

    async alertsOf({ domain, before, limit }) {
      const rows = await prisma.alert.findMany({
        where: {
          domain,
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

    receivers: async () => (await prisma.receiver.findMany({ orderBy: { name: 'asc' } })).map(receiverOf),

    async readReceiver(id) {
      const row = await prisma.receiver.findUnique({ where: { id } });
      return row && receiverOf(row);
    },

    async addReceiver({ quiet, ...receiver }) {
      const { name } = receiver;
      return prisma.$transaction(async (tx) => {
        if ((await tx.receiver.count({ where: { name } })) > 0) return false;
        await tx.receiver.createMany({ data: { ...receiver, quiet: textOf(quiet) } });
        return true;
      });
    },

    async removeReceiver(id) {
      const row = await prisma.receiver.findUnique({ where: { id }, select: { name: true } });
      await prisma.receiver.deleteMany({ where: { id } });
      return row?.name ?? null;
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
          return rows.map(({ alert, receiver, tries, nextAt }) => ({
            alert: alertOf(alert),
            receiver: receiverOf(receiver),
            tries,
            nextAt: nextAt ?? alert.at,
          }));
        }),
      );
    },

    async delivered({ alert, receiver }, at) {
      await prisma.delivery.updateMany({
        where: { alertId: alert.id, receiverId: receiver.id },
        data: { nextAt: null, deliveredAt: at, problem: null, tries: { increment: 1 } },
      });
    },

    async putOff({ alert, receiver }, { nextAt, problem, isTry }) {
      await prisma.delivery.updateMany({
        where: { alertId: alert.id, receiverId: receiver.id },
        data: { nextAt, problem, ...(isTry && { tries: { increment: 1 } }) },
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

function watchOf({ receivers, known, doubted, depth, ...row }: WatchRow): Watch {
  return {
    ...row,
    depth: depth === 'greeting' ? 'greeting' : 'envelope',
    known: watchedIn(known),
    doubted: watchedIn(doubted),
    receivers: receivers.map(({ receiverId }) => receiverId),
  };
}

/** What no version of today has written is begun anew. */
function watchedIn(text: string | null): Watched | null {
  return text === null ? null : Watched.nullable().catch(null).parse(JSON.parse(text));
}

function alertOf({ changes, domain: _, ...row }: Omit<AlertRow, 'deliveries'>): Alert {
  return { ...row, changes: Changes.catch([]).parse(JSON.parse(changes)) };
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

function receiverOf({ way, quiet, ...row }: ReceiverRow): Receiver {
  return {
    ...row,
    way: ReceiverWay.parse(way),
    quiet: quiet === null ? null : QuietHours.parse(JSON.parse(quiet)),
  };
}

function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
