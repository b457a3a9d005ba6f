import { matchOf } from '@/lib/search/query';
import { sqliteConnections } from './connection';
import { type Dialect, type EntryRow, type OpenDatabase, patternOf, TRANSACTION_OPTIONS } from './dialect';
import { Prisma, PrismaClient } from './generated/client';

/** Opens a file of SQLite. Rejects when it cannot be opened. */
export async function openSqlite(url: string): Promise<OpenDatabase> {
  const prisma = new PrismaClient({
    adapter: sqliteConnections(url),
    transactionOptions: TRANSACTION_OPTIONS,
  });
  // Readers and the one writer do not wait for each other; a power cut may lose the last moment, never the file.
  await prisma.$queryRaw`PRAGMA journal_mode = WAL`;
  await prisma.$queryRaw`PRAGMA synchronous = NORMAL`;
  return {
    prisma,
    dialect: sqliteDialect(prisma),
    async close() {
      // From the log into the file.
      await prisma.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
      await prisma.$disconnect();
    },
  };
}

interface Pages {
  pages: bigint;
  free: bigint;
  bytes: bigint;
}

function sqliteDialect(prisma: PrismaClient): Dialect {
  const octets = async () => {
    const [row] = await prisma.$queryRaw<Pages[]>`
      SELECT page_count AS pages, freelist_count AS free, page_size AS bytes
      FROM pragma_page_count, pragma_freelist_count, pragma_page_size`;
    const { pages = 0n, free = 0n, bytes = 0n } = row ?? {};
    return { bytes: Number(pages * bytes), freeBytes: Number(free * bytes) };
  };
  return {
    name: 'sqlite',
    // Each takes the right to write when it begins.
    alone: (work) => prisma.$transaction(work),

    search: ({ words, quoted, kinds, domain, before, limit }) =>
      prisma.$queryRaw<EntryRow[]>`
        SELECT "e"."id", "e"."kind", "e"."objectId", "e"."at", "e"."domain", "e"."text"
        FROM "SearchIndex" JOIN "SearchEntry" AS "e" ON "e"."id" = "SearchIndex".rowid
        WHERE "SearchIndex" MATCH ${matchOf({ words, quoted })}
          AND "e"."kind" IN (${Prisma.join([...kinds])})
          AND ${domain === undefined ? Prisma.sql`TRUE` : Prisma.sql`"e"."domain" = ${domain}`}
          AND ${before === null ? Prisma.sql`TRUE` : Prisma.sql`"SearchIndex".rowid < ${before}`}
          AND ${Prisma.join([Prisma.sql`TRUE`, ...quoted.map(holds)], ' AND ')}
        ORDER BY "SearchIndex".rowid DESC LIMIT ${limit}`,

    // A trigger keeps its words.
    async addEntry(tx, entry) {
      await tx.searchEntry.createMany({ data: entry });
    },

    // One process has a file to itself, and its queue in memory.
    queueing: () => [],
    telling: () => [],

    octets,
    async usedOctets() {
      const { bytes, freeBytes } = await octets();
      return bytes - freeBytes;
    },
  };
}

function holds(part: string): Prisma.Sql {
  return Prisma.sql`"e"."text" LIKE ${patternOf(part)} ESCAPE '\\'`;
}
