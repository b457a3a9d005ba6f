import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import pLimit from 'p-limit';
import { troubleOf } from './trouble';

/** How long a statement waits for another process that holds the database. */
const BUSY_MS = 2_000;

/** SQLite's own waiting holds up the whole process; ours lets everybody else go on. */
const LOOK_EVERY_MS = 25;

/** Connections to a SQLite file for Prisma, each of which takes turns and waits as below. */
export function sqliteConnections(url: string): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url, timeout: 0 });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => takingTurns(await factory.connect()),
  };
}

/**
 * One connection serves everybody. A statement that comes between those of a transaction of somebody else would be part of it,
 * and undone with it: so it waits until that has ended.
 */
function takingTurns(inner: SqlDriverAdapter): SqlDriverAdapter {
  const oneByOne = pLimit(1);
  /** Resolves when the transaction that is open has ended; null when none is. */
  let open: Promise<void> | null = null;

  /** Outside of transactions; `until` in the time of `performance.now()`, which no change of the clock moves. */
  const alone = async <T>(run: () => Promise<T>, until: number): Promise<T> => {
    for (;;) {
      while (open !== null) await open;
      try {
        return await run();
      } catch (error) {
        if (troubleOf(error) !== 'busy' || performance.now() >= until) throw error;
      }
      await pause(LOOK_EVERY_MS);
    }
  };
  const deadline = () => performance.now() + BUSY_MS;

  /** Resolves with the end of the turn. */
  const turn = (): Promise<() => void> =>
    new Promise((begin) => void oneByOne(() => new Promise<void>((end) => begin(end))));

  const begin = async (): Promise<Transaction> => {
    const until = deadline();
    const end = await turn();
    let close = (): void => undefined;
    const ended = (): void => {
      open = null;
      close();
    };
    try {
      // It takes the right to write at once: who takes it later may be refused in the middle.
      await alone(async () => {
        open = new Promise((resolve) => (close = resolve));
        await inner.executeRaw(statement('BEGIN IMMEDIATE')).catch((error: unknown) => {
          ended();
          throw error;
        });
      }, until);
    } catch (error) {
      end();
      throw error;
    }
    return transaction(inner, () => {
      ended();
      end();
    });
  };

  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => alone(() => inner.queryRaw(query), deadline()),
    executeRaw: (query) => alone(() => inner.executeRaw(query), deadline()),
    executeScript: (script) => alone(() => inner.executeScript(script), deadline()),
    startTransaction: begin,
    dispose: () => inner.dispose(),
  };
}

/** `onEnd` is called once, when it has been committed or undone; a commit that fails undoes it. */
function transaction(inner: SqlDriverAdapter, onEnd: () => void): Transaction {
  const execute = (sql: string): Promise<number> => inner.executeRaw(statement(sql));
  let isOpen = true;
  const end = async (how: () => Promise<unknown>): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await how().finally(onEnd);
  };
  // SQLite may have undone it already, e.g. when the disk is full, and says so; the next one tells of what is left open.
  const undo = () => execute('ROLLBACK').catch(() => undefined);
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => inner.queryRaw(query),
    executeRaw: (query) => inner.executeRaw(query),
    commit: () =>
      end(() =>
        execute('COMMIT').catch(async (error: unknown) => {
          await undo();
          throw error;
        }),
      ),
    rollback: () => end(undo),
  };
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
