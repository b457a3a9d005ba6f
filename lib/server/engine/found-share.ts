import { AppProblem } from '@/lib/problem';
import { isCheckId } from '@/lib/store/check-id';
import type { ShareStore, StoredShare } from '@/lib/store/share-store';
import type { Access } from '../config/access';

/** Whom the reader of a link that has ended can ask, and what time it is. */
interface Asked {
  store: Pick<ShareStore, 'readShare'>;
  /** How to reach whoever runs this; null when they do not say. */
  operator: string | null;
  now: number;
}

/** The link that was made for somebody under this id; null when there is none. Throws `link-ended`. */
export async function foundShare(id: string, { store, operator, now }: Asked): Promise<StoredShare | null> {
  const share = isCheckId(id) ? await store.readShare(id) : null;
  if (share === null) return null;
  const end = endOf(share, now);
  if (end === null) return share;
  const whom = operator === null ? 'whoever sent it' : `whoever sent it, or ${operator},`;
  throw new AppProblem('link-ended', { say: `${WORDS[end]} Ask ${whom} for a new one.` });
}

/** Where links are kept, and by what their readers are told whom to ask. */
export interface ShareShelf {
  store: Pick<ShareStore, 'readShare'>;
  settings: { access: Pick<Access, 'operator'> };
}

/** The same, now. */
export function shareOf(id: string, { store, settings }: ShareShelf): Promise<StoredShare | null> {
  return foundShare(id, { store, operator: settings.access.operator, now: Date.now() });
}

/** How a link has ended; null while it holds. */
export function endOf(
  { expiresAt, endedAt }: Pick<StoredShare, 'expiresAt' | 'endedAt'>,
  now: number,
): 'run-out' | 'taken-back' | null {
  const isTakenBack = endedAt !== null && (expiresAt === null || endedAt < expiresAt);
  if (isTakenBack) return 'taken-back';
  return expiresAt !== null && expiresAt.getTime() <= now ? 'run-out' : null;
}

const WORDS = {
  'run-out': 'This link was made to hold for a time, and that is over.',
  'taken-back': 'Whoever made this link has taken it back.',
};
