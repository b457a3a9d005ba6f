import { expect, test } from 'vitest';
import type { FindingCode } from '../catalogue';
import { type Claim, entryOf, found } from '../found';
import type { Decision } from './decide';
import { plainOf } from './plain';

const AT = '2026-11-23T08:14:07.208Z';

function claim(code: FindingCode, args: Record<string, unknown> = {}): Claim {
  const example = entryOf(code).example;
  return {
    ...found('check.unfinished', { status: 'done' }, [{ at: 'status' }]),
    code,
    args: { ...example, ...args },
  } as Claim;
}

test.each<[string, Decision['outcome'], string | null, Claim, Claim[], RegExp, RegExp]>([
  ['no time is known', 'accepted', null, claim('smtp.accepted'), [], /^The receiving/, /Invalid|NaN/],
  [
    'accepted',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [],
    /tested on 23 November 2026, 08:14 UTC\..*spam folder/,
    /have to act/,
  ],
  [
    'slow',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [claim('smtp.slow-greeting', { seconds: 38 })],
    /It is slow: it let this test wait 38 seconds/,
    /point to look at/,
  ],
  [
    'a wait that nobody notices',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [claim('smtp.slow', { seconds: 3.1 })],
    /^The receiving/,
    /slow/,
  ],
  [
    'another flaw',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [claim('tls.failed')],
    /one point to look at\. This test got through/,
    /slow|TLS/,
  ],
  [
    'kept by some',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [claim('dane.mismatch'), claim('tls.failed')],
    /some large providers check more than this test does.*waiting where it was sent from/,
    /spam folder|point/,
  ],
  [
    'kept by some, behind unsigned MX records',
    'accepted',
    AT,
    claim('smtp.message-accepted'),
    [claim('dane.mismatch', { isMxSigned: false })],
    /some mail servers check more/,
    /spam folder|providers/,
  ],
  [
    'kept by nobody, for there is another exchange',
    'accepted',
    AT,
    claim('smtp.accepted'),
    [claim('mtasts.certificate', { hasOther: true })],
    /one point to look at.*spam folder/,
    /providers/,
  ],
  [
    'full',
    'permanent',
    AT,
    claim('smtp.mailbox-full'),
    [],
    /no room left.*comes back at once.*make room.*up to the recipient/,
    /tries again/,
  ],
  [
    'full for now',
    'temporary',
    AT,
    claim('smtp.mailbox-full-for-now'),
    [],
    /no room left.*is not lost/,
    /comes back at once/,
  ],
  [
    'greylisted',
    'temporary',
    AT,
    claim('smtp.greylisted'),
    [],
    /within the hour.*Nobody has to act/,
    /some days/,
  ],
  [
    'blocked',
    'permanent',
    AT,
    claim('smtp.blocklisted'),
    [],
    /A message from the server that made this test comes back.*sender’s side have to act/,
    /sent now/,
  ],
  ['no such domain', 'permanent', AT, claim('domain.not-found'), [], /Check the spelling/, /is not lost/],
  [
    'null MX',
    'no-mail',
    AT,
    claim('mx.null'),
    [],
    /does not receive mail.*another address\.$/,
    /have to act/,
  ],
  [
    'our own network',
    'unknown',
    AT,
    claim('vantage.port-rejected'),
    [],
    /lets no mail out/,
    /comes back|is not lost/,
  ],
  [
    'nobody there',
    'temporary',
    AT,
    claim('tcp.timed-out'),
    [],
    /cannot be reached.*Which side has to act is not proven/,
    /administrators/,
  ],
])('%s', (_, outcome, at, lead, flaws, says, saysNot) => {
  const words = plainOf({ outcome, lead, stage: 'rcpt', cases: [] }, flaws, at ?? '');
  expect(words).toMatch(says);
  expect(words).not.toMatch(saysNot);
});

test('after the final dot nobody knows, and it can arrive twice', () => {
  const lead = claim('smtp.closed', { stage: 'message' });
  const words = plainOf({ outcome: 'temporary', lead, stage: 'message', cases: [] }, [], AT);
  expect(words).toMatch(/may have arrived or not.*arrive twice/);
});

test('how many ways were tried', () => {
  const lead = claim('tcp.timed-out');
  const tried = { count: 3, others: [] };
  expect(plainOf({ outcome: 'temporary', lead, stage: 'connect', cases: [], tried }, [], AT)).toContain(
    'None of the 3 ways into the recipient’s mail system takes mail now.',
  );
});

test.each<[string, Decision['outcome'][], RegExp, RegExp]>([
  [
    'nobody delivers',
    ['no-mail', 'permanent'],
    /No sender delivers: a message comes back\./,
    /one message arrives/,
  ],
  [
    'nobody delivers now',
    ['temporary', 'permanent'],
    /some mail servers at once, .* after some days/,
    /one message/,
  ],
  ['nobody delivers, and all wait', ['temporary', 'temporary'], /comes back, after some days/, /at once/],
  [
    'one is not known',
    ['unknown', 'permanent'],
    /depends on the server that sends it/,
    /[Nn]o sender delivers/,
  ],
  ['some wait', ['accepted', 'temporary'], /Some senders deliver, others keep it/, /return the mail/],
  [
    'some are refused',
    ['accepted', 'permanent'],
    /others return the mail.*one message arrives and another/,
    /keep it/,
  ],
])('it depends: %s', (_, outcomes, says, saysNot) => {
  const lead = claim('zone.answers-differ');
  const cases = outcomes.map((outcome) => ({
    when: '',
    decision: { outcome, lead, stage: 'rcpt', cases: [] },
  }));
  const words = plainOf({ outcome: 'depends', lead, stage: 'dns', cases }, [], AT);
  expect(words).toMatch(says);
  expect(words).not.toMatch(saysNot);
});

test.each(['greeting', 'ehlo'])('refused at %s, not every sender returns the message at once', (stage) => {
  const lead = claim('smtp.greeting-refused', { stage });
  const words = plainOf({ outcome: 'permanent', lead, stage, cases: [] }, [], AT);
  expect(words).toMatch(/comes back, at once or after some days/);
  expect(words).not.toMatch(/comes back at once/);
});
