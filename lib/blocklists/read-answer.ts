import type { Lookup } from '@/lib/policy/lookup';
import type { Blocklist, Codes } from './blocklist';
import type { ListingCode } from './view';

/** What one answer of a list says; `foreign`: what no list answers, such as the address of a parked domain. */
export type ListAnswer =
  | { state: 'listed'; codes: ListingCode[] }
  | { state: 'refused'; code: string }
  | { state: 'foreign'; data: string }
  | { state: 'not-listed' }
  | { state: 'no-answer' };

/** Codes of one answer that are read; a list gives one for each reason. */
const MAX_CODES = 16;

/** By custom, answers that are no listings: a wrong name of the list, a public resolver, too many queries. */
const REFUSED = /^127\.255\.255\.\d+$/;

/** Reads the answer to the question for A records of an entry. */
export function readAnswer(
  { codes, refusals = [] }: Pick<Blocklist, 'codes' | 'refusals'>,
  { kind, data }: Pick<Lookup, 'kind' | 'data'>,
): ListAnswer {
  if (kind === 'failed') return { state: 'no-answer' };
  if (kind !== 'answer' || data.length === 0) return { state: 'not-listed' };
  const refusal = data.find((code) => REFUSED.test(code) || refusals.includes(code));
  if (refusal !== undefined) return { state: 'refused', code: refusal };
  const foreign = data.find((code) => !code.startsWith('127.'));
  if (foreign !== undefined) return { state: 'foreign', data: foreign };
  return {
    state: 'listed',
    codes: data.slice(0, MAX_CODES).map((code) => ({ code, means: meanings(codes, code) })),
  };
}

function meanings(codes: Codes, code: string): string[] {
  if (codes.kind === 'values') return [codes.words[code]].filter((word) => word !== undefined);
  const octet = Number(code.slice(code.lastIndexOf('.') + 1));
  return Object.entries(codes.words).flatMap(([bit, word]) => ((octet & Number(bit)) === 0 ? [] : [word]));
}
