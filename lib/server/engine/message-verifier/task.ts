import type { KeyAnswers } from '@/lib/message/key-of';
import type { MessageReading } from '@/lib/message/message-reading';
import type { MessageFault } from '@/lib/message/whole-message';
import type { Result } from '@/lib/result';
import type { VerifiedMessage } from './verify-message';

/** What the worker is asked for: the same message is read first, and verified when the keys are there. */
export type Task =
  | { what: 'read'; raw: SharedArrayBuffer }
  | { what: 'verify'; raw: SharedArrayBuffer; answers: KeyAnswers; nowSeconds: number };

/** What a task gives. */
export interface Results {
  read: Result<MessageReading, MessageFault>;
  verify: VerifiedMessage;
}
