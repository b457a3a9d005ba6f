import { type Dialect, type EntryRow, type OpenDatabase, patternOf, TRANSACTION_OPTIONS } from '../dialect';
import { Prisma, type PrismaClient } from '../generated/client';
import { PrismaClient as PostgresqlClient } from '../generated/postgresql/client';
import { postgresqlConnections } from './connections';
import { queueRows, tellEvents } from './queueing';
import { usedOctets } from './used-octets';
import { tsqueryOf, vectorOf } from './words';

/** By which transactions that read before they write take turns, over all processes; any number will do. */
const TURN = 6_982_702;

/** Opens a database of PostgreSQL. Rejects when its server cannot be reached. */
export async function openPostgresql(url: string): Promise<OpenDatabase> {
  const adapter = await postgresqlConnections(url);
  // It is made of the same schema, and knows all that the other one knows.
  const prisma = new PostgresqlClient({
    adapter,
    transactionOptions: TRANSACTION_OPTIONS,
  }) as PrismaClient;
  await prisma.$queryRaw`SELECT 1`;
  return { prisma, dialect: postgresqlDialect(prisma), close: () => prisma.$disconnect() };
}

function postgresqlDialect(prisma: PrismaClient): Dialect {
  return {
    name: 'postgresql',
    alone: (work) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${TURN}::bigint)`;
        return work(tx);
      }),

    search: ({ words, quoted, kinds, domain, before, limit }) =>
      prisma.$queryRaw<EntryRow[]>`
        SELECT "id", "kind", "objectId", "at", "domain", "text" FROM "SearchEntry"
        WHERE "words" @@ ${tsqueryOf({ words, quoted })}::tsquery
          AND "kind" IN (${Prisma.join([...kinds])})
          AND ${domain === undefined ? Prisma.sql`TRUE` : Prisma.sql`"domain" = ${domain}`}
          AND ${before === null ? Prisma.sql`TRUE` : Prisma.sql`"id" < ${before}`}
          AND ${Prisma.join([Prisma.sql`TRUE`, ...quoted.map(holds)], ' AND ')}
        ORDER BY "id" DESC LIMIT ${limit}`,

    async addEntry(tx, { kind, objectId, at, domain, text }) {
      await tx.$executeRaw`
        INSERT INTO "SearchEntry" ("kind", "objectId", "at", "domain", "text", "words")
        VALUES (${kind}, ${objectId}, ${at}, ${domain}, ${text}, ${vectorOf(text)}::tsvector)`;
    },

    queueing: queueRows,
    telling: (checkId, seq) => [tellEvents(prisma, checkId, seq)],

    async octets() {
      const [row] = await prisma.$queryRaw<{ bytes: bigint }[]>`
        SELECT pg_database_size(current_database()) AS "bytes"`;
      return { bytes: Number(row?.bytes ?? 0), freeBytes: null };
    },
    usedOctets: usedOctets(prisma),
  };
}

/** In the collation "C" only letters of ASCII have another case, as for `LIKE` of SQLite. */
function holds(part: string): Prisma.Sql {
  return Prisma.sql`"text" ILIKE ${patternOf(part)} ESCAPE '\\'`;
}
