import type { PrismaClient, Share } from './generated/client';

/** A link to a check that was made for somebody; `endedAt` is set when it is taken back, and some time after it has run out. */
export type StoredShare = Share;

/** Links of one check, whatever became of them. */
export const MAX_SHARES = 50;

/** The part of the store that knows links that were made for somebody. */
export interface ShareStore {
  /** `full`: the check has `MAX_SHARES`. */
  addShare(share: Omit<StoredShare, 'endedAt'>): Promise<'added' | 'full' | 'gone'>;
  /** Null when there is none, or its check is gone. */
  readShare(id: string): Promise<StoredShare | null>;
  /** Newest first. */
  sharesOf(checkId: string): Promise<StoredShare[]>;
  /** False when there is none, or it has ended. */
  endShare(id: string, at: Date): Promise<boolean>;
  /** Of those that have run out: from then on they keep no check. */
  endRunOutShares(now: Date): Promise<void>;
}

export function shareStore(prisma: PrismaClient): ShareStore {
  return {
    addShare: (share) =>
      prisma.$transaction(async (tx) => {
        const { checkId } = share;
        if ((await tx.check.count({ where: { id: checkId } })) === 0) return 'gone';
        if ((await tx.share.count({ where: { checkId } })) >= MAX_SHARES) return 'full';
        await tx.share.createMany({ data: share });
        return 'added';
      }),

    readShare: (id) => prisma.share.findUnique({ where: { id } }),

    sharesOf: (checkId) =>
      prisma.share.findMany({ where: { checkId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),

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
