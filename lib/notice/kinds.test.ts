import { describe, expect, test } from 'vitest';
import { readMail } from '@/lib/mail/mail';
import { readNotice } from './read-notice';

const noticeOf = async (...lines: readonly string[]) =>
  readNotice(await readMail(Buffer.from(lines.join('\r\n'))));

const DAEMON = ['From: MAILER-DAEMON@mail.example.net', 'To: kim@example.net', 'Return-Path: <>'];
const REPORT = [
  ...DAEMON,
  'Subject: Undelivered mail',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
];
const part = (type: string, ...lines: readonly string[]) => ['--b', `Content-Type: ${type}`, '', ...lines];
const ORIGINAL = part(
  'message/rfc822',
  'From: kim@example.net',
  'To: anna@example.org',
  '',
  'Hello',
  '--b--',
);

describe('what it is, when nobody is named', () => {
  test.each([
    ['a returned mail', 'Returned mail: see transcript', DAEMON[2], 'bounce'],
    ['a delayed mail', 'Delivery delayed', DAEMON[2], 'delay'],
    ['a list of others', 'Undeliverable mail: weekly report', DAEMON[2], 'ordinary'],
    ['a subject of any kind', 'Minutes of the meeting', DAEMON[2], 'ordinary'],
  ])('%s', async (_, subject, path = '', kind) => {
    const { recipients, ...notice } = await noticeOf(
      'From: Postmaster <postmaster@example.org>',
      'To: kim@example.net',
      path,
      `Subject: ${subject}`,
      '',
      'The directory has no such entry.',
    );
    expect(notice.kind).toBe(kind);
    expect(recipients).toEqual([]);
  });
});

describe('RFC 3464 §2.3: groups of any form', () => {
  test.each([
    [
      'Action before Final-Recipient',
      ['Action: failed', 'Final-Recipient: rfc822; anna@example.org', 'Status: 5.1.1'],
    ],
    ['failed with 4.x', ['Final-Recipient: rfc822; anna@example.org', 'Action: failed', 'Status: 4.4.1']],
    ['failed without a status', ['Final-Recipient: rfc822; anna@example.org', 'Action: failed']],
  ])('%s', async (_, fields) => {
    const { kind, recipients } = await noticeOf(
      ...REPORT,
      ...part('message/delivery-status', 'Reporting-MTA: dns; mail.example.net', '', ...fields, ''),
      ...ORIGINAL,
    );
    expect(kind).toBe('bounce');
    expect(recipients).toMatchObject([{ address: 'anna@example.org', action: 'failed' }]);
  });

  test.each([
    ['rfc822; jane_d', 'jane_d'],
    ['rfc822; c@#f.example', 'c@#f.example'],
    ['rfc822; /var/mail/jane', '/var/mail/jane'],
  ])(
    '%s is kept as it stands, and the author of the original is not taken for it',
    async (field, address) => {
      const { kind, recipients } = await noticeOf(
        ...REPORT,
        ...part(
          'message/delivery-status',
          'Reporting-MTA: dns; a.example',
          '',
          `Final-Recipient: ${field}`,
          'Action: failed',
          'Status: 5.1.1',
          '',
        ),
        ...part('message/rfc822', 'From: kim@example.net', 'Cc: kim@example.net', '', 'Hello', '--b--'),
      );
      expect(kind).toBe('bounce');
      expect(recipients.map((one) => one.address)).toEqual([address]);
    },
  );

  test('RFC 3464 §2.3.6: an exit status is no reply', async () => {
    const { recipients } = await noticeOf(
      ...REPORT,
      ...part(
        'message/delivery-status',
        'Reporting-MTA: dns; a.example',
        '',
        'Final-Recipient: rfc822; anna@example.org',
        'Action: failed',
        'Diagnostic-Code: x-unix; 255',
        '',
      ),
      ...ORIGINAL,
    );
    expect(recipients).toMatchObject([{ code: null, meaning: { category: 'system-error' } }]);
  });
});

describe('the code inside of running text', () => {
  const TEXT = (words: string) => [
    ...DAEMON,
    'Subject: Undelivered mail',
    '',
    'Your message was not delivered to:',
    '',
    '<anna@example.org>:',
    words,
  ];
  test.each([
    ['the error that the other server returned was: 552 5.2.2 no room', 552],
    ['mx.example.org [192.0.2.1] did not like our RCPT TO: 550 5.1.1 unknown', 550],
    ['SMTP error after RCPT TO:<anna@example.org>: host mx.example.org [192.0.2.1]: 550 unknown', 550],
    ['ResponseCode 421, , not reachable', 421],
    ['there were 500 messages', null],
  ])('%s', async (words, code) => {
    expect((await noticeOf(...TEXT(words))).recipients).toMatchObject([
      { address: 'anna@example.org', code },
    ]);
  });

  test('DragonFly says which host and at what', async () => {
    const { recipients } = await noticeOf(
      ...TEXT('mx.example.org [192.0.2.1] did not like our final DATA:554 5.7.1 no'),
    );
    expect(recipients).toMatchObject([
      { code: 554, stage: 'message', remote: { name: 'mx.example.org', address: '192.0.2.1' } },
    ]);
  });
});

describe('Amazon SES in JSON', () => {
  const bounced = (type: string, list: string) =>
    JSON.stringify({
      notificationType: type,
      bounce: {
        [list]: [
          {
            emailAddress: 'anna@example.org',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 "no" [user]',
          },
        ],
      },
    });
  const SNS = [
    'From: no-reply@sns.amazonaws.com',
    'To: kim@example.net',
    'Subject: AWS Notification Message',
    '',
  ];
  test.each([
    ['alone', bounced('Bounce', 'bouncedRecipients'), 'bounce', 'failed'],
    [
      'as a text of SNS',
      JSON.stringify({ Type: 'Notification', Message: bounced('Bounce', 'bouncedRecipients') }),
      'bounce',
      'failed',
    ],
    ['a delay', bounced('DeliveryDelay', 'delayedRecipients'), 'delay', 'delayed'],
  ])('%s', async (_, json, kind, action) => {
    const notice = await noticeOf(...SNS, json);
    expect(notice).toMatchObject({ kind, format: 'Amazon SES' });
    expect(notice.recipients).toMatchObject([
      { address: 'anna@example.org', action, status: '5.1.1', code: 550 },
    ]);
  });

  test('without a reply its kind is what is told', async () => {
    const bounce = {
      bounceType: 'Permanent',
      bounceSubType: 'OnAccountSuppressionList',
      bouncedRecipients: [{ emailAddress: 'anna@example.org' }],
    };
    const { recipients } = await noticeOf(...SNS, JSON.stringify({ notificationType: 'Bounce', bounce }));
    expect(recipients).toMatchObject([
      {
        reply: 'Amazon SES: Permanent bounce, On Account Suppression List',
        meaning: { category: 'policy', whoActs: 'sender-admin' },
      },
    ]);
  });

  test.each([
    ['cut off', bounced('Bounce', 'bouncedRecipients').slice(0, 90)],
    ['about a delivery', bounced('Delivery', 'recipients')],
  ])('%s: nobody', async (_, json) => {
    expect((await noticeOf(...SNS, json)).recipients).toEqual([]);
  });
});

test('each of several sentences names its own recipient', async () => {
  const { recipients } = await noticeOf(
    ...DAEMON,
    'Subject: Undeliverable Mail',
    '',
    'Unknown user: anna@example.org',
    '',
    'Unknown user: bob@example.org',
  );
  expect(recipients.map(({ address }) => address)).toEqual(['anna@example.org', 'bob@example.org']);
});

test('nobody is printed twice', async () => {
  const { recipients } = await noticeOf(
    ...REPORT,
    ...part('text/plain', '<anna@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1 unknown'),
    ...part(
      'message/delivery-status',
      'Reporting-MTA: dns; a.example',
      '',
      'Final-Recipient: rfc822; Anna@example.org',
      'Action: failed',
      'Status: 5.1.1',
      '',
      'Final-Recipient: rfc822; anna@example.org',
      'Action: failed',
      'Status: 5.1.1',
      '',
    ),
    ...ORIGINAL,
  );
  expect(recipients).toHaveLength(1);
});

test('a notice that names nobody passes on the one in it', async () => {
  const { recipients } = await noticeOf(
    'From: Mail Delivery Subsystem <MAILER-DAEMON@gw.example.net>',
    'Subject: Returned mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=o',
    '',
    '--o',
    'Content-Type: text/plain',
    '',
    '----- The following addresses had errors -----',
    '--o',
    'Content-Type: message/rfc822',
    '',
    ...REPORT,
    ...part(
      'message/delivery-status',
      'Reporting-MTA: dns; a.example',
      '',
      'Final-Recipient: rfc822; anna@example.org',
      'Action: failed',
      'Status: 5.1.1',
      '',
    ),
    ...ORIGINAL,
    '--o--',
  );
  expect(recipients.map(({ address }) => address)).toEqual(['anna@example.org']);
});

test('RFC 5321 §4.2.1: what waits is temporary, whatever is usual', async () => {
  const { kind, recipients } = await noticeOf(
    ...DAEMON,
    'Subject: Delivery warning',
    '',
    'Delivery of mail to this address "anna@example.org" has been postponed: the mailbox is full.',
  );
  expect(kind).toBe('delay');
  expect(recipients).toMatchObject([{ meaning: { category: 'mailbox-full', permanence: 'temporary' } }]);
});

describe('who is not the recipient', () => {
  test.each([
    [
      'an address in prose',
      'Try the directory: if jane.doe@example.org\r\njane.roe@example.org fails, try another name.',
      [],
    ],
    ['whose mail it is', 'The user does not accept mail from list@example.net:\r\n', []],
    ['who stands alone in a line', 'The account is closed.\r\n\r\n<anna@example.org>', ['anna@example.org']],
  ])('%s', async (_, words, addresses) => {
    const { kind, recipients } = await noticeOf(...DAEMON, 'Subject: Returned mail', '', words);
    expect(kind).toBe('bounce');
    expect(recipients.map(({ address }) => address)).toEqual(addresses);
  });

  test('the name of a mailbox at the provider that writes is one', async () => {
    const { recipients } = await noticeOf(
      'From: Mail Delivery Subsystem <MAILER-DAEMON@aol.com>',
      'Subject: Mail Delivery Problem',
      '',
      'Your mail to the following recipients could not be delivered because they do not accept it:',
      '\tscreenname7',
    );
    expect(recipients.map(({ address }) => address)).toEqual(['screenname7@aol.com']);
  });
});

describe('RFC 7960 §3.2.3: list mail refused for DMARC', () => {
  test.each([
    ['from a list', ['List-Id: <talk.example.net>'], /list/],
    ['from the author', [], /SPF record/],
  ])('%s', async (_, fields, fix) => {
    const { recipients } = await noticeOf(
      ...REPORT,
      ...part(
        'message/delivery-status',
        'Reporting-MTA: dns; a.example',
        '',
        'Final-Recipient: rfc822; anna@example.org',
        'Action: failed',
        'Status: 5.7.26',
        'Diagnostic-Code: smtp; 550 5.7.26 DMARC policy of author.example is reject',
        '',
      ),
      ...part(
        'message/rfc822',
        ...fields,
        'From: kim@author.example',
        'To: talk@example.net',
        '',
        'Hello',
        '--b--',
      ),
    );
    expect(recipients[0]?.meaning).toMatchObject({ category: 'auth-failed', side: 'sender' });
    expect(recipients[0]?.meaning.fix).toMatch(fix);
  });
});
