import { backUp } from '@/lib/store/back-up';
import { databaseFile } from '../config/database-file';
import { readSettings } from '../config/settings';

/**
 * Copies the database that these variables of the environment name into a new file, also while mxproof serves. Rejects with a
 * sentence when a variable is bad, there is no such database, or the file is there already or cannot be written.
 */
export async function backUpDatabase(env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const settings = readSettings(env);
  if (!settings.ok) throw new Error(settings.problem.join(' '));
  await backUp(databaseFile(settings.value.databaseUrl), file);
}
