import { isPostgresql } from '@/lib/database-url';
import type { Settings } from '../config/settings';
import type { Backing, Role } from './backing';
import { openMemoryBacking } from './memory-backing';

/** `onLost` is called when this process may serve the database no longer. Rejects with `DatabaseInUse`, or with what the database says. */
export async function openBacking(
  settings: Settings,
  role: Role,
  onLost: (error: Error) => void,
): Promise<Backing> {
  if (!isPostgresql(settings.databaseUrl)) return openMemoryBacking(settings);
  // Only whoever has PostgreSQL reads it.
  const { openSharedBacking } = await import('./shared/shared-backing');
  return openSharedBacking(settings, role, onLost);
}
