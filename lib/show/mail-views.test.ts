import { describe, expect, test } from 'vitest';
import { bounceOf, complaintOf, type NoticeRecipient } from '@/e2e/fixtures/notices';
import { readHandedOver, type MailView } from '@/lib/complaint/mail-reading';
import { mailHeadline, mailTitle } from './mail-headline';
import { reportedPath } from './reported-path';
import { showDelay } from './mail-words';
import { suggestedCheck } from './suggested-check';

const UNKNOWN: NoticeRecipient = {
  address: 'nobody@dest.example',
  host: 'mx1.dest.example',
  hostAddress: '192.0.2.25',
  status: '5.1.1',
  reply: '550 5.1.1 User unknown',
};
const BLOCKED: NoticeRecipient = {
  address: 'bob@dest.example',
  host: 'mx1.dest.example',
  hostAddress: '192.0.2.25',
  status: '5.7.1',
  reply: '554 5.7.1 Client host [198.51.100.7] blocked using zen.spamhaus.org',
};

async function view(raw: string): Promise<MailView> {
  const about = {
    id: 'x',
    sharedId: 'y',
    isShared: false,
    share: null,
    createdAt: '2026-11-24T00:00:00Z',
    octets: raw.length,
    rulesVersion: 1,
  };
  return { ...about, ...(await readHandedOver(Buffer.from(raw))) };
}

describe('a mail about mail in a sentence', () => {
  test.each([
    [
      'no notice',
      'From: a@example.org\nSubject: lunch\n\nAt noon?\n',
      'No notice about a delivery.',
      'unknown',
    ],
    [
      'one recipient',
      bounceOf(UNKNOWN),
      'Not delivered to nobody@dest.example: there is no such mailbox.',
      'bad',
    ],
    ['two recipients', bounceOf(UNKNOWN, BLOCKED), 'Not delivered to any of 2 recipients.', 'bad'],
    [
      'a complaint',
      complaintOf({ from: '203.0.113.8', at: new Date('2026-11-23T00:00:00Z'), isList: true }),
      'List mail was reported. Sent from 203.0.113.8.',
      'note',
    ],
  ])('%s', async (_, raw, text, tone) => {
    expect(mailHeadline(await view(raw))).toEqual({ text, tone });
  });

  test('its title names no local part', async () => {
    expect(mailTitle(await view(bounceOf(UNKNOWN)))).toBe('A bounce: dest.example');
  });
});

describe('the way of a bounced mail', () => {
  test.each([
    ['an unknown mailbox', UNKNOWN, ['fine', 'fine', 'hit'], ['through', 'cut']],
    ['a sender that is blocked', BLOCKED, ['hit', 'fine', 'unproven'], ['through', 'idle']],
  ])('%s', async (_, recipient, boxes, wires) => {
    const { bounce } = await view(bounceOf(recipient));
    const path = bounce?.recipients.map(reportedPath)[0];
    expect(path?.boxes.map(({ state }) => state)).toEqual(boxes);
    expect(path?.wires.map(({ state }) => state)).toEqual(wires);
  });
});

test('the check is suggested with the sender and the name of the server that wrote the bounce', async () => {
  const { bounce } = await view(bounceOf(UNKNOWN));
  expect(bounce && suggestedCheck(bounce)).toEqual({
    sender: 'anna@contoso.example',
    helo: 'mail.contoso.example',
  });
  const bare = bounce && { ...bounce, to: 'MAILER-DAEMON@x.example', returned: null, reportingHost: 'a b' };
  expect(bare && suggestedCheck(bare)).toEqual({ sender: '', helo: '' });
});

test.each([
  [-2, '−2 s (clocks differ)'],
  [0, '0 s'],
  [3, '3 s'],
  [125, '2 min 5 s'],
  [7_260, '2 h 1 min'],
])('a server kept it %d s: %s', (seconds, said) => {
  expect(showDelay(seconds)).toBe(said);
});
