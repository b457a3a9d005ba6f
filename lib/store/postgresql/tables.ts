import type { Client } from 'pg';

/** A column, with its type as PostgreSQL calls it. */
interface Column {
  name: string;
  type: string;
}

export interface Table {
  name: string;
  columns: Column[];
}

/** All tables of mxproof, each after those that its rows refer to. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows: columns } = await client.query<Column & { table: string }>(
    `SELECT "table_name" AS "table", "column_name" AS "name", "udt_name" AS "type" FROM "information_schema"."columns"
       WHERE "table_schema" = 'public' AND "table_name" <> '_prisma_migrations' ORDER BY "table_name", "ordinal_position"`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT "own"."relname" AS "from", "other"."relname" AS "to" FROM "pg_constraint"
       JOIN "pg_class" AS "own" ON "own"."oid" = "conrelid" JOIN "pg_class" AS "other" ON "other"."oid" = "confrelid"
       WHERE "contype" = 'f'`,
  );
  const left = new Set(columns.map(({ table }) => table));
  const sorted: Table[] = [];
  while (left.size > 0) {
    const next = [...left].find((name) => !references.some(({ from, to }) => from === name && left.has(to)));
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    left.delete(next);
    sorted.push({ name: next, columns: columns.filter(({ table }) => table === next) });
  }
  return sorted;
}

export async function countRows(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM "${table}"`);
  return Number(rows[0]?.count ?? 0);
}
