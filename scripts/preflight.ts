import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { BASE_PATH } from '@/lib/own-link';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { readSettings, type Settings } from '@/lib/server/config/settings';
import { prepareDatabase } from './prepare-database';

/** What must hold before mxproof serves: sentences that say what does not and what to do; none when all is well. */
async function preflight(): Promise<string[]> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings.problem;
  const { databaseUrl, host, port } = settings.value;
  const problems = [prepareFolder(databaseUrl), await portProblem(settings.value)].filter(
    (one) => one !== null,
  );
  if (problems.length > 0) return problems;
  const problem = await prepareDatabase(databaseUrl);
  if (problem !== null) return [problem];
  console.log(`mxproof: serving http://${host.includes(':') ? `[${host}]` : host}:${port}${BASE_PATH}`);
  return [];
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
