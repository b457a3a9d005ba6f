import { expect, test } from 'vitest';
import type { Reply } from '@/lib/smtp/session';
import { greylistWait, isUnknownMailbox } from './recipient-reply';

function reply(text: string): Reply {
  const [code = '', ...words] = text.split(' ');
  const enhanced = /^\d\.\d{1,3}\.\d{1,3}$/.test(words[0] ?? '') ? (words[0] ?? null) : null;
  return { code: Number(code), enhanced, lines: [words.join(' ')] };
}

test.each([
  ['450 4.1.1 user unknown for now', false],
  ['550 5.7.1 Client host blocked using zen', false],
  ['550 5.7.26 unauthenticated mail', false],
  ['552 5.2.2 mailbox full', false],
  ['554 5.7.1 Relay access denied', false],
  ['550 5.4.1 Recipient address rejected: Access denied', false],
  ['550 5.1.1 <a@b>: Recipient address rejected: User unknown in local recipient table', true],
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound', true],
  ['550 No such user here', true],
  ['550 Unrouteable address', true],
  ['553 sorry, that address does not exist here', true],
  ['550 5.5.0 Requested action not taken: mailbox unavailable', true],
  ['550 5.2.1 The email account that you tried to reach does not exist', true],
])('%s: the mailbox is unknown: %s', (text, expected) => {
  expect(isUnknownMailbox(reply(text))).toBe(expected);
});

test.each([
  ['550 5.7.1 Greylisted', null],
  ['452 4.2.2 mailbox full, try again in 300 seconds', null],
  ['451 4.3.0 local error', null],
  ['450 4.2.0 Greylisted', 0],
  ['450 4.2.0 Recipient address rejected: Greylisted, see http://postgrey.example/help', 0],
  ['451 4.7.1 Greylisting in action, please come back in 00:04:59', 299],
  ['450 4.7.1 graylisted, try again in 5 minutes', 300],
  ['450 4.2.0 Greylisted for 300 seconds', 300],
])('%s: wait %s', (text, expected) => {
  expect(greylistWait(reply(text))).toBe(expected);
});
