import { no, ok, type Result } from '@/lib/result';
import { readTags } from './tag-list';

/** A logo for mail of the domain (draft-brand-indicators-for-message-identification §4.2). */
export interface BimiRecord {
  text: string;
  /** Empty: the domain wants none shown. */
  logo: string;
  /** Where the certificate for it is; null without one. */
  evidence: string | null;
}

export type BimiFault = 'version' | 'no-logo' | 'bad-logo' | 'bad-evidence';

export function isBimi(text: string): boolean {
  return /^[ \t]*v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text);
}

/** Reads the text of a record at `default._bimi`. */
export function parseBimi(text: string): Result<BimiRecord, BimiFault> {
  if (!isBimi(text)) return no('version');
  const values = new Map(readTags(text).map(({ name, value }) => [name?.toLowerCase(), value]));
  const logo = values.get('l');
  const evidence = values.get('a') ?? '';
  if (logo === undefined) return no('no-logo');
  if (logo !== '' && !isHttps(logo)) return no('bad-logo');
  if (evidence !== '' && !isHttps(evidence)) return no('bad-evidence');
  return ok({ text, logo, evidence: evidence === '' ? null : evidence });
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
