import type { Control } from '@/lib/smtp/session';
import { define, hostsDo, it, list } from '../define';

type Refusal = { hosts: string[]; recipient: string; reply: string };

const hosts = ['mx1.example.org [192.0.2.25]'];

const CONTROL_WORDS: Readonly<Record<Control, string>> = {
  random: 'a mailbox that cannot exist',
  postmaster: 'postmaster',
  abuse: 'abuse',
  'null-sender': 'the null sender',
  relay: 'relaying',
};

/** What was asked beside the recipient because a person wanted it. None of it decides whether the mail is taken. */
export const catalogue = {
  'control.accepts-any': define<{ hosts: string[]; recipient: string; asked: string }>({
    name: 'Any recipient is accepted',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'accepts', 'accept')} any recipient`,
    why: (a) =>
      `${it(a.hosts)} accepted ${a.recipient}, which was made up for this check. So its yes to ${a.asked} proves that it takes mail for the domain, not that the mailbox exists: mail to unknown ones is bounced later, or lost in silence.`,
    fix: () =>
      'On the recipient’s side: check recipients at RCPT TO. Bouncing later sends returns to forged senders (backscatter), which gets the server listed.',
    judged: 'RCPT TO with a random mailbox of the domain was answered with 2yz.',
    refs: ['RFC 5321 §3.3', 'RFC 5321 §6.1'],
    example: { hosts, recipient: 'mxproof-control-k3j9x0ab12cd@example.org', asked: 'user@example.org' },
  }),
  'control.refuses-unknown': define<Refusal>({
    name: 'Unknown mailboxes are refused at once',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'tells', 'tell')} unknown mailboxes at once`,
    why: (a) =>
      `A mailbox made up for this check was refused ("${a.reply}"), so an accepted recipient is one that the server knows.`,
    fix: () => '',
    judged: 'RCPT TO with a random mailbox of the domain was answered with 5yz.',
    refs: ['RFC 5321 §3.3'],
    example: {
      hosts,
      recipient: 'mxproof-control-k3j9x0ab12cd@example.org',
      reply: '550 5.1.1 User unknown',
    },
  }),
  'control.postmaster-refused': define<Refusal>({
    name: 'Postmaster refused',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'refuses', 'refuse')} ${a.recipient}`,
    why: (a) =>
      `${it(a.hosts)} answered "${a.reply}". Every domain that takes mail must have a postmaster: it is the way to tell its administrator that something is wrong. Some receivers distrust domains without one.`,
    fix: (a) => `Create ${a.recipient}, as a mailbox or an alias that somebody reads.`,
    judged: 'RCPT TO with postmaster at the domain was answered with 5yz.',
    refs: ['RFC 5321 §4.5.1', 'RFC 2142 §5'],
    example: { hosts, recipient: 'postmaster@example.org', reply: '550 5.1.1 User unknown' },
  }),
  'control.abuse-refused': define<Refusal>({
    name: 'Abuse address refused',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'refuses', 'refuse')} ${a.recipient}`,
    why: (a) =>
      `${it(a.hosts)} answered "${a.reply}". Complaints about mail from the domain have no address to go to. Delivery is not affected.`,
    fix: (a) => `Create ${a.recipient}, as a mailbox or an alias that somebody reads.`,
    judged: 'RCPT TO with abuse at the domain was answered with 5yz.',
    refs: ['RFC 2142 §4'],
    example: { hosts, recipient: 'abuse@example.org', reply: '550 5.1.1 User unknown' },
  }),
  'control.null-sender-refused': define<{ hosts: string[]; reply: string }>({
    name: 'Null sender refused',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'refuses', 'refuse')} mail from the null sender`,
    why: (a) =>
      `${it(a.hosts)} answered "${a.reply}". Bounces and delay notices come with the sender <>, so the domain’s users never learn that their own mail was not delivered. Receivers that verify senders by calling back refuse their mail.`,
    fix: () =>
      'Accept MAIL FROM:<> for every existing mailbox; limit what is misused by rate or by signature (BATV), not by refusal.',
    judged:
      'The recipient was rejected with 5yz in a transaction with the null sender, and not with the sender of the check.',
    refs: ['RFC 5321 §4.5.5', 'RFC 5321 §6.1'],
    example: { hosts, reply: '550 5.7.1 Null sender not allowed' },
  }),
  'control.open-relay': define<{ hosts: string[]; recipient: string }>({
    name: 'Open relay',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'relays', 'relay')} mail for strangers`,
    why: (a) =>
      `${it(a.hosts)} accepted ${a.recipient}, a recipient at another domain, from an address it does not know. An open relay is found by spammers within hours; then its address is listed and the domain’s own mail is refused. The check stopped before DATA; some servers refuse only there.`,
    fix: () =>
      'Allow relaying only for your own networks and for users who have signed in. Postfix: smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination.',
    judged: 'RCPT TO with the address of MXPROOF_RELAY_TEST_ADDRESS was answered with 2yz.',
    refs: ['RFC 5321 §7.1', 'RFC 2505 §2.1'],
    example: { hosts, recipient: 'relaytest@example.net' },
  }),
  'control.relay-refused': define<Refusal>({
    name: 'No relay for strangers',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'does', 'do')} not relay for strangers`,
    why: (a) => `${it(a.hosts)} refused ${a.recipient}, a recipient at another domain: "${a.reply}".`,
    fix: () => '',
    judged: 'RCPT TO with the address of MXPROOF_RELAY_TEST_ADDRESS was answered with 5yz.',
    refs: ['RFC 2505 §2.1'],
    example: { hosts, recipient: 'relaytest@example.net', reply: '554 5.7.1 Relay access denied' },
  }),
  'control.undecided': define<{ hosts: string[]; control: Control; reply: string }>({
    name: 'Control without a clear answer',
    severity: 'info',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `No clear answer from ${list(a.hosts)} about ${CONTROL_WORDS[a.control]}`,
    why: (a) =>
      a.reply === ''
        ? 'The session had ended before its turn. This says nothing about the server.'
        : `${it(a.hosts)} put the question off: "${a.reply}". This says nothing about what it would do later.`,
    fix: () => '',
    judged: 'A control was answered with 4yz, or the session ended before it was asked.',
    refs: [],
    example: { hosts, control: 'abuse', reply: '451 4.7.1 Greylisted' },
  }),
};
