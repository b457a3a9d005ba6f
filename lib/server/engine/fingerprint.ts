import type { CheckOptions } from '@/lib/report/report';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import type { Target } from '@/lib/target/target';

/** Equal for equal target and options. */
export function fingerprintOf({ mailbox, domain }: Target, options: CheckOptions): string {
  return digestOf(canonicalJson({ target: mailbox ?? domain, options }));
}
