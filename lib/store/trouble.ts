import { AppProblem } from '@/lib/problem';

/** Why the database as a whole cannot be used. */
export type Trouble = 'busy' | 'full' | 'read-only' | 'damaged' | 'no-database' | 'unreachable';

/** Result codes of SQLite (https://sqlite.org/rescode.html), also where more follows on them; others are bugs of ours. */
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
];

/** In words that go on with "the database cannot be used:". */
export const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  busy: 'another program holds it',
  full: 'the disk is full',
  'read-only': 'its file, or the folder of its file, may only be read',
  damaged: 'its file is damaged',
  'no-database': 'its file is no database',
  unreachable: 'its file cannot be read or written',
};

/** Seconds after which trying again makes sense; a disk that is full wants somebody to look. */
const RETRY_SECONDS: Readonly<Record<Trouble, number>> = {
  busy: 10,
  full: 60,
  'read-only': 60,
  damaged: 300,
  'no-database': 300,
  unreachable: 60,
};

/** An error of SQLite's library, of Prisma's adapter, and of Prisma: each wraps the one before. */
interface WrappedError {
  code?: unknown;
  cause?: { originalCode?: unknown };
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
}

/** What an error says of the whole database; null for all others. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const { code, cause, meta }: WrappedError = error as WrappedError;
  const codes = [code, cause?.originalCode, meta?.driverAdapterError?.cause?.originalCode];
  const said = codes.find((one) => typeof one === 'string' && one.startsWith('SQLITE_'));
  return CODES.find(([known]) => typeof said === 'string' && said.startsWith(known))?.[1] ?? null;
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

/** The same functions; what they reject with is told as above. */
export function telling<S extends object>(functions: S): S {
  return new Proxy(functions, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await (Reflect.apply(value, target, args) as unknown);
        } catch (error) {
          throw toldError(error);
        }
      };
    },
  });
}
