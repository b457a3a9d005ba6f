import type { Stage } from '@/lib/smtp/session';
import { CATEGORIES } from '@/lib/meaning/categories';
import { define, list, unlessElsewhere } from './define';
import { ended, stageWords } from './smtp-refused';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };
type Listing = Refusal & { stage: Stage; blocklist: string; address: string };

const common = { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false };

/** Reasons on which the sender has to act first, in a few words. */
export const REASON = {
  'sender-rejected': 'it does not accept our sender address',
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

const ABOUT_US =
  'This is about where this check came from; it says nothing about the mailbox and need not hold for another sender.';

function blockedWords({ blocklist, address }: Listing): string {
  const who = address === '' ? 'us' : `our address ${address}`;
  return blocklist === '' ? who : `${who} by the list ${blocklist}`;
}

function delistWords({ blocklist, address }: Listing): string {
  const what = address === '' ? 'our address and the sender domain' : address;
  const where =
    blocklist === '' ? 'on the list that the reply names, or with those who sent it' : `at ${blocklist}`;
  return `On the sending side: look up ${what} ${where}, end the cause, and ask for removal. Check from the address that sends real mail.`;
}

/** Refusals on which the sender has to act first. */
export const smtpSender = {
  'smtp.blocklisted': define<Listing>({
    severity: unlessElsewhere,
    side: 'sender',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} blocks ${blockedWords(a)}`,
    why: (a) => `It answered "${a.reply}" ${stageWords(a.stage)}. ${ABOUT_US}`,
    fix: delistWords,
    headline: (a) => `${list(a.hosts)} blocks ${blockedWords(a)}: ${a.reply}`,
    plain: () =>
      'The receiving mail server does not want mail from where this check came from: the address, its network or its domain has a bad name there. The sending side has to act.',
    judged:
      'A command was answered with 5yz and words that mean a blocklist, or the reputation of who sends.',
    refs: ['RFC 5782 §2', 'RFC 3463 §3.8'],
    example: {
      ...common,
      stage: 'rcpt',
      blocklist: 'zen.spamhaus.org',
      address: '',
      reply: '554 5.7.1 Client host blocked using zen.spamhaus.org',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.blocklisted-for-now': define<Listing>({
    severity: 'warning',
    side: 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} blocks ${blockedWords(a)} for now`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. ${ABOUT_US} Mail servers try again; unless the cause ends, they give up after some days.${ended(a)}`,
    fix: delistWords,
    headline: (a) => `${list(a.hosts)} blocks ${blockedWords(a)} for now: ${a.reply}`,
    plain: () =>
      'The receiving mail server does not want mail from where this check came from: the address, its network or its domain has a bad name there. The sending side has to act.',
    judged:
      'A command was answered with 4yz and words that mean a blocklist, or the reputation of who sends.',
    refs: ['RFC 5782 §2', 'RFC 3463 §3.8'],
    example: {
      ...common,
      stage: 'rcpt',
      blocklist: 'zen.spamhaus.org',
      address: '',
      reply: '450 4.7.1 Client host blocked using zen.spamhaus.org',
      code: 450,
      enhanced: '4.7.1',
    },
  }),
  'smtp.sender-must-act': define<Refusal & { stage: Stage; category: SenderCategory }>({
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
  'smtp.sender-must-act-for-now': define<Refusal & { stage: Stage; category: SenderCategory }>({
    severity: 'warning',
    side: 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} puts us off: ${REASON[a.category]}`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. ${CATEGORIES[a.category].meaning} Mail servers try again; unless the cause ends, they give up after some days.${ended(a)}`,
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
