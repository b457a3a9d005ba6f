import type { Change } from '@/lib/watch/change';
import type { Listed } from '@/lib/watch/listing';
import { weightWords } from './blocklist-words';

type ListingChange = Extract<Change, { what: 'listing' }>;

/** "listed as …" in the words of the table; with the codes themselves where it knows none of them. */
export function listedAs({ codes }: Pick<Listed, 'codes'>): string {
  const means = codes.flatMap((code) => code.means);
  return means.length > 0
    ? `listed as ${means.join('; ')}`
    : `listed (${codes.map(({ code }) => code).join(', ')})`;
}

/** A change of what a list says, after the name of what is watched. */
export function listingShortly({ zone, before, after }: ListingChange): string {
  if (after.state === 'not-listed') return `no longer on ${zone}`;
  return before.state === 'listed' ? `on ${zone} for another reason` : `listed on ${zone}`;
}

/** What it rests on, one paragraph a line. */
export function listingLines({ zone, before, after, removal }: ListingChange): string[] {
  const was = before.state === 'listed' ? [`Before: ${listedAs(before)}.`] : [];
  if (after.state === 'not-listed')
    return before.state === 'listed' ? [`${before.about} is no longer on ${zone}.`, ...was] : [];
  return [
    `${after.about} is on ${zone}, ${listedAs(after)}. ${weightWords(after.weight, 'it')}`,
    ...was,
    `${removal.how} ${removal.url}`,
  ];
}
