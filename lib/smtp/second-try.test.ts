import { expect, test } from 'vitest';
import type { Session } from './session';
import { hasSecondTry } from './second-try';

const UNDER_TLS = {
  state: 'trusted',
  protocol: 'TLSv1.3',
  cipher: null,
  certificate: null,
  problem: null,
} as const;

test.each<[string, Partial<Session>, boolean]>([
  ['a handshake that failed', { outcome: 'tls-failed', stage: 'tls' }, true],
  ['it was in the clear already', { outcome: 'tls-failed', stage: 'tls', withoutTls: true }, false],
  ['closed inside TLS', { outcome: 'closed', stage: 'ehlo', tls: UNDER_TLS }, true],
  ['silent inside TLS', { outcome: 'silent', stage: 'rcpt', tls: UNDER_TLS }, true],
  ['closed without TLS', { outcome: 'closed', stage: 'ehlo' }, false],
  ['refused inside TLS', { outcome: 'permanent', stage: 'rcpt', tls: UNDER_TLS }, false],
  ['the message was on its way', { outcome: 'closed', stage: 'message', tls: UNDER_TLS }, false],
])('%s: %o', (_, session, expected) => {
  const tried = { outcome: null, stage: null, tls: null, withoutTls: false, ...session };
  expect(hasSecondTry(tried)).toBe(expected);
});
