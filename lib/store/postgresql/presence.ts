import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { databaseName } from '@/lib/database-url';
import { DatabaseInUse } from '../instance-lock';
import { EVENTS_CHANNEL, NEWS_CHANNEL } from './channels';
import { connectClient } from './client';
import { KEEPALIVE, takeShared } from './instance-lock';

/** By which the one is known that does what must be done once; any number will do. */
const TIMEKEEPER_LOCK = 6_982_703;

/** How soon a server that was away is tried again, and how often others try to become the timekeeper. */
const RETRY_MS = 1_000;

/** A process among those that serve one database, by a connection of its own. */
export interface Presence {
  /** Whether it is this process that does what must be done once. */
  keepsTime(): boolean;
  /** No more of it; others may. Resolves when the connection has ended. */
  leave(): Promise<void>;
}

interface PresenceConfig {
  /** Whether it may be the one. */
  mayKeepTime: boolean;
  /** Hears of the events of a check, by its id. */
  onEvents(checkId: string): void;
  /** Hears of everything else: a word, and what it is about. */
  onNews(word: string, about: string): void;
  /** The connection was lost and is there again: anything may have been missed. */
  onBack(): void;
  /** It is this process from now on, or no longer. */
  onTime(isOurs: boolean): void;
  /** Another version has changed the database, or another program has it for itself: this process has to end. */
  onLost(error: Error): void;
}

/**
 * Holds the right to serve a database beside others that serve it, listens to what they tell, and is the timekeeper when nobody else is.
 * What was lost with the connection is taken again. Rejects with `DatabaseInUse`, or with what the server says.
 */
export async function openPresence(url: string, config: PresenceConfig): Promise<Presence> {
  const { mayKeepTime, onEvents, onNews, onBack, onTime, onLost } = config;
  const leaving = new AbortController();
  const { signal } = leaving;
  let isTimekeeper = false;
  let migrations: string | null = null;

  const setTime = (isOurs: boolean): void => {
    if (isTimekeeper === isOurs) return;
    isTimekeeper = isOurs;
    onTime(isOurs);
  };

  const connect = async (): Promise<Client> => {
    const client = await connectClient(url);
    try {
      await client.query(KEEPALIVE);
      await takeShared(client, url);
      const seen = await migrationsOf(client);
      if (migrations !== null && migrations !== seen)
        throw new DatabaseChanged(
          `The database ${databaseName(url)} was changed by another version of mxproof while this process was cut off from it; start that version here, too.`,
        );
      migrations = seen;
      client.on('notification', ({ channel, payload = '' }) => {
        const [word = '', about = ''] = payload.split(channel === EVENTS_CHANNEL ? ':' : ' ', 2);
        if (channel === EVENTS_CHANNEL) onEvents(word);
        else onNews(word, about);
      });
      await client.query(`LISTEN ${EVENTS_CHANNEL}; LISTEN ${NEWS_CHANNEL}`);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  };

  /** Until the connection ends. */
  const stay = async (one: Client): Promise<void> => {
    const ended = new AbortController();
    one.once('end', () => ended.abort());
    while (!ended.signal.aborted && !signal.aborted) {
      try {
        // Also a question whether the server is still there.
        const { rows } = await one.query<{ taken: boolean }>(
          mayKeepTime && !isTimekeeper
            ? 'SELECT pg_try_advisory_lock($1) AS "taken"'
            : 'SELECT FALSE AS "taken" WHERE $1::bigint IS NULL',
          [TIMEKEEPER_LOCK],
        );
        if (rows[0]?.taken === true) setTime(true);
      } catch {
        break;
      }
      await pause(RETRY_MS, undefined, { signal: AbortSignal.any([signal, ended.signal]) }).catch(
        () => undefined,
      );
    }
    setTime(false);
    await one.end().catch(() => undefined);
  };

  const again = async (): Promise<Client | null> => {
    while (!signal.aborted)
      try {
        const back = await connect();
        onBack();
        return back;
      } catch (error) {
        if (error instanceof DatabaseChanged || error instanceof DatabaseInUse) {
          onLost(error);
          return null;
        }
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    return null;
  };

  const first = await connect();
  const live = async (): Promise<void> => {
    for (let client: Client | null = first; client !== null && !signal.aborted; client = await again())
      await stay(client);
  };
  const lived = live();
  return {
    keepsTime: () => isTimekeeper,
    async leave() {
      leaving.abort();
      await lived;
    },
  };
}

class DatabaseChanged extends Error {
  override readonly name = 'DatabaseChanged';
}

async function migrationsOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ names: string | null }>(
    `SELECT string_agg("migration_name", ',' ORDER BY "migration_name") AS "names" FROM "_prisma_migrations"
       WHERE "rolled_back_at" IS NULL`,
  );
  return rows[0]?.names ?? '';
}
