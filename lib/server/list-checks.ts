import type { CheckPage } from '@/lib/check/summary';
import type { ListQuery } from '@/lib/store/store';
import { services } from './services';

/** Checks newest first, of one domain or of all. */
export async function listChecks(query: ListQuery): Promise<CheckPage> {
  const { store } = await services();
  return store.list(query);
}
