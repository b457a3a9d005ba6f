import { hostname } from 'node:os';
import type { Client } from 'pg';
import { troubleOf } from '../trouble';

/** How long a server may take to let us in. */
export const CONNECT_MS = 10_000;

/** By what the server's administrator knows us (`pg_stat_activity`), which has room for 63 octets. */
export function applicationName(): string {
  return `mxproof, process ${process.pid} on ${hostname()}`.slice(0, 63);
}

/** One connection of its own; the caller ends it. Rejects with what the server says, or the network. */
export async function connectClient(url: string): Promise<Client> {
  // Only whoever has PostgreSQL reads it.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName(),
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // A connection that is lost is told by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw serverProblem(error);
  }
  return client;
}

/** What is no answer of the server comes from the way to it, by whatever words. */
function serverProblem(error: unknown): unknown {
  if (!(error instanceof Error) || troubleOf(error) !== null || 'severity' in error) return error;
  const kind = /SSL|certificate/i.test(error.message)
    ? 'TlsConnectionError'
    : /password/.test(error.message)
      ? 'AuthenticationFailed'
      : 'DatabaseNotReachable';
  return new Error(error.message, { cause: { kind } });
}

/** Lends such a connection. */
export async function withClient<T>(url: string, borrow: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectClient(url);
  try {
    return await borrow(client);
  } finally {
    await client.end();
  }
}
