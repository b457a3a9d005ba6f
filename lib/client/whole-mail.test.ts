import { expect, test } from 'vitest';
import { isWholeMail } from './whole-mail';

test.each([
  ['', false],
  ['  user@example.org \n', false],
  ['user@example.org\r\n\r\n\r\n', false],
  ['550 5.1.1 User unknown\n(in reply to RCPT TO)', false],
  ['Hi. This is the qmail-send program.\n\n<a@example.org>:\nno such user', true],
  ['From: a@example.org\rSubject: Undelivered\rTo: b@example.org', true],
])('%j is a message: %s', (pasted, expected) => {
  expect(isWholeMail(pasted)).toBe(expected);
});
