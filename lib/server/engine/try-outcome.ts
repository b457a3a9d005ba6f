import type { AddressView } from '@/lib/blocklists/view';
import type { Report } from '@/lib/report/report';
import type { WatchProgress } from '@/lib/store/watch-store';
import type { Change } from '@/lib/watch/change';
import { follow } from '@/lib/watch/follow';
import { followLists, type KnownLists, listingsIn } from '@/lib/watch/follow-lists';
import { isInDoubt } from '@/lib/watch/known';
import { MIN_EVERY_MINUTES } from '@/lib/watch/limits';
import { listingOf } from '@/lib/watch/listing';
import { ownFailureOf } from '@/lib/watch/own-failure';
import type { Known, WatchOf } from '@/lib/watch/watch';
import { watchedOf } from '@/lib/watch/watched';
import type { TryResult } from './meters';

const MINUTE_MS = 60_000;

/** After a try that has seen something otherwise, or nothing: what lasts less is not told. */
export const CONFIRM_AFTER_MS = 5 * MINUTE_MS;

/** What a try of a watch has come to. */
export interface TryOutcome {
  progress: WatchProgress;
  told: Change[];
  /** Milliseconds until the next try. */
  waitMs: number;
  /** Of a check: whether it saw what was seen before. */
  isRoutine: boolean;
  result: TryResult;
}

/** What follows from a check that has ended; `rules` names those by which it was judged. */
export function outcomeOfCheck(
  watch: WatchOf<'mail'>,
  report: Report,
  about: { id: string; rules: string; at: Date },
): TryOutcome {
  const { id, rules, at } = about;
  const seen = watchedOf(report, rules);
  const ownFailure = ownFailureOf(report);
  const { knowledge, told, again } = follow(watch.knowledge, seen);
  const known = { kind: watch.kind, knowledge };
  const blind = seen.verdict === null ? watch.blind + 1 : 0;
  const isNew = watch.knowledge.verdict === null && knowledge.verdict !== null;
  const since = isNew || told.some(({ what }) => what === 'verdict') ? at : watch.since;
  // A try that sees nothing is repeated soon once, and as long as something is in doubt.
  const isSoon = again || (blind > 0 && (blind === 1 || isInDoubt(known)));
  const wasQuiet = watch.knowledge.verdict !== null && !isInDoubt(watch);
  return {
    progress: { knowledge, since, blind, ownFailure, lastCheckId: id },
    told,
    waitMs: Math.min(isSoon ? CONFIRM_AFTER_MS : Infinity, watch.everyMinutes * MINUTE_MS),
    isRoutine: wasQuiet && !isInDoubt(known) && told.length === 0 && blind !== 1,
    result: resultOf({ told, isOurs: ownFailure !== null, blind, known }),
  };
}

/** What follows from a look-up. */
export function outcomeOfLookUp(
  watch: WatchOf<'lists'>,
  view: Pick<AddressView, 'lists'>,
  at: Date,
): TryOutcome {
  const { knowledge, told, again } = followLists(watch.knowledge, view);
  const known = { kind: watch.kind, knowledge };
  const blind = view.lists.every((list) => listingOf(list) === null) ? watch.blind + 1 : 0;
  // A list that answers for the first time may have it as well, which is told to nobody.
  const isOtherwise = told.length > 0 || zonesIn(knowledge) !== zonesIn(watch.knowledge);
  const since = isOtherwise ? at : watch.since;
  // A list that falls silent leaves its doubt open: then lists are asked no more often than anybody may have them asked.
  const inDoubtMs = isInDoubt(known) ? MIN_EVERY_MINUTES.lists * MINUTE_MS : Infinity;
  return {
    progress: { knowledge, since, blind, ownFailure: null, lastCheckId: null },
    told,
    waitMs: Math.min(again || blind === 1 ? CONFIRM_AFTER_MS : inDoubtMs, watch.everyMinutes * MINUTE_MS),
    isRoutine: false,
    result: resultOf({ told, isOurs: false, blind, known }),
  };
}

/** Lists that have it; null where none has answered yet. */
function zonesIn(known: KnownLists): string | null {
  return (
    listingsIn(known)
      ?.map(({ zone }) => zone)
      .join(' ') ?? null
  );
}

function resultOf(about: {
  told: readonly Change[];
  isOurs: boolean;
  blind: number;
  known: Known;
}): TryResult {
  if (about.told.length > 0) return 'told';
  if (about.isOurs) return 'own-failure';
  if (about.blind > 0) return 'blind';
  return isInDoubt(about.known) ? 'in-doubt' : 'unchanged';
}
