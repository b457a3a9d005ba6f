import pLimit from 'p-limit';
import { askList } from '@/lib/blocklists/ask-list';
import type { Blocklist, Subject } from '@/lib/blocklists/blocklist';
import { BLOCKLISTS, TABLE_DATE } from '@/lib/blocklists/table';
import type { AddressView, ListView } from '@/lib/blocklists/view';
import { lookUpReverseName } from '@/lib/check/parts/reverse-names';
import type { KeptResults } from './kept-results';
import type { LookupPurpose, Meters } from './meters';
import { createLookups, type LookupLimits, type LookupWorld } from './lookups';

/** A list takes four queries when its zone is known, and up to ten to find it; the rest is room for dead servers. */
export const ADDRESS_LIMITS: LookupLimits = { queries: 300, deadlineMs: 40_000 };

/** Lists that are asked at once. */
const LISTS_AT_ONCE = 4;

/** Milliseconds for which a list whose test entries were as they must be is not tested again (RFC 5782 §5: periodically). */
const WORKING_MS = 24 * 3_600_000;

/** Finds out what others can know of an address, or of a name of our own: its reverse name, and the lists that it is on. */
export type AddressLookup = (subject: Subject, purpose: LookupPurpose) => Promise<AddressView>;

interface AddressLookupConfig {
  world: LookupWorld;
  /** Those that are asked. */
  lists: readonly Blocklist[];
  meters: Pick<Meters, 'dnsAsked'>;
  limits?: LookupLimits;
}

/** By our own walk from the root, never through a resolver: lists refuse those. Which of them work is remembered in memory. */
export function createAddressLookup({
  world,
  lists,
  meters,
  limits = ADDRESS_LIMITS,
}: AddressLookupConfig): AddressLookup {
  const working = createWorkingLists(() => world.now());
  return async (subject, purpose) => {
    const lookups = createLookups(world, limits, (outcome) => meters.dnsAsked(purpose, outcome));
    const atOnce = pLimit(LISTS_AT_ONCE);
    const isFor = ({ zone, holds }: Blocklist) =>
      holds.includes(subject.kind) && world.choice({ names: [zone], address: null }) === null;
    const asked = lists.filter(isFor);
    const askedAt = new Date(world.now()).toISOString();
    const outcomeOf = async (list: Blocklist): Promise<ListView> => {
      const { zone, operator, about, weight, removal, terms } = list;
      const outcome = await askList(list, subject, { ...lookups, working });
      return { zone, operator, about, weight, removal, terms, outcome };
    };
    const [reverse, views] = await Promise.all([
      subject.kind === 'name' ? null : lookUpReverseName(subject.text, null, lookups.ask, () => []),
      Promise.all(asked.map((list) => atOnce(() => outcomeOf(list)))),
    ]);
    return {
      about: subject.text,
      askedAt,
      reverse,
      lists: views,
      unasked: BLOCKLISTS.filter(({ holds }) => holds.includes(subject.kind))
        .map(({ zone }) => zone)
        .filter((zone) => !asked.some((list) => list.zone === zone)),
      tableDate: TABLE_DATE,
      queries: lookups.queries(),
      isCutShort: lookups.isCutShort(),
    };
  };
}

/** The same, kept under what was asked about. */
export function keepingLookUp(
  lookUp: AddressLookup,
  kept: Pick<KeptResults<AddressView>, 'keep'>,
): AddressLookup {
  return async (subject, purpose) => {
    const view = await lookUp(subject, purpose);
    kept.keep(view, view.about);
    return view;
  };
}

/** Zones, each for so long after it was added. */
function createWorkingLists(now: () => number) {
  const since = new Map<string, number>();
  return {
    has: (zone: string) => now() - (since.get(zone) ?? -Infinity) < WORKING_MS,
    add: (zone: string) => void since.set(zone, now()),
  };
}
