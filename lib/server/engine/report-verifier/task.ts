import type { Severities } from '@/lib/findings/severities';
import type { Result } from '@/lib/result';
import type { UnreadableReason } from '@/lib/verify/verification';
import type { VerifiedFile } from '@/lib/verify/verify-report';

/** A file to be verified. The octets are shared, so that they are copied nowhere. */
export interface Task {
  raw: SharedArrayBuffer;
  severities: Severities;
}

export type Verified = Result<VerifiedFile, UnreadableReason>;
