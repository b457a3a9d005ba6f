import { createHash } from 'node:crypto';
import type { CheckOptions } from '@/lib/report/report';
import { canonicalJson } from '@/lib/store/evidence';
import type { Target } from '@/lib/target/target';

/** So many bytes of the hash tell checks apart: two in 10,000,000,000 are alike with a chance of one in 10^18. */
const BYTES = 16;

/** Equal for equal target and options. In an index of every check, so it is short. */
export function fingerprintOf({ mailbox, domain }: Target, options: CheckOptions): string {
  const json = canonicalJson({ target: mailbox ?? domain, options });
  return createHash('sha256').update(json).digest().subarray(0, BYTES).toString('base64url');
}
