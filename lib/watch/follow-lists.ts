import { z } from 'zod';
import type { AddressView } from '@/lib/blocklists/view';
import { type Aspect, aspectOf, settled, stepOf } from './aspect';
import type { Followed } from './followed';
import { isSameListing, type Listed, Listing, listingOf } from './listing';

/** What a watch of an address has made of its tries so far: by zone, of the lists that have answered since it began. */
export const KnownLists = z.record(z.string(), aspectOf(Listing));
export type KnownLists = z.infer<typeof KnownLists>;

export const NO_LISTS_KNOWN: KnownLists = {};

/**
 * What follows from a look-up. Only what two of them have seen is told. A list that gave no answer that counts stays as it was, and in
 * doubt where it was in doubt; one that is asked no more is forgotten.
 */
export function followLists(known: KnownLists, { lists }: Pick<AddressView, 'lists'>): Followed<KnownLists> {
  const told: Followed<KnownLists>['told'] = [];
  let again = false;
  const aspects = lists.flatMap((list): [zone: string, Aspect<Listing>][] => {
    const { zone, removal } = list;
    const aspect = known[zone];
    const after = listingOf(list);
    if (after === null) return aspect === undefined ? [] : [[zone, aspect]];
    if (aspect === undefined) return [[zone, { known: after, doubted: null }]];
    const step = stepOf(aspect, after, { isSame: isSameListing });
    again ||= step.isDoubt;
    if (step.before !== null) told.push({ what: 'listing', zone, before: step.before, after, removal });
    return [[zone, step.aspect]];
  });
  return { knowledge: Object.fromEntries(aspects), told, again };
}

/** Whether a second try is to confirm something. */
export function areListsInDoubt(known: KnownLists): boolean {
  return Object.values(known).some(({ doubted }) => doubted !== null);
}

/** The same without doubts: they are too old to be confirmed. */
export function withoutDoubtsOfLists(known: KnownLists): KnownLists {
  return Object.fromEntries(Object.entries(known).map(([zone, aspect]) => [zone, settled(aspect)]));
}

/** The lists that have it, as the table has them; null when none has answered yet. */
export function listingsIn(known: KnownLists): (Listed & { zone: string })[] | null {
  const all = Object.entries(known);
  if (all.length === 0) return null;
  return all.flatMap(([zone, { known: listing }]) =>
    listing.state === 'listed' ? [{ zone, ...listing }] : [],
  );
}
