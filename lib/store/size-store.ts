import type { PrismaClient } from './generated/client';

/** How large the database is. */
export interface DatabaseSize {
  /** Of the file, without the log beside it. */
  bytes: number;
  /** Of these, what is free to be used again. */
  freeBytes: number;
  checks: number;
  mails: number;
}

/** How many of each. */
export type Growth = Pick<DatabaseSize, 'checks' | 'mails'>;

export interface SizeStore {
  /** Counts rows: not for every request. */
  size(): Promise<DatabaseSize>;
  /** Octets of the database without what is free in its file. */
  usedBytes(): Promise<number>;
  /** Of what was made since then. */
  growth(since: Date): Promise<Growth>;
}

interface Pages {
  pages: bigint;
  free: bigint;
  bytes: bigint;
}

/** The part of the store that knows how large it is. */
export function sizeStore(prisma: PrismaClient): SizeStore {
  const pages = async (): Promise<Pick<DatabaseSize, 'bytes' | 'freeBytes'>> => {
    const [row] = await prisma.$queryRaw<Pages[]>`
      SELECT page_count AS pages, freelist_count AS free, page_size AS bytes
      FROM pragma_page_count, pragma_freelist_count, pragma_page_size`;
    const { pages = 0n, free = 0n, bytes = 0n } = row ?? {};
    return { bytes: Number(pages * bytes), freeBytes: Number(free * bytes) };
  };
  return {
    async growth(since) {
      const where = { createdAt: { gte: since } };
      return { checks: await prisma.check.count({ where }), mails: await prisma.mail.count({ where }) };
    },
    async usedBytes() {
      const { bytes, freeBytes } = await pages();
      return bytes - freeBytes;
    },
    async size() {
      const [checks, mails] = [await prisma.check.count(), await prisma.mail.count()];
      return { ...(await pages()), checks, mails };
    },
  };
}
