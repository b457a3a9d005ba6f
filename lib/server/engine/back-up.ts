import { backUp } from '@/lib/store/back-up';
import { restore } from '@/lib/store/restore';
import { databaseFile } from '@/lib/database-url';
import { readSettings } from '../config/settings';

/**
 * Copies the database that these variables of the environment name into a new file, also while mxproof serves. Rejects with a
 * sentence when a variable is bad, there is no such database, or the file is there already or cannot be written.
 */
export async function backUpDatabase(env: NodeJS.ProcessEnv, file: string): Promise<void> {
  await backUp(databaseIn(env), file);
}

/**
 * Puts a copy in the place of the database that these variables name; returns where that is kept, null when there was none.
 * Rejects with a sentence when a variable is bad, mxproof serves it, or the copy is damaged.
 */
export async function restoreDatabase(env: NodeJS.ProcessEnv, copy: string): Promise<string | null> {
  return restore(copy, databaseIn(env), new Date());
}

function databaseIn(env: NodeJS.ProcessEnv): string {
  const settings = readSettings(env);
  if (!settings.ok) throw new Error(settings.problem.join(' '));
  return databaseFile(settings.value.databaseUrl);
}
