import type { Stage } from '@/lib/smtp/session';
import type { Action, Host } from './notice';

/** Recipients of one notice that are told; a mailing list's notices name some hundreds. */
export const MAX_RECIPIENTS = 500;

/** What one reader finds out about one recipient, before all of them are combined. */
export interface Statement {
  address: string;
  /** What stands there is no address: a local part, a file, a name that no host can have. It is kept as it came. */
  isOdd: boolean;
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

export function statement(address: string, words: string, other: Partial<Statement> = {}): Statement {
  return {
    address,
    words,
    isOdd: false,
    originalAddress: null,
    action: null,
    status: null,
    remote: { name: null, address: null },
    stage: null,
    lastAttempt: null,
    willRetryUntil: null,
    queueId: null,
    ...other,
  };
}

/** What one reader finds: whose form it is, the line that shows it, the recipients. */
export interface Statements {
  format: string;
  why: string;
  reportingHost: string | null;
  arrivedAt: string | null;
  envelopeId: string | null;
  recipients: Statement[];
}

/** Of a form that tells nothing of the message as a whole. */
export function statementsOf(format: string, why: string, recipients: Statement[]): Statements {
  return { format, why, reportingHost: null, arrivedAt: null, envelopeId: null, recipients };
}
