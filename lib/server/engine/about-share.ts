import type { Share } from '@/lib/share';
import type { StoredShare } from '@/lib/store/share-store';

/** What whoever reads by a link is told of it. */
export function aboutShare({ createdAt, createdBy, expiresAt, hidesLocalParts, line }: StoredShare): Share {
  return {
    madeAt: createdAt.toISOString(),
    madeBy: createdBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    hidesLocalParts,
    line,
  };
}
