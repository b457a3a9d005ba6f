import type { SignatureReason, SignatureResult } from './view';

/** What is not `permerror`, as RFC 6376 has PERMFAIL for nearly all. */
const RESULTS: Partial<Record<SignatureReason, SignatureResult>> = {
  'body-differs': 'fail',
  'signature-differs': 'fail',
  'body-shorter': 'fail',
  'algorithm-forbidden': 'policy',
  'key-too-short': 'policy',
  expired: 'policy',
  version: 'neutral',
  'unknown-algorithm': 'neutral',
  'unknown-canonicalization': 'neutral',
  'query-method': 'neutral',
  'key-no-answer': 'temperror',
  'key-not-asked': 'temperror',
};

/** The result in the words of RFC 8601 §2.7.1. */
export function resultOf(reason: SignatureReason | null): SignatureResult {
  return reason === null ? 'pass' : (RESULTS[reason] ?? 'permerror');
}
