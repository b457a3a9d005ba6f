import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations } from './apply';
import { POSTGRESQL_FILES, SQLITE_FILES } from './files';

/**
 * `migrate apply`: brings the database up to date. `migrate diff NAME`: writes what changed in the schema as a migration of each kind of
 * database; the one for PostgreSQL is made on a server of its own (`scripts/on-postgresql.mjs`).
 */
async function main([verb, name]: string[]): Promise<void> {
  if (verb === 'apply') {
    const { applied } = await applyMigrations(process.env['DATABASE_URL'] ?? 'file:./data/mxproof.db');
    if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}`);
    return;
  }
  if (verb !== 'diff' || name === undefined || !/^[a-z0-9_]+$/.test(name))
    throw new Error('Say "apply", or "diff" and a name of letters, digits and underscores.');
  const server = process.env['MXPROOF_TEST_POSTGRESQL'];
  if (server === undefined) throw new Error('Say npm run db:diff, which starts a server of PostgreSQL.');
  const { diffSqlite } = await import('./engine');
  write('SQLite', SQLITE_FILES.migrations, name, await diffSqlite());
  const { collated, diffPostgresql } = await import('./postgresql/engine');
  const { postgresqlSchema } = await import('./postgresql/schema-text');
  writeFileSync(POSTGRESQL_FILES.schema, postgresqlSchema(readFileSync(SQLITE_FILES.schema, 'utf8')));
  write('PostgreSQL', POSTGRESQL_FILES.migrations, name, collated(await diffPostgresql(server)));
}

function write(kind: string, migrations: string, name: string, sql: string): void {
  if (sql === '') {
    console.log(`${kind}: the migrations lead to the schema; there is nothing to write.`);
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`${kind}: wrote ${folder}`);
}

await main(process.argv.slice(2));
