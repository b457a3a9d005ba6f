import { describe, expect, test } from 'vitest';
import { decidingReply } from './deciding-reply';
import { explainReply } from './meaning';

describe('the deciding reply alone', () => {
  test.each([
    ['', null, ''],
    ['nothing was said', null, 'nothing was said'],
    ['the limit of 500 messages is reached', null, 'the limit of 500 messages is reached'],
    ['failed: 550 4.1.1 two classes', null, 'failed: 550 4.1.1 two classes'],
    ['it is inactive. 503 5.5.1 RCPT first', null, 'it is inactive. 503 5.5.1 RCPT first'],
    ['SMTP Error (state 9): 550 5.7.1 No', 550, 'SMTP Error (state 9): 550 5.7.1 No'],
    ['Rcvd: 550 <a@example.org>... No', null, 'Rcvd: 550 <a@example.org>... No'],
    [
      'Quota exceeded 554 <a@example.org>... Service unavailable',
      554,
      'Quota exceeded 554 <a@example.org>... Service unavailable',
    ],
    ['host mx.example.org[192.0.2.1] said: 550 No (in reply to RCPT TO command)', 550, '550 No'],
    ['550 5.1.1 unknown\n\nDelivery attempts will continue', 550, '550 5.1.1 unknown'],
    ['<<< 550 No\n503 5.5.1 Need RCPT first', 550, '550 No'],
    ['<<< 550-No\n<<< 550 never', 550, '550-No\n<<< 550 never'],
    ['550 unknown user 503 Valid RCPT command must precede DATA', 550, '550 unknown user'],
    ['550 5.1.1 unknown 554 5.5.1 Error: no valid recipients', 550, '550 5.1.1 unknown'],
    ['mx.example.org did not like our final DATA:554 5.7.1 No', 554, '554 5.7.1 No'],
    ['<a@example.org>: 550 user unknown', 550, '550 user unknown'],
    ['550 5.4.300 Message expired -> 452 4.2.2 no room', 452, '4.2.2 no room'],
    ['554 4.4.7 Message expired: no luck in 840 minutes.<421 4.4.2 dropped>', 421, '4.4.2 dropped>'],
  ])('%j', (pasted, code, words) => {
    expect(decidingReply(pasted)).toEqual({ code, words });
  });
});

describe('who said it about whom', () => {
  const SPF = (address: string) => `550 5.7.23 SPF fail - see http://www.openspf.net/Why?ip=${address};r=x`;
  test.each([
    ['a public address is the sender’s', { reply: SPF('192.0.2.9') }, 'sender', 'sender-admin'],
    ['RFC 1918: a private one is not', { reply: SPF('10.1.2.3') }, 'recipient', 'recipient-admin'],
    ['RFC 6598: nor a shared one', { reply: SPF('100.64.0.9') }, 'recipient', 'recipient-admin'],
    [
      'a large service sees who connects',
      {
        reply:
          '550 5.7.1 messages from [10.1.2.3] were not sent, part of their network is on our block list (S3150)',
      },
      'sender',
      'sender-admin',
    ],
    [
      'RFC 4193: nor a local one of IPv6',
      { reply: '554 5.7.1 Client host rejected: cannot find your reverse hostname, [fd00::5]' },
      'recipient',
      'recipient-admin',
    ],
    [
      'the address of the server itself',
      { reply: '550 5.7.1 192.0.2.7 is blocklisted at list.example', hostAddress: '192.0.2.7' },
      'recipient',
      'recipient-admin',
    ],
    [
      'the address of somebody else',
      { reply: '550 5.7.1 192.0.2.8 is blocklisted at list.example', hostAddress: '192.0.2.7' },
      'sender',
      'sender-admin',
    ],
    ['words of the writing server', { reply: 'Unrouteable address' }, 'unknown', 'unknown'],
    [
      'the same as a reply',
      { reply: '550 Unrouteable address', stage: 'rcpt' as const },
      'recipient',
      'sender',
    ],
    [
      'a list that refuses the query',
      { reply: '554 5.7.1 Client host [192.0.2.1] blocked using list.example; Excessive number of queries' },
      'recipient',
      'recipient-admin',
    ],
    [
      'a list that has ended',
      { reply: '554 5.7.1 Client host [192.0.2.1] blocked using dnsbl.sorbs.net' },
      'recipient',
      'recipient-admin',
    ],
    [
      'a list of a similar name',
      { reply: '554 5.7.1 Client host [192.0.2.1] blocked using notsorbs.net' },
      'sender',
      'sender-admin',
    ],
  ])('%s', (_, given, side, whoActs) => {
    expect(explainReply(given)).toMatchObject({ side, whoActs });
  });
});

describe('four meanings of TLS words', () => {
  test.each([
    ['the server demands it', '530 5.7.0 Must issue a STARTTLS command first', 'sender'],
    ['the handshake failed', 'Cannot start TLS: handshake failure', 'unknown'],
    ['the server does not prove who it is', 'Server certificate not trusted', 'recipient'],
    [
      'the sender demands it',
      'TLS is required, but was not offered by host mx.example.org[192.0.2.1]',
      'unknown',
    ],
  ])('%s', (_, reply, side) => {
    expect(explainReply({ reply })).toMatchObject({ category: 'tls-required', side });
  });
});

describe('verification', () => {
  test.each([
    [
      '450 4.1.1 <a@b.example>: Recipient address rejected: unverified address: lost connection',
      'system-error',
    ],
    [
      '450 4.1.1 <a@b.example>: Recipient address rejected: unverified address: Table failure',
      'system-error',
    ],
    [
      '450 4.1.1 <a@b.example>: Recipient address rejected: unverified address: User unknown',
      'mailbox-unknown',
    ],
    ['Remote host closed connection in response to EHLO mail.example.net', 'network-error'],
  ])('%s', (reply, category) => {
    expect(explainReply({ reply }).category).toBe(category);
  });
});

describe('DNS of the recipient’s domain is not the sender’s reverse name', () => {
  test.each([
    ['DNS Error: Domain name not found', 'domain-unknown'],
    ['Deferred: Name server: example.org.: host name lookup failure', 'network-error'],
    ['550 5.4.312 Message expired, DNS query failed(InfoNoRecords)', 'domain-unknown'],
    ['550 5.7.25 Your IP has no PTR record', 'sender-identity'],
  ])('%s', (reply, category) => {
    expect(explainReply({ reply }).category).toBe(category);
  });
});

describe('a sender that has given up', () => {
  test.each([
    ['450 4.2.0 Greylisted, come back in five minutes', 'recipient-admin'],
    ['421 4.3.2 too busy, try again later', 'recipient-admin'],
  ])('%s: nothing happens by itself', (reply, whoActs) => {
    const meaning = explainReply({ reply, isGivenUp: true });
    expect(meaning).toMatchObject({ permanence: 'temporary', whoActs });
    expect(meaning.fix).not.toContain('by itself');
    expect(explainReply({ reply }).whoActs).toBe('nobody');
  });

  test('RFC 5321 §4.5.4.1: without a reply, it is over for good', () => {
    expect(explainReply({ reply: 'connection timed out', isGivenUp: true }).permanence).toBe('permanent');
    expect(explainReply({ reply: 'connection timed out' }).permanence).toBe('temporary');
  });
});
