import { unreachable } from '@/lib/result';
import { isMailInDoubt, Knowledge, NOTHING_KNOWN, withoutDoubtsOfMail } from './follow';
import { areListsInDoubt, KnownLists, NO_LISTS_KNOWN, withoutDoubtsOfLists } from './follow-lists';
import type { WatchKind } from './kind';
import type { Known } from './watch';

/** What is known by a watch of a kind, as it was kept; nothing where no version of today has written it. */
export function knownIn(kind: WatchKind, kept: unknown): Known {
  switch (kind) {
    case 'mail':
      return { kind, knowledge: Knowledge.safeParse(kept).data ?? NOTHING_KNOWN };
    case 'lists':
      return { kind, knowledge: KnownLists.safeParse(kept).data ?? NO_LISTS_KNOWN };
    default:
      return unreachable(kind);
  }
}

/** Whether a second try is to confirm something. */
export function isInDoubt(known: Known): boolean {
  switch (known.kind) {
    case 'mail':
      return isMailInDoubt(known.knowledge);
    case 'lists':
      return areListsInDoubt(known.knowledge);
    default:
      return unreachable(known);
  }
}

/** What is known without what is in doubt. */
export function withoutDoubts(known: Known): Known['knowledge'] {
  switch (known.kind) {
    case 'mail':
      return withoutDoubtsOfMail(known.knowledge);
    case 'lists':
      return withoutDoubtsOfLists(known.knowledge);
    default:
      return unreachable(known);
  }
}
