import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { databaseName } from '@/lib/database-url';
import { DatabaseInUse, type InstanceLock } from '../instance-lock';
import { connectClient } from './client';

/** What is locked: nothing but the right itself. Any number will do; of each database there is one. */
const LOCK = 6_982_700;

/** For two that begin in the same moment, and a server that sees soon that a process has ended. */
const WAIT_MS = 1_000;
const LOOK_EVERY_MS = 100;

/** A machine that has vanished loses its lock after some 20 seconds, rather than hours; nothing of it on a local socket. */
export const KEEPALIVE = `
  SET tcp_keepalives_idle = 10;
  SET tcp_keepalives_interval = 5;
  SET tcp_keepalives_count = 2`;

/**
 * Takes the right to have this database for oneself: a lock that belongs to a connection of its own, and ends with it. Rejects with
 * `DatabaseInUse`, or with what the server says.
 */
export async function lockPostgresql(url: string): Promise<InstanceLock> {
  const client = await take(url);
  return { release: () => client.end() };
}

async function take(url: string): Promise<Client> {
  const client = await connectClient(url);
  try {
    await client.query(KEEPALIVE);
    await takeOn(client, url, 'pg_try_advisory_lock');
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Takes the right to serve it beside others, on a connection that is open. Rejects with `DatabaseInUse` while one has it for itself. */
export function takeShared(client: Client, url: string): Promise<void> {
  return takeOn(client, url, 'pg_try_advisory_lock_shared');
}

async function takeOn(
  client: Client,
  url: string,
  way: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
): Promise<void> {
  for (const until = performance.now() + WAIT_MS; ; await pause(LOOK_EVERY_MS)) {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT ${way}($1) AS "taken"`, [LOCK]);
    if (rows[0]?.taken === true) return;
    if (performance.now() > until)
      throw new DatabaseInUse(
        `The database ${databaseName(url)} is served by another mxproof (${await holderOf(client)}); end that one, or set DATABASE_URL to another database.`,
      );
  }
}

/** As it calls itself; a lock of 64 bits stands in two columns, of which the first is 0 for ours. */
async function holderOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; since: Date }>(
    `SELECT "application_name" AS "name", "backend_start" AS "since" FROM "pg_stat_activity"
       JOIN "pg_locks" USING ("pid")
       WHERE "locktype" = 'advisory' AND "granted" AND "database" = (
         SELECT "oid" FROM "pg_database" WHERE "datname" = current_database())
         AND "classid" = 0 AND "objid" = $1`,
    [LOCK],
  );
  const [holder] = rows;
  if (holder === undefined) return 'which one is not known';
  return `${holder.name.replace(/^mxproof, /, '')}, since ${holder.since.toISOString()}`;
}
