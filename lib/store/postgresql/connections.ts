import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils';
import type { ClientBase } from 'pg';
import { troubleOf } from '../trouble';
import { applicationName, CONNECT_MS } from './client';
import { isLostConnection } from './lost-connection';
import { withPicturedNul } from './nul';

/** Connections at most; who needs one more waits. */
const MAX_CONNECTIONS = 10;

/** Connections to a PostgreSQL database for Prisma, which are opened when they are needed, also after the server was away. */
export async function postgresqlConnections(url: string): Promise<SqlDriverAdapterFactory> {
  // Only whoever has PostgreSQL reads them.
  const [{ PrismaPg }, { default: pg }] = await Promise.all([import('@prisma/adapter-pg'), import('pg')]);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName(),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    onConnect: setZone,
  });
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withCodes(await factory.connect()),
  };
}

/** Prisma's adapter writes times in UTC, and reads them as if they were, whatever zone they are in. The pool waits for it. */
function setZone(client: ClientBase): unknown {
  return client.query(`SET TIME ZONE 'UTC'`);
}

function withCodes(inner: SqlDriverAdapter): SqlDriverAdapter {
  return {
    ...queries(inner),
    executeScript: (script) => withCode(() => inner.executeScript(script)),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
    async startTransaction(isolationLevel) {
      const begun = await withCode(() => inner.startTransaction(isolationLevel));
      return {
        ...queries(begun),
        options: begun.options,
        commit: () => begun.commit(),
        rollback: () => begun.rollback(),
      };
    },
  };
}

function queries(inner: SqlQueryable): SqlQueryable {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => withCode(() => inner.queryRaw(withoutNul(query))),
    executeRaw: (query) => withCode(() => inner.executeRaw(withoutNul(query))),
  };
}

function withoutNul(query: SqlQuery): SqlQuery {
  const isIn = (arg: unknown): arg is string => typeof arg === 'string' && arg.includes('\0');
  if (!query.args.some(isIn)) return query;
  return { ...query, args: query.args.map((arg) => (isIn(arg) ? withPicturedNul(arg) : arg)) };
}

/** The same; that a connection has ended is said by words alone where the network has no code for it. */
async function withCode<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (troubleOf(error) !== null || !isLostConnection(error)) throw error;
    throw new DriverAdapterError({ kind: 'ConnectionClosed' });
  }
}
