import { z } from 'zod';
import { WEIGHTS } from '@/lib/blocklists/blocklist';
import { ListingCode, type ListView } from '@/lib/blocklists/view';

export const Listed = z.object({
  state: z.literal('listed'),
  about: z.string().describe('what is listed: the address, the name, or a name above it'),
  codes: z.array(ListingCode),
  weight: z.enum(WEIGHTS).describe('how many receivers reject mail by the list'),
});
export type Listed = z.infer<typeof Listed>;

/** What one blocklist says of an address, or of a name of our own. */
export const Listing = z.discriminatedUnion('state', [z.object({ state: z.literal('not-listed') }), Listed]);
export type Listing = z.infer<typeof Listing>;

/** Null where the list has not shown whether it has it. */
export function listingOf({ outcome, weight }: Pick<ListView, 'outcome' | 'weight'>): Listing | null {
  switch (outcome.state) {
    case 'listed':
      return { state: 'listed', about: outcome.about, codes: outcome.codes, weight };
    case 'not-listed':
      return { state: 'not-listed' };
    case 'refused':
    case 'no-answer':
    case 'dead':
    case 'cut-short':
      return null;
  }
}

/** Whether both list the same for the same reasons; answers come in any order. */
export function isSameListing(one: Listing, other: Listing): boolean {
  return reasonsOf(one) === reasonsOf(other);
}

function reasonsOf(listing: Listing): string {
  if (listing.state === 'not-listed') return '';
  return [listing.about, ...listing.codes.map(({ code }) => code).sort()].join(' ');
}
