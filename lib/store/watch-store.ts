import { Knowledge, NOTHING_KNOWN } from '@/lib/watch/follow';
import {
  type Alert,
  Changes,
  type Receiver,
  ReceiverWay,
  type ToldAlert,
  type Watch,
} from '@/lib/watch/watch';
import { OwnFailure } from '@/lib/watch/own-failure';
import { QuietHours } from '@/lib/watch/quiet';
import type { Place } from './cursor';
import type { Prisma, PrismaClient } from './generated/client';

/** A watch by its plan alone. */
type PlannedWatch = Pick<Watch, 'id' | 'everyMinutes'> & { nextAt: Date };

/** An alert on its way to one receiver. */
export interface Delivery {
  alert: Alert;
  receiver: Receiver;
  /** Tries so far. */
  tries: number;
  nextAt: Date;
}

/** What follows from a try of a watch. */
type WatchProgress = Pick<Watch, 'knowledge' | 'since' | 'blind' | 'ownFailure' | 'lastCheckId'>;

/** The part of the store that knows what is watched, and whom changes are told. */
export interface WatchStore {
  /** By domain. */
  watches(): Promise<Watch[]>;
  watchesOf(domain: string): Promise<Watch[]>;
  readWatch(id: string): Promise<Watch | null>;
  /** False when the same is watched already. */
  addWatch(watch: Watch): Promise<boolean>;
  /** When it is tried next. False when there is no such watch. */
  planWatch(id: string, nextAt: Date): Promise<boolean>;
  /** No more tries; what was in doubt is no longer. False when there is no such watch. */
  pauseWatch(id: string, knowledge: Knowledge): Promise<boolean>;
  /** The same unless its plan has changed since it was read: then false. */
  takeWatch(watch: Pick<Watch, 'id' | 'nextAt'>, nextAt: Date): Promise<boolean>;
  /** Whom it tells, and how often it is tried. False when there is no such watch. */
  changeWatch(id: string, change: Pick<Watch, 'everyMinutes' | 'receivers'>): Promise<boolean>;
  /** Watches that are not paused, soonest first. */
  plannedWatches(): Promise<PlannedWatch[]>;
  /** Keeps what a try has led to, with the alert that it caused, all or nothing. A watch that was paused meanwhile stays so. */
  keepProgress(
    watch: Pick<Watch, 'id' | 'domain' | 'target' | 'receivers'>,
    progress: WatchProgress,
    after: { alert: Alert | null; nextAt: Date; isRoutine: boolean },
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
  /** As it is from now on. False when another one has this name. */
  changeReceiver(receiver: Receiver): Promise<boolean>;
  /** With what is on its way to it. Returns its name; null when there is none. */
  removeReceiver(id: string): Promise<string | null>;
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

const WITH_RECEIVERS = { include: { receivers: { select: { receiverId: true } } } } as const;
const WITH_DELIVERIES = {
  include: {
    deliveries: { include: { receiver: { select: { name: true } } }, orderBy: { receiver: { name: 'asc' } } },
  },
} as const;
const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.AlertOrderByWithRelationInput[];

type WatchRow = Prisma.WatchGetPayload<typeof WITH_RECEIVERS>;
type AlertRow = Prisma.AlertGetPayload<typeof WITH_DELIVERIES>;
type ReceiverRow = Prisma.ReceiverGetPayload<object>;

export function watchStore(prisma: PrismaClient): WatchStore {
  const find = async (query: Prisma.WatchFindManyArgs): Promise<Watch[]> =>
    (await prisma.watch.findMany({ ...query, ...WITH_RECEIVERS })).map(watchOf);

  const change = async (
    { alert, receiver }: Delivery,
    data: Prisma.DeliveryUpdateManyMutationInput,
  ): Promise<void> => {
    await prisma.delivery.updateMany({ where: { alertId: alert.id, receiverId: receiver.id }, data });
  };

  return {
    watches: () => find({ orderBy: [{ domain: 'asc' }, { createdAt: 'asc' }] }),
    watchesOf: (domain) => find({ where: { domain }, orderBy: { createdAt: 'asc' } }),

    async readWatch(id) {
      const row = await prisma.watch.findUnique({ where: { id }, ...WITH_RECEIVERS });
      return row && watchOf(row);
    },

    async addWatch({ receivers, knowledge, ownFailure, ...watch }) {
      const { id, target } = watch;
      return prisma.$transaction(async (tx) => {
        if ((await tx.watch.count({ where: { target } })) > 0) return false;
        const json = { knowledge: JSON.stringify(knowledge), ownFailure: textOf(ownFailure) };
        await tx.watch.createMany({ data: { ...watch, ...json } });
        await tx.watchReceiver.createMany({ data: rowsOf(id, receivers) });
        return true;
      });
    },

    async planWatch(id, nextAt) {
      return (await prisma.watch.updateMany({ where: { id }, data: { nextAt } })).count > 0;
    },

    async pauseWatch(id, knowledge) {
      const data = { nextAt: null, knowledge: JSON.stringify(knowledge) };
      return (await prisma.watch.updateMany({ where: { id }, data })).count > 0;
    },

    async takeWatch({ id, nextAt: was }, nextAt) {
      return (await prisma.watch.updateMany({ where: { id, nextAt: was }, data: { nextAt } })).count > 0;
    },

    async changeWatch(id, { everyMinutes, receivers }) {
      return prisma.$transaction(async (tx) => {
        if ((await tx.watch.updateMany({ where: { id }, data: { everyMinutes } })).count === 0) return false;
        await tx.watchReceiver.deleteMany({ where: { watchId: id } });
        await tx.watchReceiver.createMany({ data: rowsOf(id, receivers) });
        return true;
      });
    },

    async plannedWatches() {
      const rows = await prisma.watch.findMany({
        where: { nextAt: { not: null } },
        orderBy: { nextAt: 'asc' },
        select: { id: true, everyMinutes: true, nextAt: true },
      });
      return rows.flatMap(({ nextAt, ...row }) => (nextAt === null ? [] : [{ ...row, nextAt }]));
    },

    async keepProgress({ id, domain, target, receivers }, { knowledge, ownFailure, ...progress }, after) {
      const { alert, nextAt, isRoutine } = after;
      const { lastCheckId } = progress;
      const json = { knowledge: JSON.stringify(knowledge), ownFailure: textOf(ownFailure) };
      const data = { ...progress, ...json };
      await prisma.$transaction(async (tx) => {
        await tx.watch.updateMany({ where: { id }, data });
        await tx.watch.updateMany({ where: { id, nextAt: { not: null } }, data: { nextAt } });
        if (lastCheckId !== null)
          await tx.check.updateMany({ where: { id: lastCheckId }, data: { isRoutine } });
        if (alert === null) return;
        const { changes, ...about } = alert;
        await tx.alert.createMany({
          data: { ...about, watchId: id, target, domain, changes: JSON.stringify(changes) },
        });
        // Who has gone meanwhile is told nothing.
        const there = await tx.receiver.findMany({ where: { id: { in: receivers } }, select: { id: true } });
        await tx.delivery.createMany({
          data: there.map((receiver) => ({ alertId: alert.id, receiverId: receiver.id, nextAt: alert.at })),
        });
        // What waits for them is tried before it.
        await tx.delivery.updateMany({
          where: { receiverId: { in: receivers }, nextAt: { gt: alert.at } },
          data: { nextAt: alert.at },
        });
      });
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

    receivers: async () => (await prisma.receiver.findMany({ orderBy: { name: 'asc' } })).flatMap(receiverOf),

    async readReceiver(id) {
      const row = await prisma.receiver.findUnique({ where: { id } });
      return row && (receiverOf(row)[0] ?? null);
    },

    async addReceiver({ quiet, ...receiver }) {
      const { name } = receiver;
      return prisma.$transaction(async (tx) => {
        if ((await tx.receiver.count({ where: { name } })) > 0) return false;
        await tx.receiver.createMany({ data: { ...receiver, quiet: textOf(quiet) } });
        return true;
      });
    },

    async changeReceiver({ id, quiet, ...receiver }) {
      const { name } = receiver;
      return prisma.$transaction(async (tx) => {
        if ((await tx.receiver.count({ where: { name, NOT: { id } } })) > 0) return false;
        await tx.receiver.updateMany({ where: { id }, data: { ...receiver, quiet: textOf(quiet) } });
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

function rowsOf(watchId: string, receivers: readonly string[]) {
  return receivers.map((receiverId) => ({ watchId, receiverId }));
}

function watchOf({ receivers, knowledge, ownFailure, ...row }: WatchRow): Watch {
  return {
    ...row,
    // What no version of today has written is begun anew.
    knowledge: Knowledge.safeParse(jsonIn(knowledge)).data ?? NOTHING_KNOWN,
    ownFailure: OwnFailure.safeParse(jsonIn(ownFailure)).data ?? null,
    receivers: receivers.map(({ receiverId }) => receiverId),
  };
}

/** Null where it is none. */
function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
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

/** None where a row holds what no version writes: it can be removed, and holds up nobody else. */
function receiverOf({ way, quiet, ...row }: ReceiverRow): Receiver[] {
  const known = ReceiverWay.safeParse(way);
  const hours = QuietHours.nullable().safeParse(jsonIn(quiet));
  return known.success && hours.success ? [{ ...row, way: known.data, quiet: hours.data }] : [];
}

function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
