import type { Complaint, ReportedKind } from '@/lib/complaint/complaint';
import type { Action, MailKind } from '@/lib/notice/notice';
import type { MailSubject } from '@/lib/complaint/mail-summary';
import { showMs } from './duration';
import type { Tone } from './words';
import { categoryWord } from './category-words';

export const KIND_WORD: Record<MailKind, string> = {
  bounce: 'A bounce',
  delay: 'A notice of delay',
  delivered: 'A notice of delivery',
  feedback: 'A complaint',
  'read-receipt': 'A read receipt',
  'automatic-reply': 'An automatic reply',
  ordinary: 'No notice about a delivery',
  unread: 'A mail that was not read',
};

/** What such a mail means for whoever pasted it, where it is no bounce. */
export const KIND_SAYS: Record<Exclude<MailKind, 'bounce' | 'feedback'>, string> = {
  delay:
    'Nothing is lost yet: the sending server goes on trying. If the cause lasts, it gives up after some days and then sends a bounce.',
  delivered: 'The message was handed on. This is no bounce: somebody asked to be told of deliveries.',
  'read-receipt': 'The recipient’s mail program tells that the message was displayed (RFC 8098). It arrived.',
  'automatic-reply':
    'The message arrived, and a program of the recipient answered it (RFC 3834). This is no bounce.',
  ordinary:
    'Nothing in it says that a delivery failed: no delivery status (RFC 3464), and no sentence that a mail system writes.',
  unread:
    'The mail is kept as it came, but reading it took longer, or more memory, than one mail may use here. Nothing is known of what it says.',
};

export const ACTION_WORD: Record<Action, string> = {
  failed: 'not delivered',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'handed on',
  expanded: 'handed on to a list',
};

export const ACTION_TONE: Record<Action, Tone> = {
  failed: 'bad',
  delayed: 'wait',
  delivered: 'good',
  relayed: 'good',
  expanded: 'good',
};

export const REPORTED_WORD: Record<ReportedKind, string> = {
  'read-receipt': 'A read receipt was reported',
  bounce: 'A bounce was reported',
  'automatic-reply': 'An automatic reply was reported',
  transactional: 'A message about an order or account was reported',
  list: 'List mail was reported',
  personal: 'Personal mail was reported',
  spam: 'What was reported looks like spam',
  unknown: 'A message was reported',
};

/** What to do; only where the evidence says what it was. */
export const REPORTED_FIX: Record<ReportedKind, string> = {
  'read-receipt':
    'The recipient pressed the wrong button, or did not know what a receipt is. Nothing needs to be blocked. If it happens often, send receipts only to people who ask for them.',
  bounce:
    'A notice of failure went to somebody who had not written: often the sender of the first message was forged. Refuse at RCPT TO instead of accepting and bouncing later (RFC 3834 §2).',
  'automatic-reply':
    'An automatic reply went to somebody who did not expect one. Let it answer only people who wrote to that mailbox themselves (RFC 3834 §2).',
  transactional:
    'The recipient got what they had ordered or asked for, or somebody else used their address. Look up the account. If the address is not theirs, remove it; nothing needs to be blocked.',
  list: 'Unsubscribe this person, as if they had used the link. If many complain about one campaign, look at how these addresses were collected.',
  personal:
    'One person wrote to another. Nothing needs to be blocked; if it happens again between the same two, tell the sender.',
  spam: 'Find the message in the log by the identifiers below, see which account or script sent it, stop it, and change its password. Then look for others from the same source.',
  unknown: 'The reported message does not show what it was. Look it up in the log by the identifiers below.',
};

/** One line about a recipient or a complaint, for lists. */
export function subjectWords(kind: MailKind, subject: MailSubject): string {
  const { category, code, permanence, sourceAddress } = subject;
  const about = kind === 'feedback' ? [sourceAddress] : [code, permanence];
  return [categoryWord(category), ...about].filter((part) => part !== null).join(' · ');
}

/** How long a server kept a message; clocks differ, so it may be less than nothing. */
export function showDelay(seconds: number): string {
  if (seconds < 0) return `−${showMs(-seconds * 1000)} (clocks differ)`;
  if (seconds === 0) return '0 s';
  const hours = Math.floor(seconds / 3600);
  return hours === 0 ? showMs(seconds * 1000) : `${hours} h ${Math.floor((seconds % 3600) / 60)} min`;
}

export const CONFIDENCE_SAYS: Record<Complaint['judgement']['confidence'], string> = {
  high: 'several lines say the same, none against',
  medium: 'the lines point this way, but not all of them',
  low: 'too little to be sure',
};
