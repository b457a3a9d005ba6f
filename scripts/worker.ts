import { isPostgresql } from '@/lib/database-url';
import { log } from '@/lib/server/config/log';
import { readSettings } from '@/lib/server/config/settings';
import { openBacking } from '@/lib/server/engine/open-backing';
import { endInOrder } from '@/lib/server/engine/ending';
import { closeEngine, createEngine } from '@/lib/server/engine/engine';
import { failStart } from '@/lib/server/engine/start-problem';
import type { Meters } from '@/lib/server/engine/meters';
import { prepareDatabase } from './prepare-database';

/** Nobody can ask this process what it has counted. */
const UNCOUNTED: Meters = {
  checkEnded: () => undefined,
  dnsAsked: () => undefined,
  mailRead: () => undefined,
  watchTried: () => undefined,
  alertTried: () => undefined,
};

/** Runs checks until the process ends; what cannot be is said in sentences. */
async function work(): Promise<string[]> {
  const read = readSettings(process.env);
  if (!read.ok) return read.problem;
  const settings = read.value;
  const { databaseUrl, concurrency } = settings;
  log.level = settings.logLevel;
  if (!isPostgresql(databaseUrl))
    return [
      'A worker shares its database with other processes, which a file of SQLite cannot be; set DATABASE_URL to a database of PostgreSQL. With a file npm start runs checks by itself.',
    ];
  const problem = await prepareDatabase(databaseUrl);
  if (problem !== null) return [problem];
  try {
    const role = { runsChecks: true, keepsTime: false };
    const backing = await openBacking(settings, role, (error) => failStart(error, databaseUrl));
    const engine = createEngine(backing, settings, UNCOUNTED);
    await backing.begin(engine);
    endInOrder(() => closeEngine(engine, backing), settings.graceMs);
  } catch (error) {
    failStart(error, databaseUrl);
  }
  console.log(`mxproof: running up to ${concurrency} checks at once (process ${process.pid})`);
  return [];
}

for (const problem of await work()) {
  console.error(`mxproof: ${problem}`);
  process.exitCode = 1;
}
