import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations } from './apply';
import { MIGRATIONS } from './files';

/** `migrate apply`: brings the database up to date. `migrate diff NAME`: writes what changed in the schema as a migration. */
async function main([verb, name]: string[]): Promise<void> {
  if (verb === 'apply') {
    const { applied } = await applyMigrations(process.env['DATABASE_URL'] ?? 'file:./data/mxproof.db');
    if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}`);
    return;
  }
  if (verb !== 'diff' || name === undefined || !/^[a-z0-9_]+$/.test(name))
    throw new Error('Say "apply", or "diff" and a name of letters, digits and underscores.');
  const { diffSchema } = await import('./engine');
  const sql = await diffSchema();
  if (sql === '') {
    console.log('The migrations lead to the schema; there is nothing to write.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`Wrote ${folder}`);
}

await main(process.argv.slice(2));
