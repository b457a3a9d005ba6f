import { backUp } from '@/lib/store/back-up';
import { restore } from '@/lib/store/restore';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { readSettings } from '../config/settings';

/**
 * Copies the database that these variables of the environment name into a new file, also while mxproof serves. Rejects with a
 * sentence when a variable is bad, there is no such database or it is one of PostgreSQL, or the file is there already or cannot be
 * written.
 */
export async function backUpDatabase(env: NodeJS.ProcessEnv, file: string): Promise<void> {
  await backUp(fileIn(env, 'copy it with pg_dump'), file);
}

/**
 * Puts a copy in the place of the database that these variables name; returns where that is kept, null when there was none.
 * Rejects with a sentence when a variable is bad, it is a database of PostgreSQL, mxproof serves it, or the copy is damaged.
 */
export async function restoreDatabase(env: NodeJS.ProcessEnv, copy: string): Promise<string | null> {
  return restore(copy, fileIn(env, 'restore a copy with pg_restore'), new Date());
}

function fileIn(env: NodeJS.ProcessEnv, instead: string): string {
  const settings = readSettings(env);
  if (!settings.ok) throw new Error(settings.problem.join(' '));
  const { databaseUrl } = settings.value;
  if (isPostgresql(databaseUrl))
    throw new Error(`DATABASE_URL names a database of PostgreSQL: ${instead}, as docs/operation.md tells.`);
  return databaseFile(databaseUrl);
}
