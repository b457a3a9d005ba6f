import { resolve } from 'node:path';
import { backUpDatabase } from '@/lib/server/engine/back-up';

/** `npm run backup -- FILE`: a copy of the database, also while mxproof serves. The exit code is 1 when there is none. */
async function main(file: string | undefined): Promise<string> {
  if (file === undefined) throw new Error('Say where to: npm run backup -- FILE');
  // npm works in the folder of the project, and tells where it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  await backUpDatabase(process.env, path);
  return `The database was copied to ${path}.`;
}

try {
  console.log(`mxproof: ${await main(process.argv[2])}`);
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
