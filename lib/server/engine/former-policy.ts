import { formerPolicy } from '@/lib/report/former-policy';
import type { FormerStsPolicy } from '@/lib/policy/view';
import type { CheckStore } from '@/lib/store/store';

/** Checks of a domain that are looked at, the newest ones. */
const MOST = 100;

/** What `formerPolicy` finds in the checks that are kept of a domain. */
export async function findFormerPolicy(
  domain: string,
  { store, now }: { store: Pick<CheckStore, 'list' | 'outlinesOf'>; now: () => number },
): Promise<FormerStsPolicy | null> {
  const { items } = await store.list({ domain, limit: MOST });
  const outlines = await store.outlinesOf(items.map(({ id }) => id));
  const seen = items.map(({ id, createdAt }) => ({ at: createdAt, outline: outlines.get(id) ?? null }));
  return formerPolicy(seen, now());
}
