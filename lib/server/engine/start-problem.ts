import { databaseName } from '@/lib/database-url';
import { AppProblem } from '@/lib/problem';
import { DatabaseInUse } from '@/lib/store/instance-lock';
import { type Trouble, TROUBLE_WORDS, troubleOf } from '@/lib/store/trouble';

/** What to do about it, as the rest of a sentence. */
const ADVICE: Readonly<Record<Trouble, string>> = {
  busy: 'end what writes into it, and start again',
  full: 'make room, and start again',
  'read-only': 'give mxproof the right to write both, or set DATABASE_URL to another file',
  damaged: 'restore a copy (npm run restore -- FILE)',
  'no-database': 'set DATABASE_URL to another file, or restore a copy (npm run restore -- FILE)',
  unreachable: 'look at its disk and at the rights of its file and folder',
  'server-away': 'start it, or set DATABASE_URL to where it is',
  'server-full': 'end what holds its connections, or let it take more of them (max_connections)',
  'server-refuses': 'look at the user and the password in DATABASE_URL, and at its pg_hba.conf',
  'server-unproven':
    'set sslmode in DATABASE_URL, or NODE_EXTRA_CA_CERTS to the certificates of its authority',
  'server-forbids': 'make the user in DATABASE_URL the owner of the database (ALTER DATABASE … OWNER TO …)',
  'server-read-only': 'set DATABASE_URL to the server that may be written',
  'server-damaged': 'look at its log, and restore a copy (docs/operation.md)',
  'server-lacks-database': 'make it (createdb), or set DATABASE_URL to another one',
};

/** Why mxproof cannot start on this database: one sentence for the person at the terminal. */
export function startProblem(error: unknown, databaseUrl: string): string {
  if (error instanceof DatabaseInUse) return error.message;
  const isTold = error instanceof AppProblem;
  const trouble = troubleOf(isTold ? error.cause : error);
  if (trouble === null && isTold) return error.say;
  if (trouble === null) return `The start failed (${firstLine(error)}); please report this.`;
  return `The database ${databaseName(databaseUrl)} cannot be used: ${TROUBLE_WORDS[trouble]}; ${ADVICE[trouble]}.`;
}

/** Ends the process, which may not serve: whoever started it sees the exit code, and nobody an error page for ever. */
export function failStart(error: unknown, databaseUrl: string): never {
  process.stderr.write(`mxproof: ${startProblem(error, databaseUrl)}\n`);
  process.exit(1);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}
