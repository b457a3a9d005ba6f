import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReportedKind } from './complaint';
import { readMail } from '@/lib/mail/mail';
import { readComplaint } from './read-complaint';

const feedbackIn = async (raw: Uint8Array) => readComplaint(await readMail(raw));
const fixture = (name: string) => readFileSync(`e2e/fixtures/feedback/inputs/${name}.eml`);

describe('what is no complaint', () => {
  test.each([
    ['nothing', ''],
    [
      'a mail that speaks of spam',
      'From: a@b.example\nTo: c@d.example\nSubject: spam report\n\nI get so much spam.',
    ],
    ['a bounce', readFileSync('e2e/fixtures/bounces/inputs/postfix.eml', 'utf8')],
  ])('%s', async (_, mail) => {
    expect(await feedbackIn(Buffer.from(mail))).toBeNull();
  });
});

test('RFC 5965 §3: every field, the repeated ones too', async () => {
  const reading = await feedbackIn(fixture('list'));
  expect(reading).toMatchObject({
    feedbackType: 'abuse',
    userAgent: 'SomeGenerator/1.0',
    sourceAddress: '192.0.2.1',
    sendingDomain: 'sender.example',
    originalMailFrom: 'bounce-1@mail.sender.example',
    originalRecipients: ['user@isp.example'],
    isRedacted: false,
  });
  expect(reading?.fields.filter(({ name }) => name === 'reported-uri').map(({ value }) => value)).toEqual([
    'http://sender.example/a',
    'mailto:user@sender.example',
  ]);
  expect(reading?.identifiers.map(({ name }) => name)).toEqual([
    'message-id',
    'feedback-id',
    'list-id',
    'list-unsubscribe',
  ]);
});

test('the whole header of the reported message', async () => {
  const reading = await feedbackIn(fixture('list'));
  const names = reading?.reported?.fields.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['from', 'subject', 'message-id', 'list-unsubscribe']));
});

test('RFC 6590: a recipient that was taken out', async () => {
  expect(await feedbackIn(fixture('password'))).toMatchObject({ isRedacted: true });
});

test('RFC 6591: what failed', async () => {
  const reading = await feedbackIn(fixture('auth-failure'));
  expect(reading).toMatchObject({ feedbackType: 'auth-failure', format: 'ARF, RFC 6591' });
  expect(reading?.fields).toContainEqual({ name: 'auth-failure', value: 'bodyhash' });
});

describe('what was complained about, with the lines that show it', () => {
  test.each<[string, ReportedKind, string | null]>([
    ['nothing-known', 'unknown', null],
    ['receipt', 'read-receipt', 'message/disposition-notification'],
    ['bounced', 'bounce', 'Subject: Undelivered Mail Returned to Sender'],
    ['vacation', 'automatic-reply', 'Subject: Out of office: Offer'],
    ['invoice', 'transactional', 'Subject: Your invoice 2026-1177'],
    ['password', 'transactional', 'Subject: Reset your password'],
    ['list', 'list', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
    ['personal', 'personal', 'In-Reply-To: <x@isp.example>'],
    ['spam', 'spam', 'Subject: You are a lottery winner, act now'],
    ['hotmail', 'list', 'List-Unsubscribe: <mailto:leave@sender.example>'],
  ])('%s: %s', async (name, what, line) => {
    const { judgement } = (await feedbackIn(fixture(name))) ?? {};
    expect(judgement?.what).toBe(what);
    if (line === null) expect(judgement?.reasons).toEqual([]);
    else expect(judgement?.reasons.map((reason) => reason.line)).toContain(line);
  });
});

describe('Amazon SES', () => {
  const COMPLAINT = {
    notificationType: 'Complaint',
    complaint: {
      feedbackId: '0100018f-aaaa-bbbb',
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: 'reader@isp.example' }],
      timestamp: '2026-05-01T10:00:01.000Z',
      userAgent: 'Feedback/1.0',
      complaintFeedbackType: 'abuse',
      arrivalDate: '2026-05-01T09:00:00.000Z',
    },
    mail: {
      timestamp: '2026-05-01T08:59:00.000Z',
      source: 'News <news@mail.sender.example>',
      sourceIp: '203.0.113.9',
      messageId: '0100018f-1234-5678',
      destination: ['reader@isp.example'],
      headers: [
        { name: 'From', value: 'News <news@sender.example>' },
        { name: 'List-Unsubscribe', value: '<https://sender.example/u>' },
        { name: 'Precedence', value: 'bulk' },
      ],
      commonHeaders: { messageId: '<a@sender.example>', subject: 'May' },
    },
  };
  const mailOf = (text: string) =>
    Buffer.from(
      `From: AWS Notifications <no-reply@sns.example>\nSubject: AWS Notification Message\n\n${text}\n`,
    );
  const read = (text: string) => feedbackIn(mailOf(text));
  const STATED = {
    format: 'Amazon SES',
    feedbackType: 'abuse',
    userAgent: 'Feedback/1.0',
    arrivedAt: '2026-05-01T09:00:00.000Z',
    originalRecipients: ['reader@isp.example'],
    sendingDomain: 'mail.sender.example',
    // The program that handed it over, not who sent it to the reader.
    sourceAddress: null,
    isRedacted: false,
  };

  test.each([
    ['alone', JSON.stringify(COMPLAINT)],
    ['over several lines', JSON.stringify(COMPLAINT, null, 2)],
    [
      'as a text in another object',
      JSON.stringify({ Type: 'Notification', Message: JSON.stringify(COMPLAINT) }),
    ],
    [
      'with words before and behind',
      `Notification:\n${JSON.stringify(COMPLAINT)}\n\n--\nTo stop these mails …`,
    ],
  ])('%s', async (_, text) => {
    const complaint = await read(text);
    expect(complaint).toMatchObject(STATED);
    expect(complaint?.identifiers).toEqual([
      { name: 'list-unsubscribe', value: '<https://sender.example/u>' },
      { name: 'messageId', value: '0100018f-1234-5678' },
    ]);
    expect(complaint?.judgement.what).toBe('list');
  });

  test.each([
    [
      'a bounce',
      JSON.stringify({
        notificationType: 'Bounce',
        bounce: { bouncedRecipients: [{ emailAddress: 'a@b.example' }] },
      }),
    ],
    ['nobody', '{"complaint": {"complainedRecipients": []}}'],
    ['a list that breaks off', '{"complaint": {"complainedRecipients": [{"emailAddress": "a@b.exam'],
    ['a list of something else', '{"complaint": {"complainedRecipients": ["a@b.example"]}}'],
    ['words', 'complainedRecipients is a field of theirs'],
  ])('no complaint: %s', async (_, text) => expect(await read(text)).toBeNull());

  test('what is not stated is not known', async () => {
    const text =
      '{"complaint": {"complainedRecipients": [{"emailAddress": "a@b.example"}], "complaintFeedbackType": null}}';
    expect(await read(text)).toMatchObject({
      feedbackType: null,
      userAgent: null,
      sendingDomain: null,
      reported: null,
    });
  });
});
