import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { verifyReport } from '@/lib/verify/verify-report';
import { listen } from '../thread/listen';
import type { Task, Verified } from './task';

/** No thread shares memory with a decoder of text: it takes a copy. */
function verify({ raw, severities }: Task): Verified {
  return verifyReport(new Uint8Array(raw).slice(), {
    digestOf: (value) => digestOf(canonicalJson(value)),
    severities,
  });
}

// The thread in which foreign reports are verified; `scripts/ready.mjs` makes one file of it.
listen(verify);
