import type { MessageReading } from './message-reading';
import type { MessageView } from './message-view';

/** What is told of a message: what it says itself, and what was found out. */
export function messageView(
  reading: MessageReading,
  found: Pick<MessageView, 'dkim' | 'unverified' | 'arc' | 'ways' | 'questions' | 'queries' | 'isCutShort'>,
): MessageView {
  const { octets, author, subject, messageId, mailFrom, hops, unreadHops } = reading;
  return {
    octets,
    from: author.text,
    fromFault: author.fault,
    subject,
    messageId,
    mailFrom,
    hops: hops.map((hop) => ({ ...hop, at: hop.at === null ? null : new Date(hop.at).toISOString() })),
    unreadHops,
    ...found,
  };
}
