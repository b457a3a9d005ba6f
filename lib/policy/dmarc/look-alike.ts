import { bodyOf, looksLike } from '../look-alike';
import { isDmarc, isWellFormed, parseDmarc } from './record';

/** Whether a text wants to be a DMARC record and is none: RFC 9989 §4.8 wants exactly `v=DMARC1` and then a semicolon. */
export function isDmarcLookAlike(text: string): boolean {
  return !isDmarc(text) && looksLike('dmarc', text);
}

/** What stands between two tags where the semicolon is missing. */
const BETWEEN = /[\s,]{1,9}(?=(?:p|sp|np|t|psd|adkim|aspf|rua|ruf|fo|pct|rf|ri)\s?=)/i;

/** The record that is meant, with semicolons between its tags; empty where that cannot be told. */
export function correctedDmarc(text: string): string {
  const tags = (bodyOf('dmarc', text) ?? '')
    .split(';')
    .flatMap((part) => part.split(BETWEEN))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const record = ['v=DMARC1', ...tags].join('; ');
  return isWellFormed(parseDmarc(record)) ? record : '';
}
