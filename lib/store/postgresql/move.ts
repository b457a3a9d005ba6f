import Database from 'better-sqlite3';
import type { Client } from 'pg';
import { openEvidence } from '../evidence';
import { withClient } from './client';
import { withPicturedNul } from './nul';
import { countRows, type Table, tablesOf } from './tables';
import { vectorOf } from './words';

/** Rows that are written at once, and octets after which no more are added: evidence and pieces of messages are large. */
const BATCH_ROWS = 500;
const BATCH_OCTETS = 4 * 1024 * 1024;

/** Checks whose evidence is read at once. */
const VERIFIED_AT_ONCE = 50;

/** What has come of it. */
export interface Moved {
  /** By table. */
  rows: Record<string, number>;
  /** Sealed checks whose evidence has its digest. */
  verified: number;
  /** Ids of checks whose evidence was damaged before: it was moved as it is. */
  damaged: string[];
}

type Row = Record<string, unknown>;

/**
 * Copies everything in a file of SQLite into a database of PostgreSQL with the same migrations, in one transaction, and verifies it before
 * that ends: counts of every table, and the digest of every sealed check. Nobody may write into either. `tell` hears of each table. Rejects
 * when the target has rows, or something is not as it was; then the target is as it was.
 */
export function moveDatabase(
  file: string,
  url: string,
  tell: (table: string, rows: number) => void,
): Promise<Moved> {
  return withClient(url, async (target) => {
    const source = new Database(file, { readonly: true, fileMustExist: true });
    try {
      // It ends with the connection, and with it what is not committed.
      await target.query('BEGIN');
      const tables = await tablesOf(target);
      for (const { name } of tables)
        if ((await countRows(target, name)) > 0)
          throw new Error(`There is something in its table ${name} already.`);
      const rows: Record<string, number> = {};
      for (const table of tables) {
        await copyTable(table, source, target);
        rows[table.name] = await verifiedCount(table.name, source, target);
        tell(table.name, rows[table.name] ?? 0);
      }
      const evidence = await verifyEvidence(source, target);
      await target.query('COMMIT');
      // So that the first pages find the right indexes.
      await target.query('ANALYZE');
      return { rows, ...evidence };
    } finally {
      source.close();
    }
  });
}

async function copyTable(table: Table, source: Database.Database, target: Client): Promise<void> {
  const { name, columns } = table;
  let batch: Row[] = [];
  let octets = 0;
  const write = async (): Promise<void> => {
    if (batch.length === 0) return;
    const types = columns.map(({ type }, n) => `$${n + 1}::${type}[]`);
    const names = columns.map((column) => `"${column.name}"`);
    await target.query(
      `INSERT INTO "${name}" (${names.join()}) SELECT * FROM unnest(${types.join()})`,
      columns.map((column) => batch.map((row) => valueOf(row, column.name, column.type))),
    );
    batch = [];
    octets = 0;
  };
  for (const row of source.prepare<[], Row>(`SELECT * FROM "${name}"`).iterate()) {
    batch.push(row);
    for (const value of Object.values(row))
      if (typeof value === 'string' || value instanceof Buffer) octets += value.length;
    if (batch.length >= BATCH_ROWS || octets >= BATCH_OCTETS) await write();
  }
  await write();
  // Numbers that the database gives go on where they were.
  if (columns.some((column) => column.name === 'id' && column.type === 'int4'))
    await target.query(
      `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), (SELECT max("id") FROM "${name}")) FROM "${name}" LIMIT 1`,
    );
}

/** As PostgreSQL takes it; SQLite has no types for times and truth. */
function valueOf(row: Row, column: string, type: string): unknown {
  if (type === 'tsvector') return vectorOf(String(row['text']));
  const value = row[column];
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'timestamptz':
      return new Date(value as string | number).toISOString();
    case 'bool':
      return Boolean(value);
    case 'text':
      return withPicturedNul(value as string);
    default:
      return value;
  }
}

async function verifiedCount(table: string, source: Database.Database, target: Client): Promise<number> {
  const there = Number(source.prepare<[]>(`SELECT count(*) FROM "${table}"`).pluck().get());
  const here = await countRows(target, table);
  if (here !== there) throw new Error(`Of ${there} rows of ${table}, ${here} came over.`);
  return here;
}

interface SealedRow {
  checkId: string;
  body: Buffer;
  digest: string;
}

async function verifyEvidence(
  source: Database.Database,
  target: Client,
): Promise<Pick<Moved, 'verified' | 'damaged'>> {
  const original = source
    .prepare<[string], Buffer>('SELECT "body" FROM "Evidence" WHERE "checkId" = ?')
    .pluck();
  const damaged: string[] = [];
  let verified = 0;
  for (let after = ''; ;) {
    const { rows } = await target.query<SealedRow>(
      `SELECT "checkId", "body", "digest" FROM "Evidence" JOIN "Check" ON "id" = "checkId"
         WHERE "checkId" > $1 ORDER BY "checkId" LIMIT ${VERIFIED_AT_ONCE}`,
      [after],
    );
    for (const { checkId, body, digest } of rows)
      try {
        await openEvidence(body, digest);
        verified++;
      } catch (error) {
        if (!original.get(checkId)?.equals(body))
          throw new Error(`The evidence of check ${checkId} is not what it was.`, { cause: error });
        damaged.push(checkId);
      }
    const last = rows.at(-1);
    if (last === undefined) return { verified, damaged };
    after = last.checkId;
  }
}
