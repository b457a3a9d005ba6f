import type { Stage } from '@/lib/smtp/session';
import type { Action, Host } from './notice';

/** Recipients of one notice that are told; a mailing list's notices name some hundreds. */
export const MAX_RECIPIENTS = 500;

/** What one reader found out about one recipient, before the readers' findings are put together. */
export interface Stated {
  address: string;
  originalAddress: string | null;
  /** Null: the notice as a whole says it. */
  action: Action | null;
  status: string | null;
  /** The words about this recipient, as they stand. */
  words: string;
  remote: Host;
  stage: Stage | null;
  lastAttempt: string | null;
  willRetryUntil: string | null;
  queueId: string | null;
}

export function stated(address: string, words: string, other: Partial<Stated> = {}): Stated {
  return {
    ...{ address, words, originalAddress: null, action: null, status: null, stage: null },
    ...{ lastAttempt: null, willRetryUntil: null, queueId: null, remote: { name: null, address: null } },
    ...other,
  };
}

/** What a reader found: whose form it is, the line that showed it, the recipients. */
export interface Notice {
  format: string;
  why: string;
  reportingHost: string | null;
  arrivedAt: string | null;
  envelopeId: string | null;
  recipients: Stated[];
}
