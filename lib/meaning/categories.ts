import type { WhoActs } from '@/lib/who-acts';
import type { Category, Side } from './schema';

/** Everything that is said about a reply of one category: `/explain`, bounces and checks take their words from here. */
export interface CategoryWords {
  side: Side;
  whoActs: WhoActs;
  /** What the server says, as the rest of a sentence: "Rejected permanently: …, says mx1.example.org". */
  says: string;
  meaning: string;
  fix: string;
  /** What is so usually, where there is no code to tell it (RFC 5321 §4.2.1). */
  permanence: 'temporary' | 'permanent' | null;
  /** What differs when the server is the one that DNS names for the recipient's domain. */
  atExchange?: Partial<Omit<CategoryWords, 'atExchange' | 'givenUp' | 'forGood'>>;
  /** What differs when the sending server has stopped trying: it then tries nothing "again by itself". */
  givenUp?: Partial<Pick<CategoryWords, 'whoActs' | 'meaning' | 'fix'>>;
  /** What differs when the code rejects permanently (5xx), where the words say to come again: nobody does (RFC 5321 §4.2.1). */
  forGood?: Partial<Pick<CategoryWords, 'whoActs' | 'meaning' | 'fix'>>;
}

/** Where a reply was given, and whether that was the last of it. */
export interface Situation {
  isAtExchange: boolean;
  isGivenUp: boolean;
  /** The code is 5xx. */
  isForGood: boolean;
}

const READ_LOG =
  'Ask the administrator of the recipient’s side, with the time and the reply: their log names the rule.';

/** Side, who acts and words of a category, where no row says it better. */
export const CATEGORIES: Record<Category, CategoryWords> = {
  accepted: {
    ...recipient('nobody'),
    side: 'unknown',
    says: 'it accepts',
    meaning:
      'The server accepts what it was told. After RCPT TO that is the address, after the final dot the message.',
    fix: '',
    permanence: null,
  },
  'mailbox-unknown': {
    ...recipient('sender'),
    says: 'the mailbox does not exist',
    meaning: 'There is no such mailbox.',
    fix: 'Check the spelling with the recipient by another way. If the address was right until lately, the administrator of the recipient’s side looks for the mailbox and its aliases.',
  },
  'mailbox-disabled': {
    ...recipient('recipient'),
    says: 'the mailbox is disabled',
    meaning: 'The mailbox exists, but is disabled or takes no mail.',
    fix: 'The recipient, or their administrator, has to open the mailbox again.',
  },
  'mailbox-full': {
    ...recipient('recipient'),
    says: 'the mailbox is full',
    meaning: 'The mailbox is full.',
    fix: 'The recipient makes room, or their administrator raises the quota.',
  },
  moved: {
    ...recipient('sender'),
    says: 'the mailbox has moved',
    meaning: 'The mailbox has moved to another address.',
    fix: 'Use the new address; the reply may name it.',
  },
  'domain-unknown': {
    ...recipient('recipient-admin'),
    says: 'the domain is not known there',
    meaning: 'The server does not know the domain, or finds no way to it.',
    fix: 'On the sender’s side: check the spelling of the domain. On the recipient’s side, if it is right: check that the server in its MX record is set up for it.',
  },
  'relay-denied': {
    ...recipient('recipient-admin'),
    side: 'unknown',
    says: 'the server does not serve this domain',
    meaning:
      'The server does not regard itself as responsible for this recipient, and does not pass mail on for this sender.',
    fix: 'If the domain should be served here, add it to the domains of this server or correct the MX record. If this is your own outgoing server, log in before sending.',
    atExchange: {
      side: 'recipient',
      meaning: 'DNS names this server for the domain, but the server is not set up for it, or no longer.',
      fix: 'The administrator of the recipient’s side adds the domain to those this server takes mail for, or corrects the MX record.',
    },
  },
  'sender-rejected': {
    ...sender(),
    says: 'the sender address is not accepted',
    meaning: 'The sender address is not accepted.',
    fix: 'Check that the sender address exists, and that its domain has an MX or address record and can take bounces.',
  },
  'sender-identity': {
    ...sender(),
    says: 'the name of the sending server is not accepted',
    meaning: 'The name of the sending server is not accepted: its reverse DNS (PTR) or its HELO name.',
    fix: 'Give the sending address a PTR record whose name leads back to the address, and send HELO with that name.',
  },
  blocked: {
    ...sender(),
    says: 'the sending server is blocked',
    meaning: 'The server blocks this address or name: it is on a blocklist, or has a bad reputation.',
    fix: 'Find out why the address is listed, end the cause, and then ask the operator of the list for removal.',
  },
  policy: {
    ...recipient('recipient-admin'),
    side: 'unknown',
    says: 'a rule there does not allow it',
    meaning: 'A rule of the recipient’s side does not allow this mail.',
    fix: READ_LOG,
  },
  'spam-content': {
    ...sender(),
    says: 'the message was judged to be spam',
    meaning: 'The message was judged to be spam or otherwise unwanted.',
    fix: 'Look at content, links and attachments, and at the reputation of the sending domain. If the message was wanted, the administrator of the recipient’s side can make an exception.',
  },
  virus: {
    ...sender(),
    says: 'the message was taken for malware',
    meaning: 'The message, or an attachment, was taken for malware or is of a forbidden kind.',
    fix: 'Examine the sending machine and the attachment. A wanted file can be passed on by another way.',
  },
  'auth-failed': {
    ...sender(),
    says: 'SPF, DKIM or DMARC did not pass',
    meaning: 'The sender domain could not be authenticated by SPF, DKIM or DMARC.',
    fix: 'Add the sending address to the SPF record of the sender domain, sign with DKIM, and see that one of the two matches the domain in From.',
  },
  'auth-required': {
    ...sender(),
    says: 'the server wants a login',
    meaning: 'The server wants a login first, or did not accept the one given.',
    fix: 'Log in with the right user name and password.',
    atExchange: {
      side: 'recipient',
      whoActs: 'recipient-admin',
      meaning:
        'DNS names this server for the domain, and it takes mail only from users who log in. A submission server stands in the MX record, or the domain is missing on it.',
      fix: 'The administrator of the recipient’s side points the MX record at the server that takes mail from everybody. Or this one takes mail for the domain without a login.',
    },
  },
  'rate-limited': {
    ...sender(),
    says: 'too much came in a short time',
    meaning: 'Too much came from this sender, or to this recipient, in a short time.',
    fix: 'Wait and send more slowly; a normal mail server tries again by itself.',
    permanence: 'temporary',
    givenUp: {
      fix: 'The sending server gave up. Find out what sends so much, send more slowly, and send this message again.',
    },
    forGood: {
      fix: 'The code (5xx) rejects permanently, so the sending server does not come back by itself. Find out what sends so much, send more slowly, and send this message again.',
    },
  },
  greylisted: {
    ...recipient('nobody'),
    side: 'unknown',
    says: 'greylisting, come back later',
    meaning: 'Greylisting: the server defers a sender that is new to it and accepts a later try.',
    fix: 'Nothing need be done: the sending server tries again by itself.',
    permanence: 'temporary',
    givenUp: {
      whoActs: 'recipient-admin',
      meaning: 'Greylisting deferred every try until the sending server gave up.',
      fix: 'The administrator of the recipient’s side finds out why the later tries were deferred too, or puts the sender on the allowlist. On the sender’s side, check that each try comes from the same address, minutes apart: other tries never pass greylisting.',
    },
    forGood: {
      whoActs: 'recipient-admin',
      meaning:
        'The words are those of greylisting, but the code (5xx) rejects permanently: the sending server returns the message and does not come back.',
      fix: 'The administrator of the recipient’s side lets greylisting answer with a code for now (4xx). Until then, a message that is sent again after some minutes may pass.',
    },
  },
  'message-too-large': {
    ...sender('sender'),
    says: 'the message is too large',
    meaning: 'The message is larger than the server takes.',
    fix: 'Send a smaller message, or pass the file on by another way.',
  },
  'content-format': {
    ...sender(),
    says: 'the message is not written as it should be',
    meaning: 'The form of the message, or of its header, is not accepted.',
    fix: 'Correct the header, the encoding or the line ends (CR LF) of the message in the software that makes it.',
  },
  'tls-required': {
    ...sender(),
    says: 'it wants better encryption',
    meaning: 'The server wants encryption, or the encryption offered is not good enough.',
    fix: 'Let the sending server use STARTTLS with current versions of TLS.',
    permanence: 'temporary',
  },
  'system-error': {
    ...recipient('recipient-admin'),
    says: 'a part of the server does not work',
    meaning: 'The receiving system has trouble of its own.',
    fix: 'The administrator of the recipient’s side looks into the log, the disk and the services behind this server.',
    permanence: 'temporary',
  },
  'network-error': {
    side: 'network',
    whoActs: 'unknown',
    says: 'a connection or a DNS query failed',
    meaning: 'The connection, or a DNS query, failed on the way.',
    fix: 'Run a check of the domain: it shows at which step and at which layer the way ends.',
    permanence: 'temporary',
    // Which connection broke, this one or one behind the server, the words do not tell.
    atExchange: {
      side: 'unknown',
      whoActs: 'unknown',
      fix: 'The administrator of the recipient’s side finds in the log which connection or query failed. If it was this one, the way between the two networks loses packets.',
    },
  },
  busy: {
    ...recipient('nobody'),
    says: 'the server has no time now',
    meaning: 'The server is busy or closing for now.',
    fix: 'Nothing need be done at first: the sending server tries again. If it lasts, the administrator of the recipient’s side looks at load and connection limits.',
    permanence: 'temporary',
    givenUp: {
      whoActs: 'recipient-admin',
      fix: 'The server was busy for as long as the sending server tried. The administrator of the recipient’s side looks at load and connection limits; then send the message again.',
    },
  },
  'not-accepting-mail': {
    ...recipient('recipient-admin'),
    says: 'no mail is taken there',
    meaning: 'This host, or this domain, takes no mail.',
    fix: 'If it should take mail, the administrator of the recipient’s side corrects the MX record or the service.',
  },
  'protocol-error': {
    ...sender(),
    side: 'unknown',
    says: 'a command is not accepted',
    meaning: 'A command was not understood, not allowed, or in the wrong order.',
    fix: 'Compare the commands sent with RFC 5321; something in between may also have altered them.',
  },
  loop: {
    ...recipient('recipient-admin'),
    says: 'the message would go in a circle',
    meaning: 'The message goes in a circle: a server hands it to itself, or gets it back.',
    fix: 'The administrator of the recipient’s side looks for forwardings and routes that lead back, and whether this server delivers for the domain. The Received lines of a message show the circle.',
  },
  'mailing-list': {
    ...recipient('recipient-admin'),
    says: 'the list or group does not take it',
    meaning: 'The address is a list or group that did not take this message.',
    fix: 'Ask the owner of the list who may write to it.',
  },
  expired: {
    side: 'unknown',
    whoActs: 'unknown',
    says: 'the time to deliver is over',
    meaning: 'The message could not be delivered within the time allowed.',
    fix: 'Look for the reply of the last tries: it tells why. A check of the recipient shows how it is today.',
    permanence: 'permanent',
  },
  unknown: {
    side: 'unknown',
    whoActs: 'unknown',
    says: 'no reason is told',
    meaning: 'The reply does not tell the reason.',
    fix: READ_LOG,
    permanence: null,
  },
};

/** The words of a category, with what is so at an exchange of the recipient's domain. */
export function wordsOf(category: Category, isAtExchange: boolean): CategoryWords {
  const words = CATEGORIES[category];
  return isAtExchange ? { ...words, ...words.atExchange } : words;
}

function recipient(whoActs: WhoActs): Pick<CategoryWords, 'side' | 'whoActs' | 'permanence'> {
  return { side: 'recipient', whoActs, permanence: 'permanent' };
}

function sender(whoActs: WhoActs = 'sender-admin'): Pick<CategoryWords, 'side' | 'whoActs' | 'permanence'> {
  return { side: 'sender', whoActs, permanence: 'permanent' };
}
