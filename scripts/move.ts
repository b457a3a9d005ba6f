import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile, databaseName, isDatabaseUrl, isPostgresql } from '@/lib/database-url';
import { AppProblem } from '@/lib/problem';
import { startProblem } from '@/lib/server/engine/start-problem';
import { lockFile, lockInstance } from '@/lib/store/instance-lock';
import { moveDatabase } from '@/lib/store/postgresql/move';
import { troubleOf } from '@/lib/store/trouble';
import { applyMigrations, isUpToDate } from '@/prisma/apply';

/** `npm run db:move -- FILE URL`: everything in a file of SQLite goes into a database of PostgreSQL. The exit code is 1 when it does not. */
async function main([from, to]: string[]): Promise<void> {
  if (from === undefined || to === undefined || !isPostgresql(to) || !isDatabaseUrl(to))
    throw new Error(
      'Say from where and where to: npm run db:move -- FILE postgresql://USER:PASSWORD@HOST/DATABASE',
    );
  // npm works in the folder of the project, and tells where it was called.
  const file = resolve(process.env['INIT_CWD'] ?? '.', databaseFile(from));
  if (!existsSync(file)) throw new Error(`There is no database ${file}.`);
  const lock = lockFile(file);
  try {
    if (!(await isUpToDate(`file:${file}`)))
      throw new Error(
        `The database ${file} is of an older version: start this version on it once, and call this again.`,
      );
    await toServer(file, to);
  } finally {
    lock.release();
  }
}

async function toServer(file: string, url: string): Promise<void> {
  try {
    const lock = await lockInstance(url);
    try {
      await applyMigrations(url);
      const { rows, verified, damaged } = await moveDatabase(file, url, (table, count) =>
        console.log(`mxproof: ${table}: ${count}`),
      );
      const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
      console.log(
        `mxproof: All ${all} rows of ${file} are in ${databaseName(url)}, and the evidence of ${verified} checks has its digest.`,
      );
      if (damaged.length > 0)
        console.log(`mxproof: Damaged before, and moved as they are: the checks ${damaged.join(', ')}.`);
      console.log(
        `mxproof: Now set DATABASE_URL. What cookies and webhooks are signed by stands in ${file}.secret: copy it to data/postgresql.secret, or set MXPROOF_SECRET to what it holds.`,
      );
    } finally {
      await lock.release();
    }
  } catch (error) {
    const isOfServer = error instanceof AppProblem || troubleOf(error) !== null;
    throw isOfServer ? new Error(startProblem(error, url), { cause: error }) : error;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
