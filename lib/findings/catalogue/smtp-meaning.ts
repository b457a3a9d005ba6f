import type { Stage } from '@/lib/smtp/session';
import { define, list, unlessElsewhere } from './define';
import { ended, stageWords } from './smtp-refused';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };

const common = { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false };

const FULL_FIX =
  'The recipient makes room, or their administrator raises the quota. On the receiving side it is kinder to refuse with 452, so that mail waits.';

const TROUBLE_FIX =
  'On the receiving side: find the part that failed in the log at the time shown here: disk, database, directory, filter, scanner.';

/** Refusals whose reply names the reason; `lib/meaning` reads it. */
export const smtpMeaning = {
  'smtp.mailbox-disabled': define<Refusal & { stage: Stage; recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The mailbox ${a.recipient} is disabled, says ${list(a.hosts)}`,
    why: (a) =>
      `It answered "${a.reply}". The mailbox is known there and takes no mail. Senders bounce at once.`,
    fix: () => 'The recipient, or their administrator, has to open the mailbox again.',
    headline: (a) => `Refused for good by ${list(a.hosts)} ${stageWords(a.stage)}: this mailbox is disabled.`,
    plain: (a) => `The receiving mail server knows ${a.recipient}, but the mailbox is switched off.`,
    judged:
      'RCPT TO or a later command was answered with 5yz and an enhanced code or words that mean a disabled mailbox.',
    refs: ['RFC 3463 §3.3'],
    example: {
      ...common,
      stage: 'rcpt',
      recipient: 'user@example.org',
      reply: '550 5.2.1 Mailbox disabled',
      code: 550,
      enhanced: '5.2.1',
    },
  }),
  'smtp.relay-denied': define<Refusal & { stage: Stage; recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} does not regard itself as responsible for ${a.recipient}`,
    why: (a) =>
      `It answered "${a.reply}". DNS names this server for the domain, but the server is not set up for it, or no longer.`,
    fix: () =>
      'On the receiving side: add the domain to those this server takes mail for, or correct the MX record.',
    headline: (a) =>
      `Refused for good by ${list(a.hosts)} ${stageWords(a.stage)}: it takes no mail for this domain.`,
    plain: () =>
      'The mail server that is named for the domain says that the domain is not its own. The receiving side has to correct it.',
    judged: 'RCPT TO or a later command was answered with 5yz and words that refuse to relay.',
    refs: ['RFC 5321 §3.6.2'],
    example: {
      ...common,
      stage: 'rcpt',
      recipient: 'user@example.org',
      reply: '554 5.7.1 Relay access denied',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.loops-back': define<Refusal & { stage: Stage }>({
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
  'smtp.trouble': define<Refusal & { stage: Stage }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} has trouble of its own and refuses for good`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. A part of the receiving system does not work; since it said so with ${a.code}, senders bounce at once instead of trying again.`,
    fix: () => TROUBLE_FIX,
    headline: (a) => `${list(a.hosts)} has trouble of its own ${stageWords(a.stage)}: ${a.reply}`,
    plain: () =>
      'The receiving mail server says that a part of it does not work. Its administrator has to look into it.',
    judged: 'A command was answered with 5yz and words that name a broken part of the receiving system.',
    refs: ['RFC 3463 §3.4', 'RFC 5321 §4.2.1'],
    example: {
      ...common,
      stage: 'rcpt',
      reply: '554 5.3.5 Local configuration error',
      code: 554,
      enhanced: '5.3.5',
    },
  }),
  'smtp.trouble-for-now': define<Refusal & { stage: Stage }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} has trouble of its own for now`,
    why: (a) =>
      `It answered "${a.reply}" ${stageWords(a.stage)}. A part of the receiving system does not work. Mail waits at its sender, for some days.${ended(a)}`,
    fix: () => TROUBLE_FIX,
    headline: (a) => `${list(a.hosts)} has trouble of its own ${stageWords(a.stage)}: ${a.reply}`,
    plain: () =>
      'The receiving mail server says that a part of it does not work. Mail waits at its sender until that is mended.',
    judged: 'A command was answered with 4yz and words that name a broken part of the receiving system.',
    refs: ['RFC 3463 §3.4', 'RFC 5321 §4.5.4.1'],
    example: {
      ...common,
      stage: 'message',
      reply: '451 4.3.0 Virus scanner not available',
      code: 451,
      enhanced: '4.3.0',
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
      `It answered "${a.reply}". Senders keep the mail and try again for some days; it arrives when there is room by then.${ended(a)}`,
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
};
