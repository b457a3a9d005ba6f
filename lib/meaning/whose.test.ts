import { expect, test } from 'vitest';
import { explainReply, type ToExplain } from './meaning';
import type { Meaning } from './schema';

const EXCHANGE = { isAtExchange: true };

/** Replies whose first reading blames somebody who has nothing to do with it, or sends them to do what helps nobody. */
test.each<
  [reply: string, given: Omit<ToExplain, 'reply'>, is: Partial<Meaning>, said: RegExp, unsaid: RegExp]
>([
  [
    '550 5.7.1 Client host [203.0.113.7] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml',
    {},
    { category: 'blocked', provider: null },
    /list/,
    /Proofpoint/,
  ],
  [
    '454 TLS currently unavailable',
    EXCHANGE,
    { side: 'recipient', whoActs: 'recipient-admin' },
    /not available/,
    /use STARTTLS/,
  ],
  [
    'TLS is required, but our TLS engine is unavailable',
    {},
    { side: 'sender' },
    /cannot begin/,
    /offers TLS/,
  ],
  [
    "TLS Negotiation failed, the certificate doesn't match the host.",
    {},
    { side: 'recipient' },
    /certificate/,
    /handshake failed/,
  ],
  [
    '550 5.7.1 203.0.113.7 listed at zen.spamhaus.org=127.255.255.252',
    {},
    { side: 'recipient' },
    /Nobody is listed/,
    /removal/,
  ],
  [
    '554 Blocked, see http://uribl.com/refused.shtml',
    {},
    { side: 'recipient' },
    /Nobody is listed/,
    /content/,
  ],
  [
    '550 5.7.1 Greylisted, try again later',
    EXCHANGE,
    { whoActs: 'recipient-admin' },
    /does not come back/,
    /by itself/,
  ],
  ['550 Rate limited: too many messages', EXCHANGE, {}, /does not come back/, /tries again by itself/],
  [
    '550 5.4.300 Message expired -> 451 4.7.1 Greylisted',
    {},
    { category: 'greylisted' },
    /until the sending server gave up/,
    /Nothing need be done/,
  ],
  [
    '421 4.4.0 example.org: host name lookup failure',
    {},
    { category: 'network-error' },
    /name servers/,
    /PTR|HELO/,
  ],
  [
    '550 5.4.310 DNS domain example.org does not exist',
    {},
    {},
    /DNS has no such domain/,
    /MX record is set up/,
  ],
  [
    '450 4.7.24 SPF check: temporary error, DNS timeout',
    EXCHANGE,
    { side: 'unknown' },
    /could not be looked up/,
    /Add the sending address/,
  ],
  ['550 5.7.24 SPF permanent error', {}, { side: 'sender' }, /not of the form/, /Add the sending address/],
  [
    '550 5.1.1 undeliverable address: host 10.0.0.5 said: 554 5.7.1 Relay access denied',
    EXCHANGE,
    { category: 'relay-denied', whoActs: 'recipient-admin' },
    /server behind/,
    /spelling/,
  ],
  [
    '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied',
    EXCHANGE,
    { whoActs: 'recipient-admin' },
    /No blocklist is named/,
    /operator of the list/,
  ],
  [
    '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied, no PTR record',
    EXCHANGE,
    { category: 'sender-identity' },
    /PTR/,
    /A rule of Postfix/,
  ],
  [
    '550 5.7.520 Message blocked because its content was identified as spam',
    {},
    { category: 'spam-content' },
    /spam/,
    /forward/,
  ],
  ['550 5.7.1 Client blocked by MailGuard 10.2.3.4', EXCHANGE, { side: 'sender' }, /no blocklist/, /private/],
  [
    '550 5.7.1 Client host [203.0.113.7] blocked, says filter 10.2.3.4',
    EXCHANGE,
    { side: 'sender' },
    /blocks/,
    /private/,
  ],
  ['550 Invalid HELO name (See RFC2821 4.1.1.1)', {}, { side: 'sender' }, /HELO/, /PTR/],
  [
    '421 Too many connections',
    { ...EXCHANGE, isGivenUp: true },
    { side: 'unknown' },
    /does not say/,
    /sends so much/,
  ],
  ['421 4.4.2 Error: timeout exceeded', EXCHANGE, { side: 'unknown' }, /waited/, /DNS query failed/],
  ['452 4.5.3 Too many recipients', EXCHANGE, { whoActs: 'nobody' }, /one transaction/, /short time/],
  ['220 mx.example.org ESMTP', {}, { category: 'accepted' }, /Nothing is accepted/, /message is accepted/],
])('%s', (reply, given, is, said, unsaid) => {
  const meaning = explainReply({ reply, ...given });
  expect(meaning).toMatchObject(is);
  const words = [meaning.says, meaning.meaning, meaning.fix].join(' ');
  expect(words).toMatch(said);
  expect(words).not.toMatch(unsaid);
});

test.each([
  ['See RFC2821 4.1.1.1', null],
  ['Client host [127.0.0.1] blocked', '127.0.0.1'],
  ['listed in zen.example, answer 127.0.0.4', null],
  ['10.2.3.4 says that 203.0.113.7 is blocked', '203.0.113.7'],
])('the address in “%s” is %s', (words, address) =>
  expect(explainReply({ reply: `550 ${words}` }).extracted.address).toBe(address),
);
