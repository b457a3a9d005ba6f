import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All programs work in the folder of the project. */
const HERE = join(process.cwd(), 'prisma');

/** What there is for one kind of database. */
export interface DatabaseFiles {
  schema: string;
  migrations: string;
}

export const SQLITE_FILES: DatabaseFiles = {
  schema: join(HERE, 'schema.prisma'),
  migrations: join(HERE, 'migrations'),
};
export const POSTGRESQL_FILES: DatabaseFiles = {
  schema: join(HERE, 'postgresql', 'schema.prisma'),
  migrations: join(HERE, 'postgresql', 'migrations'),
};

export function schemaText({ schema }: DatabaseFiles): string {
  return readFileSync(schema, 'utf8');
}

/** The migrations folder in the form that Prisma's engine takes, in order of name. */
export function readMigrations({ migrations }: DatabaseFiles) {
  const lock = join(migrations, 'migration_lock.toml');
  const names = existsSync(migrations)
    ? readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir: migrations,
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
            value: readFileSync(join(migrations, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
  };
}
