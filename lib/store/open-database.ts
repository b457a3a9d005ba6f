import { isPostgresql } from '@/lib/database-url';
import type { OpenDatabase } from './dialect';
import { openSqlite } from './sqlite';

/** Opens a database by its kind. Rejects when it cannot be opened. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  if (!isPostgresql(url)) return openSqlite(url);
  // Only whoever has PostgreSQL reads it.
  const { openPostgresql } = await import('./postgresql/database');
  return openPostgresql(url);
}
