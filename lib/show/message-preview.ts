import { composeMessage, type MessageParts, stuffedLines } from '@/lib/smtp/message';
import { parseTarget } from '@/lib/target/target';
import { parseHelo, parseSender } from '@/lib/target/wire-name';

/** What stands in the form, as typed; sender and HELO name may be empty. */
export interface MessageDraft extends Pick<MessageParts, 'subject' | 'body'> {
  target: string;
  sender: string;
  helo: string;
}

const LATER = 'set when it is sent';

/**
 * Everything that will be said from MAIL FROM to the final dot, by the same function that sends it; date and id are
 * not yet known. Null while a name or an address cannot be read. `defaults` count for what is left empty.
 */
export function messagePreview(
  draft: MessageDraft,
  defaults: { sender: string; helo: string },
): string | null {
  const target = parseTarget(draft.target);
  const sender = parseSender(draft.sender || defaults.sender || '<>');
  const helo = parseHelo(draft.helo || defaults.helo);
  if (!target.ok || !sender.ok || !helo.ok) return null;
  const from = sender.value === '<>' ? '' : sender.value;
  const to = target.value.mailbox ?? `postmaster@${target.value.domain}`;
  const { subject, body } = draft;
  const message = composeMessage({
    from,
    to,
    helo: helo.value,
    subject,
    body,
    date: LATER,
    messageId: LATER,
  });
  return [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', ...stuffedLines(message)].join('\n');
}
