import { isCheckId } from '@/lib/store/check-id';
import type { CheckLink } from './get-report';
import { query } from './verb';

/**
 * The check with which one is compared first: the newest of the same target before it, of the same depth where there is one. Only for
 * those who see lists: an id is the permission to read.
 */
export const findFormer = query('list', async (_, { id }: CheckLink, { store }): Promise<string | null> =>
  isCheckId(id) ? store.formerOf(id) : null,
);
