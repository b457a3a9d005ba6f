import { expect, test } from 'vitest';
import { complaintOf } from '@/e2e/fixtures/notices';
import type { Complaint } from '@/lib/complaint/complaint';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { explainReply } from '@/lib/meaning/meaning';
import type { NoticeRecipient } from '@/lib/notice/notice';
import { complaintInPlainWords, recipientInPlainWords } from './plain-mail';

function recipientOf(reply: string, about: Partial<NoticeRecipient> = {}): NoticeRecipient {
  return {
    address: 'bob@dest.example',
    originalAddress: null,
    action: 'failed',
    status: null,
    code: null,
    reply,
    remote: { name: 'mx1.dest.example', address: '192.0.2.25' },
    reportedBy: null,
    stage: null,
    lastAttempt: null,
    willRetryUntil: null,
    queueId: null,
    meaning: explainReply({ reply }),
    ...about,
  };
}

const DATE = 'Mon, 23 Nov 2026 09:12:44 +0000 (UTC)';

test.each<[string, NoticeRecipient, string | null, RegExp, RegExp]>([
  ['nobody says when', recipientOf('550 5.1.1 User unknown'), null, /comes? back/, /reported this on/],
  [
    'no moment',
    recipientOf('550 5.1.1 User unknown'),
    'some day',
    /come back/,
    /reported this on|NaN|Invalid/,
  ],
  [
    'unknown mailbox',
    recipientOf('550 5.1.1 User unknown'),
    DATE,
    /^The message to bob@dest\.example was not delivered\. .* no mailbox with this address\. A mail server reported this on 23 November 2026, 09:12 UTC\. It has come back\..* Check the spelling.* up to whoever wrote/,
    /tries again|is not lost/,
  ],
  [
    'full',
    recipientOf('552 5.2.2 Mailbox full'),
    DATE,
    /no room left.*make room.*up to the recipient/,
    /administrators/,
  ],
  [
    'blocked',
    recipientOf('554 5.7.1 Client host [198.51.100.7] blocked using zen.spamhaus.org'),
    DATE,
    /does not trust the sending mail server.*administrators on the sender’s side/,
    /spamhaus/,
  ],
  [
    'given up',
    recipientOf('451 4.3.0 Temporary failure'),
    DATE,
    /tried for as long as it is set to, and does not try again/,
    /is not lost|need not send/,
  ],
  [
    'delayed',
    recipientOf('451 4.3.0 Temporary failure', {
      action: 'delayed',
      willRetryUntil: 'Sat, 28 Nov 2026 09:12:44 +0000',
    }),
    DATE,
    /has not been delivered yet\..*tried until 28 November 2026, 09:12 UTC\..*The message is not lost/,
    /come back at once|has come back/,
  ],
  [
    'greylisted',
    recipientOf('450 4.2.0 Greylisted, try again in 300 seconds', { action: 'delayed' }),
    DATE,
    /within the hour.*Nobody has to act/,
    /come back/,
  ],
  [
    'delivered',
    recipientOf('250 2.0.0 Ok', { action: 'delivered' }),
    DATE,
    /was delivered\..*spam folder/,
    /have to act/,
  ],
])('%s', (_, recipient, date, says, saysNot) => {
  const words = recipientInPlainWords(recipient, { date });
  expect(words).toMatch(says);
  expect(words).not.toMatch(saysNot);
});

async function complaint(about: Partial<Complaint>): Promise<Complaint> {
  const raw = complaintOf({ from: '203.0.113.8', at: new Date('2026-11-23T00:00:00Z'), isList: true });
  const { feedback } = await readHandedOver(Buffer.from(raw));
  if (feedback === null) throw new Error('no complaint');
  return { ...feedback, ...about };
}

test.each<[string, Partial<Complaint>, RegExp]>([
  [
    'not told when, nor of whom',
    { arrivedAt: null, sendingDomain: null },
    /^Somebody who got a message told/,
  ],
  ['wanted', { feedbackType: 'not-spam' }, /is no spam\. Nobody has to act\.$/],
  [
    'list mail',
    { arrivedAt: '2026-11-23T00:00:00Z' },
    /on 23 November 2026, 00:00 UTC\. .*take this person off it/,
  ],
])('a complaint: %s', async (_, about, says) =>
  expect(complaintInPlainWords(await complaint(about))).toMatch(says),
);
