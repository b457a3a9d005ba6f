import type { Prisma, PrismaClient } from './generated/client';

/** What may be kept whatever its age. */
export type Keepable = 'check' | 'mail';

/** That somebody keeps it. */
interface KeptBy {
  since: Date;
  /** Null: somebody who is not signed in. */
  by: string | null;
}

/** Why something is kept whatever its age. */
export interface Keeping {
  byHand: KeptBy | null;
  /** A note of a domain has its link. */
  byNote: boolean;
  /** Somebody has a link to it that holds. */
  byShare: boolean;
}

/** The part of the store that knows what is kept whatever its age. A mail is known here by the id that shows everything. */
export interface KeepStore {
  /** False when there is no such thing, or it is kept by hand already: it stays as it is. */
  keep(kind: Keepable, id: string, keptBy: KeptBy): Promise<boolean>;
  /** False when nobody has kept it. A note goes on keeping it. */
  letGo(kind: Keepable, id: string): Promise<boolean>;
  /** Nothing of it where there is no such thing. */
  keepingOf(kind: Keepable, id: string): Promise<Keeping>;
  /** Counts rows: not for every request. */
  countKept(): Promise<Record<'checks' | 'mails', number>>;
}

export function keepStore(prisma: PrismaClient): KeepStore {
  const mark = async (kind: Keepable, change: Prisma.CheckUpdateManyArgs & Prisma.MailUpdateManyArgs) =>
    (kind === 'check' ? await prisma.check.updateMany(change) : await prisma.mail.updateMany(change)).count >
    0;
  return {
    keep: (kind, id, { since, by }) =>
      mark(kind, { where: { id, keptSince: null }, data: { keptSince: since, keptBy: by } }),
    letGo: (kind, id) =>
      mark(kind, { where: { id, keptSince: { not: null } }, data: { keptSince: null, keptBy: null } }),
    keepingOf: (kind, id) => keepingIn(prisma, kind, id),

    async countKept() {
      const [kept] = await prisma.$queryRaw<Record<'checks' | 'mails', bigint>[]>`
        SELECT
          (SELECT count(*) FROM "Check" WHERE "keptSince" IS NOT NULL
            OR "id" IN (SELECT "objectId" FROM "NoteLink")
            OR "id" IN (SELECT "checkId" FROM "Share" WHERE "endedAt" IS NULL)) AS "checks",
          (SELECT count(*) FROM "Mail" WHERE "keptSince" IS NOT NULL
            OR "id" IN (SELECT "objectId" FROM "NoteLink")
            OR "sharedId" IN (SELECT "objectId" FROM "NoteLink")
            OR "id" IN (SELECT "mailId" FROM "Share" WHERE "endedAt" IS NULL)) AS "mails"`;
      return { checks: Number(kept?.checks ?? 0), mails: Number(kept?.mails ?? 0) };
    },
  };
}

/** By what a link that was made for somebody leads to it. */
export function linkColumn(kind: Keepable, id: string): { checkId: string } | { mailId: string } {
  return kind === 'check' ? { checkId: id } : { mailId: id };
}

/** The same within a transaction. */
export async function keepingIn(
  client: Prisma.TransactionClient,
  kind: Keepable,
  id: string,
): Promise<Keeping> {
  const { keptSince, keptBy, ids } = (await markOf(client, kind, id)) ?? NOTHING;
  return {
    byHand: keptSince === null ? null : { since: keptSince, by: keptBy },
    byNote: (await client.noteLink.count({ where: { objectId: { in: ids } } })) > 0,
    byShare: (await client.share.count({ where: { ...linkColumn(kind, id), endedAt: null } })) > 0,
  };
}

const NOTHING = { keptSince: null, keptBy: null, ids: [] };

async function markOf(client: Prisma.TransactionClient, kind: Keepable, id: string) {
  const select = { keptSince: true, keptBy: true } as const;
  if (kind === 'check') {
    const check = await client.check.findUnique({ where: { id }, select });
    return check && { ...check, ids: [id] };
  }
  const mail = await client.mail.findUnique({ where: { id }, select: { ...select, sharedId: true } });
  return mail && { ...mail, ids: [id, mail.sharedId] };
}
