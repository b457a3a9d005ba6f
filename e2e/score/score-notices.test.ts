import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { scoreNotices } from './score-notices';

const BOUNCE = `From: MAILER-DAEMON@mx.sender.example
To: anna@sender.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
MIME-Version: 1.0

--b
Content-Type: text/plain

This is the mail system at host mx.sender.example.

<Bob@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1 User unknown

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.sender.example

Final-Recipient: rfc822; Bob@dest.example
Action: failed
Status: 5.0.0
Remote-MTA: dns; mx.dest.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown (in reply to RCPT TO command)

--b--
`;
const LETTER = 'From: carla@dest.example\nTo: anna@sender.example\nSubject: Lunch\n\nAt noon?\n';

const RECIPIENT = {
  recipient: 'bob@DEST.example',
  status: '5.1.1',
  status_in_message: true,
  reply_code: '550',
  reply_code_in_message: true,
  permanent: true,
  label: 'mailbox_unknown',
  accept: [],
  strict: true,
  tool: { remote_host: 'mx.dest.example', remote_host_agreed: true, command: 'RCPT', command_agreed: true },
};
const STATED = {
  recipients: [
    {
      final_recipient: 'Bob@dest.example',
      status: '5.0.0',
      diagnostic: '550 5.1.1 User unknown',
      reply_code: '550',
    },
  ],
};
const ROW = {
  file: 'messages/a.eml',
  kind: 'bounce',
  is_bounce: true,
  expected: [RECIPIENT],
  stated: STATED,
};
const ALL = { isBounce: 1, recipients: 1, status: 1, code: 1, permanence: 1, strict: 1, lenient: 1 };
const BESIDE = { statedRecipients: 1, statedStatus: 1, statedCode: 1, toolHost: 1, toolStage: 1 };

async function figuresOf(row: object, message = BOUNCE) {
  const folder = sampleFolder({ 'cases/expected.jsonl': [row], 'cases/messages/a.eml': message });
  return (await scoreNotices(folder)).figures;
}

test('everything that a row states is compared', async () => {
  expect(await figuresOf(ROW)).toEqual({
    cases: 1,
    right: 1,
    ...ALL,
    ...BESIDE,
    falseBounces: 0,
    unreadable: 0,
  });
});

test.each([
  ['nobody is missing', { recipient: 'carla@dest.example' }, { right: 0, recipients: 0 }],
  [
    'another spelling of the address',
    { recipient: 'carla@dest.example', recipient_alt: ['bob@dest.example'] },
    { right: 1, recipients: 1 },
  ],
  ['another status', { status: '5.1.2' }, { right: 0, status: 0 }],
  ['the status that the message states', { status: '5.0.0' }, { right: 0, status: 0 }],
  ['another code', { reply_code: '553' }, { right: 0, code: 0 }],
  ['another permanence', { permanent: false }, { right: 0, permanence: 0 }],
  ['another label', { label: 'policy' }, { right: 0, strict: 0, lenient: 0 }],
  [
    'a label that is right as well',
    { label: 'policy', accept: ['mailbox_unknown'], strict: false },
    { right: 1, lenient: 1 },
  ],
  [
    'what a tool says makes no case wrong',
    { tool: { remote_host: 'other.example', remote_host_agreed: true } },
    { right: 1, toolHost: 0 },
  ],
])('%s', async (_, change, figures) => {
  expect(await figuresOf({ ...ROW, expected: [{ ...RECIPIENT, ...change }] })).toMatchObject(figures);
});

test('nobody is too much', async () => {
  const two = BOUNCE.replace(
    '\n--b--',
    '\nFinal-Recipient: rfc822; carla@dest.example\nAction: failed\nStatus: 5.1.1\n\n--b--',
  );
  expect(await figuresOf(ROW, two)).toMatchObject({
    right: 0,
    recipients: 0,
    statedRecipients: 0,
    status: 1,
  });
});

test('what is not in the message, not agreed upon or not told has no figure', async () => {
  const silent = {
    ...RECIPIENT,
    recipient: null,
    status_in_message: false,
    reply_code_in_message: false,
    permanent: null,
    label: null,
    tool: { remote_host: 'mx.dest.example', remote_host_agreed: false },
  };
  expect(await figuresOf({ ...ROW, expected: [silent], stated: undefined })).toEqual({
    cases: 1,
    right: 1,
    isBounce: 1,
    falseBounces: 0,
    unreadable: 0,
  });
});

test('a letter that is called a bounce is a false one; a bounce that is not found says nothing', async () => {
  const letter = {
    file: 'messages/a.eml',
    kind: 'auto-reply',
    is_bounce: false,
    expected: [{ reason: 'vacation' }],
  };
  expect(await figuresOf(letter, LETTER)).toEqual({
    cases: 1,
    right: 1,
    isBounce: 1,
    falseBounces: 0,
    unreadable: 0,
  });
  expect(await figuresOf(letter, BOUNCE)).toMatchObject({ right: 0, isBounce: 0, falseBounces: 1 });
  expect(await figuresOf({ ...ROW, stated: undefined }, LETTER)).toMatchObject({
    right: 0,
    isBounce: 0,
    recipients: 0,
    strict: 0,
    lenient: 0,
  });
});

test('a set of our own tells exactly what a mail is', async () => {
  const row = {
    id: 'a',
    input: 'a.eml',
    kind: 'delay',
    recipients: [
      {
        address: 'bob@dest.example',
        status: null,
        code: null,
        permanence: null,
        category: 'mailbox-unknown',
      },
    ],
  };
  const folder = sampleFolder({ 'cases/a.json': JSON.stringify([row, { id: 'b' }]), 'inputs/a.eml': BOUNCE });
  expect((await scoreNotices(folder)).figures).toMatchObject({
    right: 0,
    kind: 0,
    isBounce: 1,
    strict: 1,
    unreadable: 1,
  });
});
