import { existsSync } from 'node:fs';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { ownOrigin, wayOf } from '../accounts/way';
import { databaseFile, databaseName, isPostgresql } from '@/lib/database-url';
import { openWayProblem } from '../config/own-accounts';
import { readSettings } from '../config/settings';
import { startProblem } from '../engine/start-problem';
import { Invite, makeInvitation } from './invitations';

/** Whoever may read the database is at the machine, and needs no account. */
const COMMAND_LINE = { who: 'the command line', ip: '' };

/** Prisma's words for a table or a column that is not there. */
const OLDER = ['P2021', 'P2022'];

/**
 * Makes the link by which somebody chooses a password, in the database that these variables of the environment name, also while
 * mxproof serves it; `role` null leaves the one they have. Rejects with a sentence when a variable, the address or the role is bad,
 * people do not sign in by accounts, or the database is missing or cannot be used.
 */
export async function inviteByCommand(
  environment: NodeJS.ProcessEnv,
  asked: { email: string; role: string | null },
): Promise<{ email: string; link: string; expiresAt: Date }> {
  const invited = Invite.safeParse(asked);
  if (!invited.success) throw new Error(invited.error.issues[0]?.message);
  const settings = readSettings(environment);
  if (!settings.ok) throw new Error(settings.problem.join(' '));
  const { databaseUrl, access, host, port } = settings.value;
  if (!isPostgresql(databaseUrl) && !existsSync(databaseFile(databaseUrl)))
    throw new Error(`There is no database ${databaseFile(databaseUrl)}.`);
  const { store, choice } = await open(databaseUrl);
  try {
    if (wayOf(access, choice) !== 'accounts')
      throw new Error(
        'People do not sign in by accounts here; where they do by variables of the service, give this command the same ones.',
      );
    const problem = openWayProblem(access.url, { ...access, host });
    if (problem !== null) throw new Error(problem);
    const made = await makeInvitation(COMMAND_LINE, invited.data, ownOrigin(access, port), { store });
    return { ...made, email: invited.data.email };
  } finally {
    await store.close();
  }
}

async function open(databaseUrl: string) {
  try {
    const store = await openPrismaStore(databaseUrl);
    return { store, choice: await store.readSetting('sign-in') };
  } catch (error) {
    const isOlder = error instanceof Error && 'code' in error && OLDER.includes(String(error.code));
    throw new Error(
      isOlder
        ? `The database ${databaseName(databaseUrl)} is of an older version: start mxproof once, and call this again.`
        : startProblem(error, databaseUrl),
      { cause: error },
    );
  }
}
