import { define, list, unlessElsewhere } from './define';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };

const common = { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false };

/** Permanent refusals whose reply names the reason; `lib/meaning` reads it. */
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
};
