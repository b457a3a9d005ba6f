import { parseDmarc, statedPolicy } from './dmarc/record';
import type { DmarcView } from './view';

/** What keeps receivers from showing a logo, each with where it stands. */
interface Weakness {
  at: string;
  /** As it stands in the record. */
  part: string;
}

/**
 * Why receivers show no logo: p=none, sp=none, or less than all mail in quarantine, at the domain or its organisation
 * (draft-brand-indicators-for-message-identification, “Authentication Requirements”); nothing in the list where no DMARC record counts.
 * Null where DMARC does not stand in its way, or is not known.
 */
export function whyNoLogo({ state, walk, from, organizational }: DmarcView): Weakness[] | null {
  if (state === 'temperror') return null;
  if (state === 'none' || state === 'invalid') return [];
  const weak = walk
    .filter(({ domain }) => domain === from || domain === organizational)
    .flatMap(({ domain: at, text }) => (text === null ? [] : weakParts(text).map((part) => ({ at, part }))));
  return weak.length === 0 ? null : weak;
}

function weakParts(text: string): string[] {
  const record = parseDmarc(text);
  const p = statedPolicy(record);
  const pct = record.tags.find(({ name }) => name?.toLowerCase() === 'pct')?.value ?? '100';
  return [
    ...(p === null || p === 'none' ? ['p=none'] : []),
    ...(record.sp === 'none' ? ['sp=none'] : []),
    ...(p === 'quarantine' && pct !== '100' ? [`pct=${pct}`] : []),
  ];
}
