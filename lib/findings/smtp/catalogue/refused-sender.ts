import { reach } from './about';
import { refusal, type Refusal } from './refusal';

interface Listing {
  /** Empty when the reply does not name it. */
  blocklist: string;
  address: string;
}

interface Greylisting {
  /** 0 when the reply names no time. */
  waitSeconds: number;
}

/** The same for good and for now. */
const LISTED = {
  refs: ['RFC 5782 §2', 'RFC 3463 §3.8'],
  says: blockedWords,
  meaning: listingWords,
  more: reach,
  fix: delistWords,
};

/** Sessions that ended with a refusal of whoever sends: how often, from where, and how. */
export const refusedSender = {
  'smtp.rate-limited': refusal({
    name: 'Rate limit',
    judged: 'A command was refused for a limit that is not one of the sender alone.',
    refs: ['RFC 3463 §3.5'],
    example: {
      category: 'rate-limited',
      stage: 'rcpt',
      code: 450,
      enhanced: '4.2.1',
      reply: '450 4.2.1 The mailbox is receiving too much mail right now',
    },
  }),
  'smtp.greylisted': refusal<Greylisting>({
    name: 'Greylisting',
    judged: 'A command, or the connection, was answered with 4yz and words that mean greylisting.',
    refs: ['RFC 6647 §2'],
    more: () => 'This is no fault, and does not mean that the mailbox is wrong.',
    fix: (a) =>
      a.waitSeconds > 0
        ? `Nothing need be done. mxproof repeats the check automatically after ${a.waitSeconds} s, and its page tells what came of it.`
        : 'Nothing need be done. mxproof repeats the check automatically after five minutes, and its page tells what came of it.',
    example: {
      category: 'greylisted',
      stage: 'rcpt',
      code: 450,
      enhanced: '4.2.0',
      waitSeconds: 300,
      reply: '450 4.2.0 Recipient address rejected: Greylisted, try again in 300 seconds',
    },
  }),
  'smtp.blocklisted': refusal<Listing>({
    name: 'Blocklisted',
    judged:
      'A command was answered with 5yz and words that mean a blocklist, or the reputation of who sends.',
    ...LISTED,
    example: {
      category: 'blocked',
      stage: 'rcpt',
      code: 554,
      enhanced: '5.7.1',
      blocklist: 'zen.spamhaus.org',
      address: '',
      reply: '554 5.7.1 Client host blocked using zen.spamhaus.org',
    },
  }),
  'smtp.blocklisted-for-now': refusal<Listing>({
    name: 'Blocklisted, for now',
    judged:
      'A command was answered with 4yz and words that mean a blocklist, or the reputation of who sends.',
    ...LISTED,
    example: {
      category: 'blocked',
      stage: 'rcpt',
      code: 450,
      enhanced: '4.7.1',
      blocklist: 'zen.spamhaus.org',
      address: '',
      reply: '450 4.7.1 Client host blocked using zen.spamhaus.org',
    },
  }),
  'smtp.sender-must-act': refusal({
    name: 'Sender does not meet a demand',
    judged: 'A command was answered with 5yz and a reason that lies with the sender.',
    refs: ['RFC 7372 §3', 'RFC 5321 §4.2.1'],
    more: reach,
    example: {
      category: 'auth-failed',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.7.23',
      reply: '550 5.7.23 SPF validation failed',
    },
  }),
  'smtp.tls-not-offered': refusal({
    name: 'TLS demanded and not offered',
    judged: 'A command was refused with 5yz for want of TLS, and the answer to EHLO had no STARTTLS.',
    refs: ['RFC 3207 §4'],
    says: () => 'STARTTLS is demanded and not offered',
    meaning: () =>
      'The server takes mail over TLS only, and its answer to EHLO has no STARTTLS, so no sender can begin it. Either it is not offered there, or something in between takes the offer out.',
    fix: () =>
      'On the recipient’s side: let the server offer STARTTLS, with a certificate that it can read, or take mail without it. If it does offer it there, look for a firewall that inspects SMTP, on either side.',
    example: {
      category: 'tls-required',
      stage: 'mail',
      code: 530,
      enhanced: '5.7.0',
      reply: '530 5.7.0 Must issue a STARTTLS command first',
    },
  }),
  'smtp.sender-must-act-for-now': refusal({
    name: 'Sender does not meet a demand, for now',
    judged: 'A command was answered with 4yz and a reason that lies with the sender.',
    refs: ['RFC 7372 §3', 'RFC 5321 §4.2.1'],
    more: reach,
    example: {
      category: 'sender-identity',
      stage: 'rcpt',
      code: 450,
      enhanced: '4.7.25',
      reply: '450 4.7.25 Client host rejected: cannot find your reverse hostname',
    },
  }),
};

function blockedWords({ blocklist, address, says }: Refusal & Listing): string {
  const who = address === '' ? 'the sender' : `the sending address ${address}`;
  if (blocklist !== '') return `${who} is on the blocklist ${blocklist}`;
  return address === '' ? says : `${says} (${address})`;
}

function listingWords({ blocklist, meaning }: Refusal & Listing): string {
  return blocklist === ''
    ? meaning
    : `The server asks the blocklist ${blocklist}, and refuses whom it lists.`;
}

function delistWords({ blocklist, address, fix }: Refusal & Listing): string {
  if (blocklist === '') return fix;
  const what = address === '' ? 'the sending address and the sender domain' : address;
  return `Look up ${what} at ${blocklist}, end the cause, and ask for removal there. Check from the address that sends real mail.`;
}
