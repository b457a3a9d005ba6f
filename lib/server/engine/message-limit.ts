import type { AskedMessage } from '@/lib/store/store';
import { AppProblem } from '@/lib/problem';

/** Messages within an hour. */
export interface MessageLimits {
  perRecipient: number;
  inAll: number;
}

/** The time within which messages are counted. */
export const MESSAGE_WINDOW_MS = 3_600_000;

type Target = AskedMessage['target'];

/**
 * Throws `too-many-messages` when one more message would pass a limit, with the time after which it would not. `asked`
 * are the messages of the last hour, oldest first; letter case makes no recipient a second one.
 */
export function checkMessageLimits(
  target: Target,
  asked: readonly AskedMessage[],
  now: Date,
  { perRecipient, inAll }: MessageLimits,
): void {
  const recipient = recipientOf(target);
  const toThem = asked.filter((one) => recipientOf(one.target) === recipient);
  refuseAt(perRecipient, toThem, now, `to ${recipient} `);
  refuseAt(inAll, asked, now, '');
}

function refuseAt(limit: number, asked: readonly AskedMessage[], now: Date, where: string): void {
  if (asked.length < limit) return;
  if (limit === 0)
    throw new AppProblem('too-many-messages', { say: 'Sending messages is switched off here.' });
  const next = (asked.at(-limit)?.at.getTime() ?? 0) + MESSAGE_WINDOW_MS;
  const retryAfterSeconds = Math.max(1, Math.ceil((next - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const say = `${limit} ${limit === 1 ? 'message' : 'messages'} ${where}within an hour, as many as are allowed; the next one in ${minutes} min.`;
  throw new AppProblem('too-many-messages', { say, retryAfterSeconds });
}

function recipientOf({ mailbox, domain }: Target): string {
  return (mailbox ?? `postmaster@${domain}`).toLowerCase();
}
