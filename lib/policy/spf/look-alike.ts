import { bodyOf, looksLike } from '../look-alike';
import { isSpf, parseSpf } from './record';

/** Whether a text wants to be an SPF record and is none: RFC 7208 §4.5 wants exactly `v=spf1` and then a space. */
export function isSpfLookAlike(text: string): boolean {
  return !isSpf(text) && looksLike('spf', text);
}

/** The record that is meant, with spaces between its terms; empty where that cannot be told. */
export function correctedSpf(text: string): string {
  const terms = (bodyOf('spf', text) ?? '').split(/[ ;,]/).filter((term) => term !== '');
  const record = ['v=spf1', ...terms].join(' ');
  return terms.length > 0 && parseSpf(record).ok ? record : '';
}
