import type { Stage } from '@/lib/smtp/session';
import { define, list, unlessElsewhere } from './define';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };

const WAIT = 'Mail is not lost: the sending server keeps it and tries again, usually for several days.';
const hosts = ['mx1.example.org [192.0.2.25]'];

/** How each stage is called in a sentence. */
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  connect: 'while connecting',
  greeting: 'in the greeting',
  ehlo: 'at EHLO',
  starttls: 'at STARTTLS',
  tls: 'in the TLS handshake',
  mail: 'at MAIL FROM',
  rcpt: 'at RCPT TO',
  data: 'at DATA',
  message: 'after the message',
  control: 'in the controls',
  quit: 'at QUIT',
};

export function stageWords(stage: Stage): string {
  return STAGE_WORDS[stage];
}

/** RFC 5321 §3.8: after 421 there is no session any more. */
export function ended({ code }: { code: number }): string {
  return code === 421 ? ' It ended the session there: what it would have said later is not known.' : '';
}

/** Sessions that ended with a refusal, for now or for good. */
export const smtpRefused = {
  'smtp.mailbox-unknown': define<Refusal & { stage: Stage; recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The mailbox ${a.recipient} does not exist, says ${list(a.hosts)}`,
    why: (a) =>
      `It answered "${a.reply}". The server was reached, knows its recipients, and this one is not among them. A sending server bounces at once and does not try again.`,
    fix: () =>
      'Check the spelling with the recipient by another way. If the address was right until lately, the administrator of the receiving side looks for the mailbox, its aliases and their spelling.',
    headline: (a) =>
      `Refused for good by ${list(a.hosts)} ${stageWords(a.stage)}: this mailbox does not exist.`,
    plain: (a) =>
      `The receiving mail server works, but says that there is no mailbox ${a.recipient}. Most often the address is misspelt or no longer in use. Sending it again will not help.`,
    judged:
      'RCPT TO or a later command was answered with 5yz and an enhanced code or words that mean an unknown mailbox.',
    refs: ['RFC 5321 §4.2.3', 'RFC 3463 §3.2'],
    example: {
      hosts,
      elsewhere: false,
      stage: 'rcpt',
      recipient: 'orders@example.org',
      reply: '550 5.1.1 <orders@example.org>: User unknown',
      code: 550,
      enhanced: '5.1.1',
    },
  }),
  'smtp.recipient-refused': define<Refusal & { recipient: string }>({
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} refused the recipient ${a.recipient} for good`,
    why: (a) =>
      `It answered "${a.reply}". The server was reached and heard the request; its rules do not allow this recipient, this sender, or this connection.`,
    fix: () =>
      'Read the reply: it usually names the rule. The administrator of the receiving side finds it in the log at the time shown here.',
    headline: (a) => `Refused for good by ${list(a.hosts)} at RCPT TO: ${a.reply}`,
    plain: (a) =>
      `The receiving mail server was reached and refused mail for ${a.recipient}. Its answer names the reason; sending again without a change will not help.`,
    judged: 'RCPT TO was answered with 5yz that does not mean an unknown mailbox.',
    refs: ['RFC 5321 §4.2.1', 'RFC 3463 §3'],
    example: {
      hosts,
      elsewhere: false,
      recipient: 'user@example.org',
      reply: '554 5.7.1 Access denied',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.sender-refused': define<Refusal & { sender: string }>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} refused the sender ${a.sender} for good`,
    why: (a) =>
      `It answered "${a.reply}" to MAIL FROM, before any recipient was named. This is about the sender used by this check, so it need not hold for another one.`,
    fix: () =>
      'On the sending side: check that the sender domain exists, takes mail, and allows this machine in its SPF record. Then run the check with the real sender.',
    headline: (a) => `Refused for good by ${list(a.hosts)} at MAIL FROM: ${a.reply}`,
    plain: () =>
      'The receiving mail server does not accept the sender address. The sending side should look at its own domain first.',
    judged: 'MAIL FROM was answered with 5yz that does not say what is wrong with the sender.',
    refs: ['RFC 5321 §3.3'],
    example: {
      hosts,
      elsewhere: false,
      sender: 'postmaster@example.net',
      reply: '550 5.7.1 Access denied',
      code: 550,
      enhanced: '5.7.1',
    },
  }),
  'smtp.refused': define<Refusal & { stage: Stage }>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} refused for good ${stageWords(a.stage)}`,
    why: (a) => `It answered "${a.reply}". A sending server bounces and does not try again.`,
    fix: () =>
      'Read the reply: it usually names the rule. The administrator of the receiving side finds it in the log at the time shown here.',
    headline: (a) => `Refused for good by ${list(a.hosts)} ${stageWords(a.stage)}: ${a.reply}`,
    plain: () =>
      'The receiving mail server was reached and refused. Its answer names the reason; sending again without a change will not help.',
    judged: 'A command other than MAIL and RCPT was answered with 5yz.',
    refs: ['RFC 5321 §4.2.1'],
    example: {
      hosts,
      elsewhere: false,
      stage: 'message',
      reply: '554 5.6.0 Message rejected',
      code: 554,
      enhanced: '5.6.0',
    },
  }),
  'smtp.greeting-refused': define<Refusal>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${list(a.hosts)} refuses to talk to us`,
    why: (a) =>
      `Instead of a greeting it said "${a.reply}". It decided by our address alone, before a name or a sender was given: our address may be on a list, or the server takes no mail at all.`,
    fix: () =>
      'On the sending side: look for our address on blocklists and check its reverse name. On the receiving side: find the rule in the log at the time shown here.',
    headline: (a) => `${list(a.hosts)} refuses to talk to us: ${a.reply}`,
    plain: () =>
      'The receiving mail server closes the door before anything was said. Either it does not want mail from our address, or it takes none at all.',
    judged: 'The greeting was a 5yz reply.',
    refs: ['RFC 5321 §3.1', 'RFC 7504 §3'],
    example: {
      hosts,
      elsewhere: false,
      reply: '554 5.7.1 No SMTP service here',
      code: 554,
      enhanced: '5.7.1',
    },
  }),
  'smtp.greylisted': define<Refusal & { recipient: string; waitSeconds: number }>({
    severity: 'warning',
    side: 'none',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} asks to come back later: greylisting`,
    why: (a) =>
      `It answered "${a.reply}". A sender that is new to it is sent away once; mail servers come back by themselves and are let in. This is no fault and does not mean that the mailbox is wrong.${ended(a)}`,
    fix: (a) =>
      a.waitSeconds > 0
        ? `Nothing is to be done. mxproof asks again by itself after ${a.waitSeconds} s and tells here what came of it.`
        : 'Nothing is to be done. mxproof asks again by itself after five minutes and tells here what came of it.',
    headline: (a) => `${list(a.hosts)} asks to come back later: greylisting, working as meant.`,
    plain: () =>
      'The receiving mail server sends unknown senders away once and lets them in at the next try. Mail arrives by itself, some minutes later.',
    judged: 'A command, or the connection, was answered with 4yz and words that mean greylisting.',
    refs: ['RFC 6647 §2'],
    example: {
      hosts,
      elsewhere: false,
      recipient: 'user@example.org',
      reply: '450 4.2.0 Recipient address rejected: Greylisted, try again in 300 seconds',
      code: 450,
      enhanced: '4.2.0',
      waitSeconds: 300,
    },
  }),
  'smtp.refused-for-now': define<Refusal & { stage: Stage }>({
    severity: 'warning',
    side: 'unknown',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} refused for now ${stageWords(a.stage)}`,
    why: (a) =>
      `It answered "${a.reply}". The cause can be on either side: look-ups of our name that fail, a rate limit, a full disk, a mailbox over its quota. Senders try again.${ended(a)}`,
    fix: () =>
      'Run the check again after some minutes. If it stays, the administrator of the receiving side finds the cause in the log at the time shown here.',
    headline: (a) => `Refused for now by ${list(a.hosts)} ${stageWords(a.stage)}: ${a.reply}`,
    plain: () => `The receiving mail server cannot take the message at the moment. ${WAIT}`,
    judged: 'A command was answered with 4yz that names no reason with a finding of its own.',
    refs: ['RFC 5321 §4.2.1'],
    example: {
      hosts,
      elsewhere: false,
      stage: 'rcpt',
      reply: '450 4.7.1 Not now',
      code: 450,
      enhanced: '4.7.1',
    },
  }),
  'smtp.busy': define<Refusal & { stage: Stage }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} closes the channel for now ${stageWords(a.stage)}`,
    why: (a) =>
      `It answered "${a.reply}": too many connections, maintenance, or a limit for senders like us.${ended(a)}`,
    fix: () =>
      'Wait and run the check again. If it happens to real mail too, slow down the sending side or ask the other one for its limit.',
    headline: (a) => `${list(a.hosts)} has no time for us now (${a.code}).`,
    plain: () => `The receiving mail server is busy or under maintenance. ${WAIT}`,
    judged: 'A reply of 421 ended the session and named no other reason than load.',
    refs: ['RFC 5321 §3.8', 'RFC 5321 §4.2.3'],
    example: {
      hosts,
      elsewhere: false,
      stage: 'greeting',
      reply: '421 4.3.2 Service not available, closing transmission channel',
      code: 421,
      enhanced: '4.3.2',
    },
  }),
};
