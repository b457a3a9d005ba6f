import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { applyMigrations, type MigratedDatabase } from '@/prisma/apply';
import { MigrationRefused } from '@/prisma/records';
import { BASE_PATH } from '@/lib/own-link';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { startProblem } from '@/lib/server/engine/start-problem';
import { lockInstance } from '@/lib/store/instance-lock';
import { readSettings, type Settings } from '@/lib/server/config/settings';

/** What must hold before mxproof serves: sentences that say what does not and what to do; none when all is well. */
async function preflight(): Promise<string[]> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings.problem;
  const { databaseUrl, host, port } = settings.value;
  const problems = [prepareFolder(databaseUrl), await portProblem(settings.value)].filter(
    (one) => one !== null,
  );
  if (problems.length > 0) return problems;
  try {
    const lock = await lockInstance(databaseUrl);
    try {
      tellMigrations(await applyMigrations(databaseUrl));
    } finally {
      await lock.release();
    }
  } catch (error) {
    return [error instanceof MigrationRefused ? error.message : startProblem(error, databaseUrl)];
  }
  console.log(`mxproof: serving http://${host.includes(':') ? `[${host}]` : host}:${port}${BASE_PATH}`);
  return [];
}

function tellMigrations({ applied, copy, altered }: MigratedDatabase): void {
  if (copy !== null) console.log(`mxproof: database: as it was before, it stands in ${copy}`);
  if (applied.length > 0) console.log(`mxproof: database: applied ${applied.join(', ')}`);
  if (altered.length > 0)
    console.log(
      `mxproof: database: ${altered.join(', ')} was applied in another form than this version has; if something is amiss, that may be why`,
    );
}

function prepareFolder(databaseUrl: string): string | null {
  if (isPostgresql(databaseUrl)) return null;
  const folder = dirname(databaseFile(databaseUrl));
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `The database folder ${folder} cannot be written to (${reasonOf(error)}); give mxproof the right to, or set DATABASE_URL to another place.`;
  }
}

function portProblem({ host, port }: Settings): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(portWords(reasonOf(error), host, port)));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function portWords(reason: string, host: string, port: number): string {
  switch (reason) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use; end what listens there, or set PORT to another one.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user; set PORT to one above 1023.`;
    default:
      return `mxproof cannot listen on ${host}, port ${port} (${reason}); set HOST to an address of this machine.`;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : (error.message.split('\n')[0] ?? '');
}

for (const problem of await preflight()) {
  console.error(`mxproof: ${problem}`);
  process.exitCode = 1;
}
