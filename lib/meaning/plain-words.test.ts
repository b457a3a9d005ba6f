import { expect, test } from 'vitest';
import { PLAIN_CATEGORIES } from './plain-categories';
import { type Fate, type PlainAccount, plainMoment, plainWords } from './plain-words';

const ACCOUNT: PlainAccount = {
  happened: 'The mailbox has no room left.',
  seen: 'This was tested on 23 November 2026, 08:14 UTC.',
  message: 'new',
  fate: 'returned',
  can: '',
  whoActs: 'recipient',
};

test.each([[null], [''], ['yesterday'], ['2026-13-41']])('no moment: %j', (at) =>
  expect(plainMoment(at)).toBe(''),
);

test.each([
  ['2026-11-23T08:14:07.208Z', '23 November 2026, 08:14 UTC'],
  ['Mon, 23 Nov 2026 09:14:07 +0100', '23 November 2026, 08:14 UTC'],
])('a moment: %s', (at, words) => expect(plainMoment(at)).toBe(words));

test('what happened, when, what becomes of it, what can be done, and by whom', () =>
  expect(plainWords(ACCOUNT)).toBe(
    'The mailbox has no room left. This was tested on 23 November 2026, 08:14 UTC. A message that is sent now comes back at ' +
      'once. Sending it again does not help until something is changed. Until then, reach the recipient in another way. ' +
      'It is up to the recipient.',
  ));

test.each<[Fate, RegExp, RegExp]>([
  ['accepted', /spam folder/, /has to act|have to act|comes back/],
  ['delivered', /If it does not appear/, /have to act/],
  ['waits', /is not lost.*minutes or hours.*after some days/, /comes back at once/],
  ['greylisted', /within the hour/, /in another way/],
  ['unconfirmed', /may have arrived or not.*arrive twice/, /is not lost/],
  ['returned', /comes back at once/, /tries again/],
  ['returned-for-now', /a later one may get through.*Send it again/, /does not help/],
  ['given-up', /does not try again/, /is not lost/],
  ['no-mail', /unless the owner.*another address/, /have to act/],
  ['depends', /one message arrives and another one does not/, /is not lost/],
  ['open', /in another way/, /arrives|comes back/],
])('%s', (fate, says, saysNot) => {
  const words = plainWords({ ...ACCOUNT, fate });
  expect(words).toMatch(says);
  expect(words).not.toMatch(saysNot);
});

test('what a server has against us is not told of everybody’s messages', () => {
  const ours = plainWords({ ...ACCOUNT, message: 'ours' });
  expect(ours).toContain('A message from the server that made this test comes back at once.');
  expect(ours).not.toContain('sent now');
});

test('a message that was asked about is told as that one', () => {
  expect(plainWords({ ...ACCOUNT, message: 'that' })).toContain('It has come back.');
  expect(plainWords({ ...ACCOUNT, message: 'that', fate: 'waits' })).toContain('The message is not lost');
});

/** What only those say who know of mail. */
const JARGON =
  /\b(?:SMTP|MX|DNS|TLS|PTR|HELO|EHLO|RCPT|SPF|DKIM|DMARC|RFC|relay|greylisting|blocklist|reverse|envelope)\b/i;

test.each(Object.entries(PLAIN_CATEGORIES))(
  '%s is told in whole sentences without jargon',
  (_, { happened, can }) => {
    expect(happened).toMatch(/^[A-Z].*\.$/);
    expect(`${happened} ${can}`).not.toMatch(JARGON);
    if (can !== '') expect(can).toMatch(/^[A-Z].*\.$/);
  },
);
