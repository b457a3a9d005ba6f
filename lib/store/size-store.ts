import type { Dialect, Octets } from './dialect';
import type { PrismaClient } from './generated/client';

/** How large the database is. */
export interface DatabaseSize extends Octets {
  checks: number;
  mails: number;
}

/** How many of each. */
export type Growth = Pick<DatabaseSize, 'checks' | 'mails'>;

export interface SizeStore {
  /** Counts rows: not for every request. */
  size(): Promise<DatabaseSize>;
  /** Octets of the database without what is free in it. */
  usedBytes(): Promise<number>;
  /** Of what was made since then. */
  growth(since: Date): Promise<Growth>;
}

/** The part of the store that knows how large it is. */
export function sizeStore(prisma: PrismaClient, dialect: Dialect): SizeStore {
  return {
    async growth(since) {
      const where = { createdAt: { gte: since } };
      return { checks: await prisma.check.count({ where }), mails: await prisma.mail.count({ where }) };
    },
    usedBytes: () => dialect.usedOctets(),
    async size() {
      const [checks, mails] = [await prisma.check.count(), await prisma.mail.count()];
      return { ...(await dialect.octets()), checks, mails };
    },
  };
}
