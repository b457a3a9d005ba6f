import { WatchKind } from '@/lib/watch/kind';
import { knownIn } from '@/lib/watch/known';
import type { Alert, Watch } from '@/lib/watch/watch';
import { OwnFailure } from '@/lib/watch/own-failure';
import { type AlertStore, alertStore } from './alert-store';
import type { Dialect } from './dialect';
import type { Prisma, PrismaClient } from './generated/client';
import { jsonIn, textOf } from './json-column';
import { type ReceiverStore, receiverStore } from './receiver-store';

/** A watch by its plan alone. */
type PlannedWatch = Pick<Watch, 'id' | 'kind' | 'everyMinutes'> & { nextAt: Date };

/** What follows from a try of a watch. */
export type WatchProgress = Pick<Watch, 'knowledge' | 'since' | 'blind' | 'ownFailure' | 'lastCheckId'>;

/** The part of the store that knows what is watched, what was told of it, and whom. */
export interface WatchStore extends ReceiverStore, AlertStore {
  /** By domain. */
  watches(): Promise<Watch[]>;
  /** In whose history something stands: a domain, or what lists are asked about. */
  watchesOf(domain: string): Promise<Watch[]>;
  readWatch(id: string): Promise<Watch | null>;
  /** False when the same is watched already. */
  addWatch(watch: Watch): Promise<boolean>;
  /** When it is tried next. False when there is no such watch. */
  planWatch(id: string, nextAt: Date): Promise<boolean>;
  /** No more tries; what was in doubt is no longer. False when there is no such watch. */
  pauseWatch(id: string, knowledge: Watch['knowledge']): Promise<boolean>;
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
}

const WITH_RECEIVERS = { include: { receivers: { select: { receiverId: true } } } } as const;

type WatchRow = Prisma.WatchGetPayload<typeof WITH_RECEIVERS>;

export function watchStore(prisma: PrismaClient, dialect: Dialect): WatchStore {
  const find = async (query: Prisma.WatchFindManyArgs): Promise<Watch[]> =>
    (await prisma.watch.findMany({ ...query, ...WITH_RECEIVERS })).flatMap(watchOf);

  return {
    ...receiverStore(prisma, dialect),
    ...alertStore(prisma),

    watches: () => find({ orderBy: [{ domain: 'asc' }, { createdAt: 'asc' }] }),
    watchesOf: (domain) => find({ where: { domain }, orderBy: { createdAt: 'asc' } }),

    async readWatch(id) {
      const row = await prisma.watch.findUnique({ where: { id }, ...WITH_RECEIVERS });
      return row && (watchOf(row)[0] ?? null);
    },

    async addWatch({ receivers, knowledge, ownFailure, ...watch }) {
      const { id, kind, target } = watch;
      return dialect.alone(async (tx) => {
        if ((await tx.watch.count({ where: { kind, target } })) > 0) return false;
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
      return dialect.alone(async (tx) => {
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
        select: { id: true, kind: true, everyMinutes: true, nextAt: true },
      });
      return rows.flatMap(({ kind, nextAt, ...row }) => {
        const known = WatchKind.safeParse(kind);
        return nextAt === null || !known.success ? [] : [{ ...row, kind: known.data, nextAt }];
      });
    },

    async keepProgress({ id, domain, target, receivers }, { knowledge, ownFailure, ...progress }, after) {
      const { alert, nextAt, isRoutine } = after;
      const { lastCheckId } = progress;
      const json = { knowledge: JSON.stringify(knowledge), ownFailure: textOf(ownFailure) };
      const data = { ...progress, ...json };
      await dialect.alone(async (tx) => {
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
  };
}

function rowsOf(watchId: string, receivers: readonly string[]) {
  return receivers.map((receiverId) => ({ watchId, receiverId }));
}

/** None where a row holds a kind that no version of today writes. */
function watchOf({ receivers, kind, knowledge, ownFailure, ...row }: WatchRow): Watch[] {
  const known = WatchKind.safeParse(kind);
  if (!known.success) return [];
  return [
    {
      ...row,
      ...knownIn(known.data, jsonIn(knowledge)),
      ownFailure: OwnFailure.safeParse(jsonIn(ownFailure)).data ?? null,
      receivers: receivers.map(({ receiverId }) => receiverId),
    },
  ];
}
