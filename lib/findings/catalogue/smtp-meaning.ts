import { CATEGORIES } from '@/lib/meaning/categories';
import { define, list, unlessElsewhere } from './define';
import { stageWords } from './smtp-refused';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };

const common = { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false };

const FULL_FIX =
  'The recipient makes room, or their administrator raises the quota. On the receiving side it is kinder to refuse with 452, so that mail waits.';

/** Reasons on which the sender has to act first, in a few words. */
export const REASON = {
  'auth-failed': 'SPF, DKIM or DMARC did not pass',
  'sender-identity': 'it does not like our HELO name or reverse name',
  'auth-required': 'it wants a login',
  'rate-limited': 'too many messages or connections',
  'tls-required': 'it wants encryption',
  'message-too-large': 'the message is too large',
  'content-format': 'the message is not written as it should be',
  'spam-content': 'it takes the message for spam',
  virus: 'it takes the message for malware',
} as const;
export type SenderCategory = keyof typeof REASON;

/** Refusals whose reply names the reason; `lib/meaning` reads it. */
export const smtpMeaning = {
  'smtp.mailbox-disabled': define<Refusal & { recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The mailbox ${a.recipient} is disabled, says ${list(a.hosts)}`,
    why: (a) =>
      `It answered "${a.reply}". The mailbox is known there and takes no mail. Senders bounce at once.`,
    fix: () => 'The recipient, or their administrator, has to open the mailbox again.',
    headline: (a) => `Refused for good by ${list(a.hosts)} at RCPT TO: this mailbox is disabled.`,
    plain: (a) => `The receiving mail server knows ${a.recipient}, but the mailbox is switched off.`,
    judged: 'RCPT TO was answered with 5yz and an enhanced code or words that mean a disabled mailbox.',
    refs: ['RFC 3463 §3.3'],
    example: {
      ...common,
      recipient: 'user@example.org',
      reply: '550 5.2.1 Mailbox disabled',
      code: 550,
      enhanced: '5.2.1',
    },
  }),
  'smtp.relay-denied': define<Refusal & { recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} does not regard itself as responsible for ${a.recipient}`,
    why: (a) =>
      `It answered "${a.reply}". DNS names this server for the domain, but the server is not set up for it, or no longer.`,
    fix: () =>
      'On the receiving side: add the domain to those this server takes mail for, or correct the MX record.',
    headline: (a) => `Refused for good by ${list(a.hosts)} at RCPT TO: it takes no mail for this domain.`,
    plain: () =>
      'The mail server that is named for the domain says that the domain is not its own. The receiving side has to correct it.',
    judged: 'RCPT TO was answered with 5yz and words that refuse to relay.',
    refs: ['RFC 5321 §3.6.2'],
    example: {
      ...common,
      recipient: 'user@example.org',
      reply: '554 5.7.1 Relay access denied',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.loops-back': define<Refusal & { stage: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} would send the mail round in a circle`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. It is named for the domain, does not deliver there itself, and the next host it would hand the mail to is itself, or leads back to it.`,
    fix: () =>
      'On the receiving side: add the domain to those this server delivers for, or give it the right next host; then look for forwardings that lead back.',
    headline: (a) => `Refused for good by ${list(a.hosts)}: the mail would come back to the same server.`,
    plain: () =>
      'The mail server that is named for the domain would hand the mail to itself again and again. The receiving side has to correct its configuration.',
    judged: 'A command was answered with 5yz and an enhanced code or words that mean a loop.',
    refs: ['RFC 3463 §3.5', 'RFC 5321 §6.3'],
    example: {
      ...common,
      stage: 'rcpt',
      reply: '554 5.4.6 mail for example.org loops back to myself',
      code: 554,
      enhanced: '5.4.6',
    },
  }),
  'smtp.blocklisted': define<Refusal & { stage: string; blocklist: string }>({
    severity: unlessElsewhere,
    side: 'sender',
    layer: 7,
    permanence: 'permanent',
    title: (a) =>
      `${list(a.hosts)} blocks our address${a.blocklist === '' ? '' : ` by the list ${a.blocklist}`}`,
    why: (a) =>
      `It answered "${a.reply}". This is about the address that this check came from; it says nothing about the mailbox and need not hold for another sender.`,
    fix: (a) =>
      `On the sending side: look up the address ${a.blocklist === '' ? 'on the list that the reply names' : `at ${a.blocklist}`}, end the cause, and ask for removal. Check from the address that sends real mail.`,
    headline: (a) => `${list(a.hosts)} blocks the address of the sender: ${a.reply}`,
    plain: () =>
      'The receiving mail server blocks the address from which this check was made. The sending side has to act.',
    judged:
      'A command was answered with 5yz and words that mean a blocklist or the reputation of our address.',
    refs: ['RFC 5782 §2', 'RFC 3463 §3.8'],
    example: {
      ...common,
      stage: 'rcpt',
      blocklist: 'zen.spamhaus.org',
      reply: '554 5.7.1 Client host blocked using zen.spamhaus.org',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.mailbox-full': define<Refusal & { recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The mailbox ${a.recipient} is full, says ${list(a.hosts)}`,
    why: (a) => `It answered "${a.reply}". The mailbox exists and has no room; senders bounce at once.`,
    fix: () => FULL_FIX,
    headline: (a) => `Refused for good by ${list(a.hosts)}: the mailbox ${a.recipient} is full.`,
    plain: (a) => `The mailbox ${a.recipient} exists, but is full. Its owner has to make room.`,
    judged: 'A command was answered with 5yz and an enhanced code or words that mean a full mailbox.',
    refs: ['RFC 3463 §3.3'],
    example: {
      ...common,
      recipient: 'user@example.org',
      reply: '552 5.2.2 Mailbox full',
      code: 552,
      enhanced: '5.2.2',
    },
  }),
  'smtp.mailbox-full-for-now': define<Refusal & { recipient: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The mailbox ${a.recipient} is full for now, says ${list(a.hosts)}`,
    why: (a) =>
      `It answered "${a.reply}". Senders keep the mail and try again for some days; it arrives when there is room by then.`,
    fix: () => FULL_FIX,
    headline: (a) => `Refused for now by ${list(a.hosts)}: the mailbox ${a.recipient} is full.`,
    plain: (a) =>
      `The mailbox ${a.recipient} exists, but is full. Mail waits at its sender for some days; its owner has to make room.`,
    judged: 'A command was answered with 4yz and an enhanced code or words that mean a full mailbox.',
    refs: ['RFC 3463 §3.3', 'RFC 5321 §4.5.4.1'],
    example: {
      ...common,
      recipient: 'user@example.org',
      reply: '452 4.2.2 Mailbox full',
      code: 452,
      enhanced: '4.2.2',
    },
  }),
  'smtp.sender-must-act': define<Refusal & { stage: string; category: SenderCategory }>({
    severity: unlessElsewhere,
    side: 'sender',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} refuses us for good: ${REASON[a.category]}`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. ${CATEGORIES[a.category].meaning} This is about who asks; it says nothing about the mailbox and need not hold for another sender.`,
    fix: (a) => CATEGORIES[a.category].fix,
    headline: (a) => `${list(a.hosts)} refuses us for good ${stageWords(a.stage)}: ${REASON[a.category]}.`,
    plain: () =>
      'The receiving mail server objects to something on the sending side. The administrator of the sending side has to act.',
    judged: 'A command was answered with 5yz and a reason that lies with the sender.',
    refs: ['RFC 7372 §3', 'RFC 5321 §4.2.1'],
    example: {
      ...common,
      stage: 'rcpt',
      category: 'auth-failed',
      reply: '550 5.7.23 SPF validation failed',
      code: 550,
      enhanced: '5.7.23',
    },
  }),
  'smtp.sender-must-act-for-now': define<Refusal & { stage: string; category: SenderCategory }>({
    severity: 'warning',
    side: 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} puts us off: ${REASON[a.category]}`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. ${CATEGORIES[a.category].meaning} Mail servers try again; unless the cause ends, they give up after some days.`,
    fix: (a) => CATEGORIES[a.category].fix,
    headline: (a) => `${list(a.hosts)} puts us off ${stageWords(a.stage)}: ${REASON[a.category]}.`,
    plain: () =>
      'The receiving mail server objects to something on the sending side and asks to try later. The administrator of the sending side should look into it.',
    judged: 'A command was answered with 4yz and a reason that lies with the sender.',
    refs: ['RFC 7372 §3', 'RFC 5321 §4.2.1'],
    example: {
      ...common,
      stage: 'rcpt',
      category: 'sender-identity',
      reply: '450 4.7.25 Client host rejected: cannot find your reverse hostname',
      code: 450,
      enhanced: '4.7.25',
    },
  }),
};
