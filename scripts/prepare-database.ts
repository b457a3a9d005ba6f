import { applyMigrations, isUpToDate, type MigratedDatabase } from '@/prisma/apply';
import { MigrationRefused } from '@/prisma/records';
import { isPostgresql } from '@/lib/database-url';
import { startProblem } from '@/lib/server/engine/start-problem';
import { lockInstance } from '@/lib/store/instance-lock';

/**
 * Brings the database up to date, which nobody else may serve meanwhile; one of PostgreSQL that is up to date may be served by others.
 * A sentence when it cannot be served; null when it can.
 */
export async function prepareDatabase(databaseUrl: string): Promise<string | null> {
  try {
    if (isPostgresql(databaseUrl) && (await isUpToDate(databaseUrl))) return null;
    const lock = await lockInstance(databaseUrl);
    try {
      tellMigrations(await applyMigrations(databaseUrl));
      return null;
    } finally {
      await lock.release();
    }
  } catch (error) {
    return error instanceof MigrationRefused ? error.message : startProblem(error, databaseUrl);
  }
}

function tellMigrations({ applied, copy, altered }: MigratedDatabase): void {
  if (copy !== null) console.log(`mxproof: database: as it was before, it stands in ${copy}`);
  if (applied.length > 0) console.log(`mxproof: database: applied ${applied.join(', ')}`);
  if (altered.length > 0)
    console.log(
      `mxproof: database: ${altered.join(', ')} was applied in another form than this version has; if something is amiss, that may be why`,
    );
}
