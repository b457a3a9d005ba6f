import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { applyMigrations, isUpToDate } from '@/prisma/apply';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { readSettings } from '@/lib/server/config/settings';
import { startProblem } from '@/lib/server/engine/start-problem';
import { KINDS, ONE_OF, WITHOUT } from '@/lib/server/engine/transfer/form';
import { noOutcomes, type Outcome } from '@/lib/server/engine/transfer/import';
import { exportTo, importFrom } from '@/lib/server/engine/transfer/transfer-files';
import { DatabaseInUse, lockInstance } from '@/lib/store/instance-lock';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import { AppProblem } from '@/lib/problem';
import { troubleOf } from '@/lib/store/trouble';

/** Things of which it is said by name that they were left out, or refused. */
const NAMED = 20;

/** Names the first ones on standard error. */
function namer(words: string): { tell: (what: string, why: string) => void; count: () => number } {
  let count = 0;
  return {
    tell(what, why) {
      count++;
      if (count <= NAMED) console.error(`mxproof: ${words} ${what}: ${why}.`);
    },
    count: () => count,
  };
}

/** `npm run export -- FILE`: everything that is kept, also while mxproof serves. */
async function exportFile(file: string, databaseUrl: string): Promise<void> {
  if (!isPostgresql(databaseUrl) && !existsSync(databaseFile(databaseUrl)))
    throw new Error(`There is no database ${databaseFile(databaseUrl)}.`);
  const leftOut = namer('Left out');
  const [end, underWay] = await withStore(databaseUrl, async (store) => [
    await exportTo(file, store, leftOut.tell),
    await store.countUnderWay(),
  ]);
  console.log(
    `mxproof: Exported to ${file}: ${KINDS.map((kind) => `${end[kind]} ${end[kind] === 1 ? ONE_OF[kind] : kind}`).join(', ')}.`,
  );
  if (underWay > 0) console.log(`mxproof: Checks under way, which are not in it: ${underWay}.`);
  if (leftOut.count() > 0) console.error(`mxproof: Left out in all: ${leftOut.count()}.`);
  console.log(`mxproof: Never in an export: ${WITHOUT.join(', ')}.`);
  if (leftOut.count() > 0) process.exitCode = 1;
}

/** `npm run import -- FILE`: what was exported elsewhere, also while mxproof serves, and once more after an interruption. */
async function importFile(file: string, databaseUrl: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!isPostgresql(databaseUrl)) mkdirSync(dirname(databaseFile(databaseUrl)), { recursive: true });
  const outcomes = noOutcomes();
  const refused = namer('Refused');
  const tell = () => {
    const words = KINDS.map((kind) => `${kind} ${outcomeWords(outcomes[kind])}`).join('; ');
    console.log(`mxproof: Imported from ${file}: ${words}.`);
  };
  try {
    await withStore(databaseUrl, (store) => importFrom(file, store, outcomes, refused.tell));
  } catch (error) {
    tell();
    throw error;
  }
  tell();
  if (refused.count() > 0) process.exitCode = 1;
}

function outcomeWords({ added, there, refused }: Outcome): string {
  return `${added} added, ${there} there already, ${refused} refused`;
}

/** Brings the database up to date, as a start does, unless mxproof serves it; then it has to be. */
async function withStore<T>(databaseUrl: string, work: (store: CheckStore) => Promise<T>): Promise<T> {
  await prepare(databaseUrl);
  const store = await openPrismaStore(databaseUrl);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function prepare(databaseUrl: string): Promise<void> {
  try {
    const lock = await lockInstance(databaseUrl);
    try {
      await applyMigrations(databaseUrl);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error;
    if (!(await isUpToDate(databaseUrl)))
      throw new Error('An older mxproof serves the database: end it, and start this version first.', {
        cause: error,
      });
  }
}

async function main([command, file]: string[]): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.problem.join(' '));
  const { databaseUrl } = settings.value;
  const isExport = command === 'export';
  if (file === undefined)
    throw new Error(
      isExport ? 'Say where to: npm run export -- FILE' : 'Say from where: npm run import -- FILE',
    );
  // npm works in the folder of the project, and tells where it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  try {
    await (isExport ? exportFile : importFile)(path, databaseUrl);
  } catch (error) {
    const isOfDatabase = error instanceof AppProblem || troubleOf(error) !== null;
    throw isOfDatabase ? new Error(startProblem(error, databaseUrl)) : error;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
