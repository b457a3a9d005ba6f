import type { Complaint, ReportedKind } from '@/lib/complaint/complaint';
import { PLAIN_CATEGORIES } from '@/lib/meaning/plain-categories';
import { type Fate, plainMoment, plainWords } from '@/lib/meaning/plain-words';
import type { Notice, NoticeRecipient } from '@/lib/notice/notice';

/** What a notice says of one recipient, for a person who knows nothing of mail. */
export function recipientInPlainWords(recipient: NoticeRecipient, { date }: Pick<Notice, 'date'>): string {
  const { address, meaning, willRetryUntil, lastAttempt } = recipient;
  const at = plainMoment(lastAttempt) || plainMoment(date);
  const until = plainMoment(willRetryUntil);
  const fate = fateOf(recipient);
  const isOpen = recipient.action === 'failed' || recipient.action === 'delayed';
  const happened = [
    `The message to ${address} ${CAME_TO[recipient.action]}.`,
    ...(isOpen ? [PLAIN_CATEGORIES[meaning.category].happened] : []),
    ...(recipient.action === 'delayed' && until !== '' ? [`It is tried until ${until}.`] : []),
  ];
  return plainWords({
    happened: happened.join(' '),
    seen: at === '' ? '' : `A mail server reported this on ${at}.`,
    message: 'that',
    fate,
    can: fate === 'returned' ? PLAIN_CATEGORIES[meaning.category].can : '',
    whoActs: meaning.whoActs,
  });
}

const CAME_TO: Readonly<Record<NoticeRecipient['action'], string>> = {
  failed: 'was not delivered',
  delayed: 'has not been delivered yet',
  delivered: 'was delivered',
  relayed: 'was handed on to another mail server, which sends no such notices',
  expanded: 'was handed on to everybody behind this address',
};

function fateOf({ action, meaning: { category, permanence } }: NoticeRecipient): Fate {
  if (action === 'delayed') return category === 'greylisted' ? 'greylisted' : 'waits';
  if (action !== 'failed') return 'delivered';
  return permanence === 'temporary' || category === 'expired' ? 'given-up' : 'returned';
}

/** What was reported, and what comes of it. */
const REPORTED: Readonly<Record<ReportedKind, string>> = {
  'read-receipt':
    'It was a receipt, by which a mail program tells that a message was read. Most likely the button was pressed by mistake. Nobody has to act.',
  bounce:
    'It was a notice about a message that could not be delivered, and it went to somebody who may never have sent that message. The administrators on the sender’s side have to look into it.',
  'automatic-reply':
    'It was an automatic reply, and it went to somebody who did not expect one. Whoever has set it up should let it answer only people who wrote to them.',
  transactional:
    'It was about an order or an account. Whoever sent it should look whether the address belongs to the customer, and remove it if not.',
  list: 'It went to everybody on a list. Whoever runs the list has to take this person off it.',
  personal:
    'It was a message from one person to another. Nobody has to act; it is better not to write to this person again without being asked.',
  spam: 'It looks like spam. The administrators on the sender’s side have to find out who sent it, and stop that.',
  unknown:
    'What kind of message it was cannot be told from the report. The administrators on the sender’s side can look it up.',
};

/** What a complaint says, for a person who knows nothing of mail. */
export function complaintInPlainWords(complaint: Complaint): string {
  const { judgement, arrivedAt, sendingDomain, feedbackType } = complaint;
  const from = sendingDomain === null ? '' : ` from ${sendingDomain}`;
  if (feedbackType === 'not-spam')
    return `Somebody told their mail provider that a message${from} is no spam. Nobody has to act.`;
  const at = plainMoment(arrivedAt);
  return [
    `Somebody who got a message${from} told their mail provider that they do not want it.`,
    ...(at === '' ? [] : [`The message arrived there on ${at}.`]),
    REPORTED[judgement.what],
    'One such report alone seldom keeps other messages out; many of them can.',
  ].join(' ');
}
