import type { PrismaClient } from '../generated/client';

/** So long what was counted is taken for true. */
const COUNTED_MS = 10 * 60_000;

/** The row of a check or a mail, and what stands of it in indexes. */
const ROW_OCTETS = 2_000;

interface Count {
  octets: number;
  /** Checks and mails. */
  things: number;
}

/**
 * How much of a database is in use, about: the size of its files does not shrink when rows go, and nobody without the rights of a
 * superuser can tell what is free in them. What is large is counted, seldom, since that reads whole tables; between, each thing that has
 * come or gone is taken to be as large as the others.
 */
export function usedOctets(prisma: PrismaClient): () => Promise<number> {
  let counted: (Count & { at: number }) | null = null;
  return async () => {
    const things = await countThings(prisma);
    if (counted === null || performance.now() > counted.at + COUNTED_MS)
      counted = { octets: await countOctets(prisma), things, at: performance.now() };
    return counted.octets * (counted.things === 0 ? 1 : things / counted.things);
  };
}

async function countThings(prisma: PrismaClient): Promise<number> {
  return (await prisma.check.count()) + (await prisma.mail.count());
}

async function countOctets(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<{ octets: bigint | null }[]>`
    SELECT sum("octets")::bigint AS "octets" FROM (
      SELECT sum(pg_column_size("body")) AS "octets" FROM "Evidence"
      UNION ALL SELECT sum(pg_column_size("body")) FROM "MailPiece"
      UNION ALL SELECT sum(pg_column_size("body")) FROM "CheckOutline"
      UNION ALL SELECT sum(pg_column_size("text") + pg_column_size("words")) FROM "SearchEntry"
      UNION ALL SELECT ${ROW_OCTETS}::int * count(*) FROM "Check"
      UNION ALL SELECT sum(${ROW_OCTETS}::int + coalesce(pg_column_size("reading"), 0) +
        coalesce(pg_column_size("sharedReading"), 0)) FROM "Mail"
    ) AS "parts"`;
  return Number(row?.octets ?? 0);
}
