import type { Dialect } from './dialect';
import type { Prisma, PrismaClient, Share } from './generated/client';
import { type Keepable, linkColumn } from './keep-store';

/**
 * A link to a check, or to a mail by the id that shows everything, that was made for somebody; `endedAt` is set when it is taken back, and
 * some time after it has run out.
 */
export type StoredShare = Share;

/** A link as it is made, to whatever it leads. */
type NewShare = Omit<StoredShare, 'checkId' | 'mailId' | 'endedAt' | 'createdFrom'> &
  Partial<Pick<StoredShare, 'createdFrom'>>;

/** Links of one check or mail, whatever became of them. */
export const MAX_SHARES = 50;

/** The part of the store that knows links that were made for somebody. */
export interface ShareStore {
  /** `full`: what it leads to has `MAX_SHARES`. */
  addShare(kind: Keepable, id: string, share: NewShare): Promise<'added' | 'full' | 'gone'>;
  /** Null when there is none, or what it leads to is gone. */
  readShare(id: string): Promise<StoredShare | null>;
  /** Newest first. */
  sharesOf(kind: Keepable, id: string): Promise<StoredShare[]>;
  /** False when there is none, or it has ended. */
  endShare(id: string, at: Date): Promise<boolean>;
  /** Of those that have run out: from then on they keep nothing. */
  endRunOutShares(now: Date): Promise<void>;
}

export function shareStore(prisma: PrismaClient, dialect: Dialect): ShareStore {
  return {
    addShare: (kind, id, share) =>
      dialect.alone(async (tx) => {
        const of = linkColumn(kind, id);
        if (!(await isThere(tx, kind, id))) return 'gone';
        if ((await tx.share.count({ where: of })) >= MAX_SHARES) return 'full';
        await tx.share.createMany({ data: { ...share, ...of } });
        return 'added';
      }),

    readShare: (id) => prisma.share.findUnique({ where: { id } }),

    sharesOf: (kind, id) =>
      prisma.share.findMany({
        where: linkColumn(kind, id),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),

    async endShare(id, at) {
      const { count } = await prisma.share.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: at },
      });
      return count > 0;
    },

    async endRunOutShares(now) {
      await prisma.$executeRaw`
        UPDATE "Share" SET "endedAt" = "expiresAt" WHERE "endedAt" IS NULL AND "expiresAt" <= ${now}`;
    },
  };
}

async function isThere(tx: Prisma.TransactionClient, kind: Keepable, id: string): Promise<boolean> {
  const one = { where: { id } };
  return (kind === 'check' ? await tx.check.count(one) : await tx.mail.count(one)) > 0;
}
