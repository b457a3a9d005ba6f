import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All programs work in the folder of the project. */
const HERE = join(process.cwd(), 'prisma');

export const SCHEMA = join(HERE, 'schema.prisma');
export const MIGRATIONS = join(HERE, 'migrations');

export function schemaText(): string {
  return readFileSync(SCHEMA, 'utf8');
}

/** The migrations folder in the form that Prisma's engine takes, in order of name. */
export function readMigrations() {
  const lock = join(MIGRATIONS, 'migration_lock.toml');
  const names = existsSync(MIGRATIONS)
    ? readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
  };
}
