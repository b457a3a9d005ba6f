import { type Change, changesBetween, isRecovery, updated } from './change';
import { Facet, type Watched } from './watched';

/** What a watch has made of its tries so far. */
export interface Knowledge {
  /** What was told, or found at the first try; null before. */
  known: Watched | null;
  /** What the last try has seen otherwise, and no second try has confirmed yet. */
  doubted: Watched | null;
}

/** What follows from a try. */
interface Step extends Knowledge {
  /** What is told now. */
  told: Change[];
  /** Whether it is tried again soon, to see whether it stays so. */
  again: boolean;
}

/**
 * What follows from what a try has seen. Only what two tries in a row have seen alike is told, but that something is well again at once.
 * A try after a doubted one is not repeated soon: what is otherwise each time would be asked for without end.
 */
export function follow({ known, doubted }: Knowledge, seen: Watched): Step {
  if (known === null) return { known: seen, doubted: null, told: [], again: false };
  const changes = changesBetween(known, seen);
  const before = doubted === null ? [] : changesBetween(known, doubted).map(({ facet }) => facet);
  const isConfirmed = ({ facet }: Change): boolean =>
    doubted !== null &&
    before.includes(facet) &&
    // That mail does not arrive stays true when the way in which it fails changes from try to try.
    (facet === 'verdict' || changesBetween(doubted, seen).every((change) => change.facet !== facet));
  const told = changes.filter((change) => isRecovery(change) || isConfirmed(change));
  const open = changes.filter((change) => !told.includes(change)).map(({ facet }) => facet);
  const settled = Facet.options.filter((facet) => !open.includes(facet));
  return {
    known: updated(known, seen, settled),
    doubted: open.length > 0 ? seen : null,
    told,
    again: open.length > 0 && doubted === null,
  };
}
