import { type DmarcPolicy, type DmarcRecord, parseDmarc, statedPolicy } from './record';

/** From the mildest on. */
export const MILD_FIRST: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/**
 * The same record without what is not of the form and what RFC 9989 has ended: what receivers make of it today, and of `omit` nothing. Null
 * where there is no policy to keep.
 */
export function repairedDmarc(text: string, omit: readonly ('sp' | 'np')[] = []): string | null {
  const record = parseDmarc(text);
  const policy = statedPolicy(record);
  if (policy === null) return null;
  const { sp, np, isTest, psd, adkim, aspf, rua, ruf, fo } = record;
  // RFC 9989 §4.10.1: what is wrong with p, sp or np makes all of them none; what its owner wants is the p that can be read.
  const p = record.p ?? policy;
  const parts: [tag: string, value: string | null][] = [
    ['p', p],
    ['sp', omit.includes('sp') ? null : sp],
    ['np', omit.includes('np') ? null : np],
    // RFC 7489 §6.6.4: pct=0 was how a policy was tried out.
    ['t', isTest || record.tags.some(isTrial) ? 'y' : null],
    ['psd', psd === 'u' ? null : psd],
    ['adkim', adkim === 'r' ? null : adkim],
    ['aspf', aspf === 'r' ? null : aspf],
    ['rua', rua.map(({ uri }) => uri).join(',') || null],
    ['ruf', ruf.map(({ uri }) => uri).join(',') || null],
    ['fo', fo === '0' ? null : fo],
  ];
  const said = parts.flatMap(([tag, value]) => (value === null ? [] : [`${tag}=${value}`]));
  return ['v=DMARC1', ...said].join('; ');
}

/** The one of several records that is to stay, repaired: the strictest, of these the first with reports. Null when none has a policy. */
export function strictestDmarc(texts: readonly string[]): string | null {
  const [best] = texts
    .map((text) => parseDmarc(text))
    .filter((record) => statedPolicy(record) !== null)
    .toSorted((one, other) => strictness(other) - strictness(one));
  return best === undefined ? null : repairedDmarc(best.text);
}

function strictness(record: DmarcRecord): number {
  return 2 * MILD_FIRST.indexOf(record.p ?? 'none') + (record.rua.length > 0 ? 1 : 0);
}

function isTrial({ name, value }: { name: string | null; value: string }): boolean {
  return name?.toLowerCase() === 'pct' && value === '0';
}
