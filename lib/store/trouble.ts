import { AppProblem } from '@/lib/problem';

/** Why the database as a whole cannot be used. */
export type Trouble =
  'busy' | 'full' | 'read-only' | 'damaged' | 'no-database' | 'unreachable' | ServerTrouble;

/** Of a server. */
type ServerTrouble =
  | 'server-away'
  | 'server-full'
  | 'server-refuses'
  | 'server-unproven'
  | 'server-forbids'
  | 'server-read-only'
  | 'server-damaged'
  | 'server-lacks-database';

/**
 * Result codes of SQLite (https://sqlite.org/rescode.html) and of PostgreSQL (https://www.postgresql.org/docs/15/errcodes-appendix.html),
 * also where more follows on them, and what Prisma's adapter makes of the network's; others are bugs of ours.
 */
const CODES: readonly (readonly [code: string, trouble: Trouble])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'no-database'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_PERM', 'unreachable'],
  ['SQLITE_AUTH', 'unreachable'],
  ['08', 'server-away'],
  ['57P', 'server-away'],
  ['DatabaseNotReachable', 'server-away'],
  ['ConnectionClosed', 'server-away'],
  ['SocketTimeout', 'server-away'],
  ['TlsConnectionError', 'server-unproven'],
  ['28', 'server-refuses'],
  ['AuthenticationFailed', 'server-refuses'],
  ['3D', 'server-lacks-database'],
  ['42501', 'server-forbids'],
  ['25006', 'server-read-only'],
  ['53100', 'full'],
  ['53', 'server-full'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['58', 'server-damaged'],
  ['XX001', 'server-damaged'],
  ['XX002', 'server-damaged'],
];

/** In words that go on with "the database cannot be used:". */
export const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  busy: 'another program holds it',
  full: 'the disk is full',
  'read-only': 'its file, or the folder of its file, may only be read',
  damaged: 'its file is damaged',
  'no-database': 'its file is no database',
  unreachable: 'its file cannot be read or written',
  'server-away': 'its server does not answer',
  'server-full': 'its server has no connection or memory left',
  'server-refuses': 'its server does not accept the user or the password',
  'server-unproven': 'its server does not prove by TLS who it is',
  'server-forbids': 'its server does not give us the rights that we need',
  'server-read-only': 'its server may only be read',
  'server-damaged': 'its server cannot read or write its own files',
  'server-lacks-database': 'its server has no such database',
};

/** Seconds after which trying again makes sense; a disk that is full wants somebody to look. */
const RETRY_SECONDS: Readonly<Record<Trouble, number>> = {
  busy: 10,
  full: 60,
  'read-only': 60,
  damaged: 300,
  'no-database': 300,
  unreachable: 60,
  'server-away': 10,
  'server-full': 10,
  'server-refuses': 60,
  'server-unproven': 60,
  'server-forbids': 60,
  'server-read-only': 60,
  'server-damaged': 300,
  'server-lacks-database': 300,
};

/** What Prisma's adapter knows of an error. */
interface AdapterCause {
  originalCode?: unknown;
  kind?: unknown;
}

/** An error of the database's library, of Prisma's adapter, and of Prisma: each wraps the one before. */
interface WrappedError {
  code?: unknown;
  cause?: AdapterCause;
  meta?: { driverAdapterError?: { cause?: AdapterCause } };
}

/** What an error says of the whole database; null for all others. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const { code, cause, meta }: WrappedError = error as WrappedError;
  const inner = meta?.driverAdapterError?.cause;
  const said = [code, cause?.originalCode, cause?.kind, inner?.originalCode, inner?.kind].filter(
    (one) => typeof one === 'string',
  );
  return CODES.find(([known]) => said.some((one) => one.startsWith(known)))?.[1] ?? null;
}

/** An error as whoever asks for something is to hear it: trouble of the whole database as `database-unavailable`. */
function toldError(error: unknown): unknown {
  const trouble = troubleOf(error);
  if (trouble === null) return error;
  return new AppProblem('database-unavailable', {
    say: `The database cannot be used now: ${TROUBLE_WORDS[trouble]}.`,
    fields: { reason: trouble },
    retryAfterSeconds: RETRY_SECONDS[trouble],
    cause: error,
  });
}

/** The same functions; what they reject with is told as above, after `coded` has looked at it. */
export function telling<S extends object>(
  functions: S,
  coded: (error: unknown) => unknown = (error) => error,
): S {
  return new Proxy(functions, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await (Reflect.apply(value, target, args) as unknown);
        } catch (error) {
          throw toldError(coded(error));
        }
      };
    },
  });
}
