import type { ProviderRow } from './provider-row';

const POSTFIX = 'postfix.org/postconf.5.html';
const POSTFIX_VERIFY = 'postfix.org/ADDRESS_VERIFICATION_README.html';
const POSTSCREEN = 'postfix.org/POSTSCREEN_README.html';
const EXIM = 'exim.org/exim-html-current/doc/html/spec_html (from memory)';
const SENDMAIL = 'sendmail.org cf/README (from memory)';
const EXCHANGE = 'learn.microsoft.com/exchange/mail-flow/back-pressure';
const QMAIL = 'cr.yp.to/qmail, chkuser (from memory)';
const HARAKA = 'haraka.github.io (from memory)';
const OPENSMTPD = 'heard from OpenSMTPD 6.8 of Debian 12 (e2e/servers)';

/** Mail servers of one’s own. */
export const SOFTWARE_ROWS: readonly ProviderRow[] = [
  {
    provider: 'Postfix',
    pattern: /unverified address: address verification in progress/i,
    category: 'system-error',
    side: 'recipient',
    whoActs: 'nobody',
    meaning: 'Postfix asks the server behind it whether the mailbox exists, and has no answer yet.',
    fix: 'Nothing need be done: the next try finds the answer in the cache. If it lasts, the receiving administrator looks at the server behind it.',
    ref: POSTFIX_VERIFY,
    example: '450 4.1.1 Recipient address rejected: unverified address: Address verification in progress',
  },
  {
    provider: 'Postfix',
    pattern: /undeliverable address: .{0,300}said: 5/i,
    category: 'mailbox-unknown',
    meaning: 'The server behind Postfix does not know the mailbox.',
    fix: 'Check the spelling; the receiving administrator looks at the server behind.',
    ref: POSTFIX_VERIFY,
    example: '550 5.1.1 Recipient address rejected: undeliverable address: host 10.0.0.5 said: 550 no',
  },
  {
    provider: 'Postfix',
    pattern: /\b4\.3\.5 server configuration (?:problem|error)/i,
    category: 'system-error',
    side: 'recipient',
    meaning: 'A table or a policy service that Postfix is set up to ask does not work.',
    fix: 'The receiving administrator looks for "warning" and "fatal" in the log of Postfix at that time.',
    ref: POSTFIX,
    example: '451 4.3.5 Server configuration problem',
  },
  {
    provider: 'Postfix',
    pattern:
      /service currently unavailable|all server ports are busy|all screening? ?ports? (?:are|is) busy/i,
    category: 'busy',
    meaning: 'postscreen wants to see the client again after its tests, or the server has no free process.',
    fix: 'Nothing need be done: the sending server tries again by itself; after passing the tests once it is let through.',
    ref: POSTSCREEN,
    example: '450 4.3.2 Service currently unavailable',
  },
  {
    provider: 'Postfix',
    pattern: /protocol error$|\b5\.5\.1 protocol error/i,
    category: 'protocol-error',
    meaning: 'postscreen saw the client talk before its greeting was over.',
    fix: 'Let the sending server wait for the whole greeting.',
    ref: POSTSCREEN,
    example: '550 5.5.1 Protocol error',
  },
  {
    provider: 'Exim',
    pattern: /unrouteable address/i,
    stages: ['rcpt', 'data', 'message'],
    category: 'mailbox-unknown',
    meaning: 'No router of Exim takes this address: no mailbox, no alias, or a domain that leads nowhere.',
    fix: 'Check the spelling; the receiving administrator asks "exim -bt" about the address.',
    ref: EXIM,
    example: '550 Unrouteable address',
  },
  {
    provider: 'Exim',
    pattern: /helo\/ehlo argument/i,
    category: 'sender-identity',
    fix: 'Send HELO with a full name, or with the address in square brackets (RFC 5321 §4.1.3).',
    ref: EXIM,
    example: '550 HELO/EHLO argument x_y is not acceptable',
  },
  {
    provider: 'Exim',
    pattern: /turn on smtp authentication in your mail client/i,
    category: 'auth-required',
    meaning: 'A cPanel server takes this connection for one of its own users and wants a login.',
    fix: 'Users log in in their mail program. If the mail should be delivered here, the domain is missing in /etc/localdomains of the receiving server.',
    ref: EXIM,
    example: '550 Please turn on SMTP Authentication in your mail client',
  },
  {
    provider: 'Exim',
    pattern: /is not yet authorized to deliver mail from/i,
    category: 'greylisted',
    meaning: 'Greylisting of an Exim server.',
    fix: 'Nothing need be done: the sending server tries again by itself.',
    ref: EXIM,
    example: '451-192.0.2.1 is not yet authorized to deliver mail from a to b',
  },
  {
    provider: 'Exim',
    pattern: /sender verify fail/i,
    category: 'sender-rejected',
    meaning:
      'Exim asked the mail server of the sender domain for the sender address, and it was not accepted there.',
    fix: 'Let the sender address exist and take bounces (MAIL FROM:<>); do not turn call-outs away.',
    ref: EXIM,
    example: '550 Verification failed for <a@example.net> 550 Sender verify failed',
  },
  {
    provider: 'Exim',
    pattern: /too many concurrent smtp connections; please/i,
    category: 'rate-limited',
    side: 'recipient',
    meaning: 'Exim has as many connections as smtp_accept_max allows, from all senders together.',
    ref: EXIM,
    example: '421 Too many concurrent SMTP connections; please try again later.',
  },
  {
    provider: 'Sendmail',
    pattern: /domain of sender address .{1,120} does not (?:exist|resolve)/i,
    category: 'sender-rejected',
    meaning: 'Sendmail finds no MX or address of the sender domain.',
    fix: 'Give the sender domain an MX or address record. With 451 the name servers of the domain did not answer: look at them.',
    ref: SENDMAIL,
    example: '451 4.1.8 Domain of sender address a@example.net does not resolve',
  },
  {
    provider: 'Sendmail',
    pattern: /domain name required for sender address/i,
    category: 'sender-rejected',
    meaning: 'The sender address has no domain.',
    fix: 'Set the domain of the sending software: masquerade_domain, myorigin, qualify_domain.',
    ref: SENDMAIL,
    example: '553 5.5.4 <root>... Domain name required for sender address root',
  },
  {
    provider: 'Sendmail',
    pattern: /ip name (?:lookup failed|possibly forged)/i,
    category: 'relay-denied',
    meaning: 'Sendmail does not serve this domain, or not for a sender without reverse name.',
    fix: 'The receiving administrator adds the domain to local-host-names or relay-domains; the sender gives its address a PTR record.',
    ref: SENDMAIL,
    example: '550 5.7.1 Relaying denied. IP name lookup failed [192.0.2.1]',
  },
  {
    provider: 'Sendmail',
    pattern: /connection rate limit exceeded/i,
    category: 'rate-limited',
    meaning: 'Sendmail takes only so many connections a minute from one address (ratecontrol).',
    fix: 'Send more slowly.',
    ref: SENDMAIL,
    example: '421 4.3.2 Connection rate limit exceeded.',
  },
  {
    provider: 'Exchange',
    pattern: /insufficient system resources \(\w+\)/i,
    category: 'system-error',
    side: 'recipient',
    whoActs: 'recipient-admin',
    meaning:
      'Exchange takes no mail for now (back pressure): the disk of its queue, or its memory, is nearly used up.',
    fix: 'The receiving administrator makes room on the disk of the transport queue; the name in brackets says what is short.',
    ref: EXCHANGE,
    example: '452 4.3.1 Insufficient system resources (UsedDiskSpace)',
  },
  {
    provider: 'qmail',
    pattern: /\bsmtplf\.html/i,
    category: 'content-format',
    meaning:
      'A line of the message ended with LF alone. Some qmail servers say so with 451, and mail is tried again in vain.',
    fix: 'Let the sending software end lines with CRLF (RFC 5321 §2.3.8).',
    ref: QMAIL,
    example: '451 See http://pobox.com/~djb/docs/smtplf.html.',
  },
  {
    provider: 'qmail',
    pattern: /(?:sender|envelope sender) domain must exist|valid mx for sender domain/i,
    category: 'sender-rejected',
    fix: 'Give the sender domain an MX or address record.',
    ref: QMAIL,
    example: '553 sorry, your envelope sender domain must exist (#5.7.1)',
  },
  {
    provider: 'Haraka',
    pattern: /i cannot deliver mail for/i,
    category: 'mailbox-unknown',
    meaning:
      'No plugin of Haraka takes this recipient: its domain is not in host_list, or the mailbox is not known.',
    fix: 'The receiving administrator looks at config/host_list and at the recipient plugins.',
    ref: HARAKA,
    example: '550 I cannot deliver mail for <a@example.org>',
  },
  {
    provider: 'Haraka',
    pattern: /you are not allowed to send mail|not allowed to send from/i,
    needsSign: true,
    category: 'sender-rejected',
    ref: HARAKA,
    example: '550 You are not allowed to send mail from a@example.net (haraka)',
  },
  {
    provider: 'OpenSMTPD',
    pattern: /\b524 5\.2\.4 Mailing list expansion problem/,
    category: 'mailbox-unknown',
    meaning:
      'The recipient leads to nobody: OpenSMTPD says so when an address is in no table of its virtual users.',
    ref: OPENSMTPD,
    example: '524 5.2.4 Mailing list expansion problem: <nobody@example.org>',
  },
];
