import { AppProblem } from '@/lib/problem';
import type { MessageRequest, CheckStore } from '@/lib/store/store';
import { recipientKey } from '@/lib/target/recipient-key';
import type { MessageLimits } from '../config/settings';
import type { Alone, Quota } from './quota';

/** The time within which messages are counted. */
const MESSAGE_WINDOW_MS = 3_600_000;

/** A message that is to be sent. */
export type AskedMessage = Omit<MessageRequest, 'at'>;

type Target = MessageRequest['target'];

export interface MessageQuotaConfig {
  store: Pick<CheckStore, 'messagesSince'>;
  limits: MessageLimits;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Nobody else counts meanwhile. */
  alone: Alone;
}

/** Messages to a recipient and by a caller, counted by the checks that were written down to send one; `spend` writes down the next. */
export function createMessageQuota({ store, limits, now, alone }: MessageQuotaConfig): Quota<AskedMessage> {
  return {
    take: (message, spend) =>
      alone('messages', async () => {
        const at = now();
        const asked = await store.messagesSince(new Date(at - MESSAGE_WINDOW_MS));
        checkMessageLimits(message, asked, new Date(at), limits);
        await spend?.();
      }),
  };
}

/**
 * Throws `too-many-messages` when one more message would pass a limit, with the time after which it would not. `asked`
 * are the messages of the last hour, oldest first; recipients are told apart by their key, callers by their name: those without one are one.
 */
export function checkMessageLimits(
  { target, by }: AskedMessage,
  asked: readonly MessageRequest[],
  now: Date,
  { perRecipient, perCaller, inAll }: MessageLimits,
): void {
  const recipient = recipientOf(target);
  const key = recipientKey(recipient);
  const toThem = asked.filter((one) => recipientKey(recipientOf(one.target)) === key);
  refuseAt(perRecipient, toThem, now, `to ${recipient} `);
  const byThem = asked.filter((one) => one.by === by);
  refuseAt(perCaller, byThem, now, 'of one caller ');
  refuseAt(inAll, asked, now, '');
}

function refuseAt(limit: number, asked: readonly MessageRequest[], now: Date, where: string): void {
  if (asked.length < limit) return;
  if (limit === 0)
    throw new AppProblem('too-many-messages', { say: 'Sending messages is switched off here.' });
  const next = (asked.at(-limit)?.at.getTime() ?? 0) + MESSAGE_WINDOW_MS;
  const retryAfterSeconds = Math.max(1, Math.ceil((next - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const say = `${limit} ${limit === 1 ? 'message' : 'messages'} ${where}within an hour, as many as are allowed; the next one in ${minutes} min.`;
  throw new AppProblem('too-many-messages', { say, retryAfterSeconds });
}

/** A message to a domain alone goes to its postmaster. */
function recipientOf({ mailbox, domain }: Target): string {
  return mailbox ?? `postmaster@${domain}`;
}
