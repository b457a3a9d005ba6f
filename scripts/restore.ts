import { resolve } from 'node:path';
import { restoreDatabase } from '@/lib/server/engine/back-up';

/** `npm run restore -- FILE`: a copy takes the place of the database. The exit code is 1 when it does not. */
async function main(file: string | undefined): Promise<string> {
  if (file === undefined) throw new Error('Say from where: npm run restore -- FILE');
  // npm works in the folder of the project, and tells where it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const kept = await restoreDatabase(process.env, path);
  return `The database is that of ${path} now.${kept === null ? '' : ` What was there before is in ${kept}.`}`;
}

try {
  console.log(`mxproof: ${await main(process.argv[2])}`);
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
