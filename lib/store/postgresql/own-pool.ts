import type { Pool } from 'pg';
import { applicationName, CONNECT_MS } from './client';

/** Beside those of Prisma: one waits for jobs, one may wait for a lock, the others have short statements. */
const MAX_CONNECTIONS = 6;

/** A statement that has no answer by then gets none: whoever asked asks again. */
const ANSWER_MS = 8_000;

/** Connections for what several processes agree on. They are opened when they are needed, also after the server was away. */
export async function openOwnPool(url: string): Promise<Pool> {
  // Only whoever has PostgreSQL reads it.
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName(),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
  });
  // Of one that is lost whoever uses it is told, and the next query opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
