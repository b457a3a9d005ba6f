import type { Look } from '../look';
import { withClient } from './client';

/**
 * Looks into a database of PostgreSQL without Prisma and without changing it: how much is in it, and of what version its server is.
 * Rejects with what the server says when it cannot be reached, read or written.
 */
export function lookOnServer(
  url: string,
): Promise<Pick<Look, 'bytes' | 'checks' | 'mails' | 'newest'> & { version: string }> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    const one = async (sql: string): Promise<unknown> => {
      const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
      return rows[0]?.[0];
    };
    const tables = `SELECT count(*) FROM "pg_tables" WHERE "schemaname" = 'public' AND "tablename" IN ('Check', 'Mail')`;
    const isMade = Number(await one(tables)) === 2;
    // It is refused where nothing may be written, and undone.
    if (isMade) await client.query(`DELETE FROM "Pulse" WHERE "name" = ''`);
    const newest = isMade ? await one('SELECT max("createdAt") FROM "Check"') : null;
    return {
      version: String(await one(`SELECT current_setting('server_version')`)),
      bytes: Number(await one('SELECT pg_database_size(current_database())')),
      checks: isMade ? Number(await one('SELECT count(*) FROM "Check"')) : 0,
      mails: isMade ? Number(await one('SELECT count(*) FROM "Mail"')) : 0,
      newest: newest instanceof Date ? newest : null,
    };
  });
}
