import type { PrismaClient } from '../generated/client';

/** So long what was counted is taken for true. */
const COUNTED_MS = 10 * 60_000;

/** The row of a check or a mail, and what stands of it in indexes. */
const ROW_OCTETS = 2_000;

/** Of checks, or of mails. */
interface Count {
  octets: number;
  things: number;
}

/**
 * How much of a database is in use, about: the size of its files does not shrink when rows go, and nobody without the rights of a
 * superuser can tell what is free in them. What is large is counted, seldom, since that reads whole tables; between, each check that
 * has come or gone is taken to be as large as the others, and so is each mail.
 */
export function usedOctets(prisma: PrismaClient): () => Promise<number> {
  let countedAt: number | null = null;
  let counted: Count[] = [];
  return async () => {
    const things = [await prisma.check.count(), await prisma.mail.count()];
    if (countedAt === null || performance.now() > countedAt + COUNTED_MS) {
      const octets = [await octetsOfChecks(prisma), await octetsOfMails(prisma)];
      counted = octets.map((sum, n) => ({ octets: sum, things: things[n] ?? 0 }));
      countedAt = performance.now();
    }
    const now = counted.map((one, n) => ((things[n] ?? 0) * one.octets) / Math.max(1, one.things));
    return now.reduce((sum, octets) => sum + octets, 0);
  };
}

interface Sum {
  octets: bigint | null;
}

async function octetsOfChecks(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<Sum[]>`
    SELECT sum("octets")::bigint AS "octets" FROM (
      SELECT ${ROW_OCTETS}::int * count(*) AS "octets" FROM "Check"
      UNION ALL SELECT sum(pg_column_size("body")) FROM "Evidence"
      UNION ALL SELECT sum(pg_column_size("body")) FROM "CheckOutline"
      UNION ALL SELECT sum(pg_column_size("text") + pg_column_size("words")) FROM "SearchEntry" WHERE "kind" = 'check'
    ) AS "parts"`;
  return Number(row?.octets ?? 0);
}

async function octetsOfMails(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<Sum[]>`
    SELECT sum("octets")::bigint AS "octets" FROM (
      SELECT sum(${ROW_OCTETS}::int + coalesce(pg_column_size("reading"), 0) + coalesce(pg_column_size("sharedReading"), 0))
        AS "octets" FROM "Mail"
      UNION ALL SELECT sum(pg_column_size("body")) FROM "MailPiece"
      UNION ALL SELECT sum(pg_column_size("text") + pg_column_size("words")) FROM "SearchEntry" WHERE "kind" = 'mail'
    ) AS "parts"`;
  return Number(row?.octets ?? 0);
}
