import { explainReply } from '@/lib/meaning/meaning';
import type { Meaning } from '@/lib/meaning/schema';
import type { Reply, Session } from '@/lib/smtp/session';

type Ending = Pick<Session, 'reply' | 'stage' | 'exchange' | 'banner' | 'tls'>;

/** Rules ask for the same reply again and again while a check runs. */
const KNOWN = new WeakMap<Reply, Meaning>();

/** What the reply that ended a session means, told with all that shows who speaks; null when there was none. */
export function meaningOf({ reply, stage, exchange, banner, tls }: Ending): Meaning | null {
  if (reply === null) return null;
  const known = KNOWN.get(reply);
  if (known !== undefined) return known;
  const meaning = explainReply({
    reply: reply.lines.map((line) => `${reply.code} ${line}`).join('\n'),
    stage: stage ?? undefined,
    host: exchange,
    banner: banner ?? undefined,
    certificateNames: tls?.certificate?.names,
    isAtExchange: true,
  });
  KNOWN.set(reply, meaning);
  return meaning;
}

/** What servers say of a sender; at a recipient's side it is said of something else. */
const ABOUT_SENDER: readonly Meaning['category'][] = ['blocked', 'sender-identity', 'auth-failed'];

/** The server speaks of the sender, and the fault is on its own side: it sees its own gateway, or asks a list that has ended. */
export function isOwnTrouble({ category, side }: Meaning): boolean {
  return side === 'recipient' && ABOUT_SENDER.includes(category);
}
