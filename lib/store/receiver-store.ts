import { QuietHours } from '@/lib/watch/quiet';
import { type Receiver, ReceiverWay } from '@/lib/watch/watch';
import type { Dialect } from './dialect';
import type { Prisma, PrismaClient } from './generated/client';
import { jsonIn, textOf } from './json-column';

/** The part of the store that knows where alerts go. */
export interface ReceiverStore {
  /** By name. */
  receivers(): Promise<Receiver[]>;
  readReceiver(id: string): Promise<Receiver | null>;
  /** False when another one has this name. */
  addReceiver(receiver: Receiver): Promise<boolean>;
  /** As it is from now on. False when another one has this name. */
  changeReceiver(receiver: Receiver): Promise<boolean>;
  /** With what is on its way to it. Returns its name; null when there is none. */
  removeReceiver(id: string): Promise<string | null>;
}

type ReceiverRow = Prisma.ReceiverGetPayload<object>;

export function receiverStore(prisma: PrismaClient, dialect: Dialect): ReceiverStore {
  return {
    receivers: async () => (await prisma.receiver.findMany({ orderBy: { name: 'asc' } })).flatMap(receiverOf),

    async readReceiver(id) {
      const row = await prisma.receiver.findUnique({ where: { id } });
      return row && (receiverOf(row)[0] ?? null);
    },

    async addReceiver({ quiet, ...receiver }) {
      const { name } = receiver;
      return dialect.alone(async (tx) => {
        if ((await tx.receiver.count({ where: { name } })) > 0) return false;
        await tx.receiver.createMany({ data: { ...receiver, quiet: textOf(quiet) } });
        return true;
      });
    },

    async changeReceiver({ id, quiet, ...receiver }) {
      const { name } = receiver;
      return dialect.alone(async (tx) => {
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
  };
}

/** None where a row holds what no version writes: it can be removed, and holds up nobody else. */
export function receiverOf({ way, quiet, ...row }: ReceiverRow): Receiver[] {
  const known = ReceiverWay.safeParse(way);
  const hours = QuietHours.nullable().safeParse(jsonIn(quiet));
  return known.success && hours.success ? [{ ...row, way: known.data, quiet: hours.data }] : [];
}
