import { expect, test } from 'vitest';
import { blankReport, session } from '@/e2e/fixtures/build';
import type { Certificate } from '@/lib/smtp/session';
import { certificates } from './certificate';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-23T08:00:00Z');

const FINE: Certificate = {
  subject: 'CN=mx1.example.org',
  names: ['mx1.example.org'],
  issuer: 'CN=CA',
  sha256: '00',
  validFrom: at(-10),
  validTo: at(80),
  signature: 'sha256WithRSAEncryption',
  key: { type: 'rsa', bits: 2048, curve: null },
};

function at(days: number): string {
  return new Date(NOW + days * DAY_MS).toISOString();
}

/** What is found about a certificate. */
function foundOf(
  about: Partial<Certificate>,
  chain: Partial<Certificate>[] = [],
  state: 'trusted' | 'untrusted' = 'trusted',
) {
  const one = { ...FINE, ...about };
  const made = session(
    {
      n: 1,
      exchange: 'mx1.example.org',
      preference: 10,
      address: '192.0.2.25',
      outcome: 'accepted',
      stage: 'rcpt',
    },
    1,
    [],
  );
  const tls = {
    state,
    protocol: 'TLSv1.3',
    cipher: '',
    certificate: one,
    problem: null,
    chain: chain.map((link) => ({ ...FINE, ...link })),
  };
  const report = { ...blankReport('x', 'user@example.org'), startedAt: at(0), sessions: [{ ...made, tls }] };
  return [...certificates(report)];
}

/** Each as its code and what is special about it. */
function judgeOf(...given: Parameters<typeof foundOf>) {
  return foundOf(...given).map(
    ({ code, args }) => `${code} ${String(args['days'] ?? args['key'] ?? args['algorithm'])}`,
  );
}

test.each<[string, Partial<Certificate>, string[]]>([
  ['a year, 15 days left', { validFrom: at(-350), validTo: at(15) }, []],
  ['a year, 13 days left', { validFrom: at(-352), validTo: at(13.5) }, ['tls.expires-soon 13']],
  ['ninety days, one left', { validFrom: at(-89), validTo: at(1) }, ['tls.expires-soon 1']],
  ['an hour left', { validFrom: at(-89), validTo: at(1 / 24) }, ['tls.expires-soon 0']],
  ['six days, two left: renewed in their last third', { validFrom: at(-4), validTo: at(2) }, []],
  ['six days, half a day left', { validFrom: at(-5.5), validTo: at(0.5) }, ['tls.expires-soon 0']],
  ['over: another finding says it', { validFrom: at(-90), validTo: at(-1) }, []],
  ['dates that are none', { validFrom: '', validTo: '' }, []],
  ['RSA 2047', { key: { type: 'rsa', bits: 2047, curve: null } }, ['tls.weak-key RSA key of 2047 bits']],
  ['DSA 1024', { key: { type: 'dsa', bits: 1024, curve: null } }, ['tls.weak-key DSA key of 1024 bits']],
  [
    'a curve of 192 bits',
    { key: { type: 'ec', bits: 192, curve: 'prime192v1' } },
    ['tls.weak-key EC key of 192 bits on prime192v1'],
  ],
  ['P-256', { key: { type: 'ec', bits: 256, curve: 'prime256v1' } }, []],
  ['Ed25519, which has no size', { key: { type: 'ed25519', bits: null, curve: null } }, []],
  ['a key that nobody could read', { key: null }, []],
  ['evidence from before keys were kept', { key: undefined, signature: undefined }, []],
  ['SHA-1', { signature: 'sha1WithRSAEncryption' }, ['tls.weak-signature sha1WithRSAEncryption']],
  ['ECDSA and SHA-1', { signature: 'ecdsa-with-SHA1' }, ['tls.weak-signature ecdsa-with-SHA1']],
  ['MD5', { signature: 'md5WithRSAEncryption' }, ['tls.weak-signature md5WithRSAEncryption']],
  ['an unknown algorithm', { signature: '1.2.3.4' }, []],
  [
    'self-signed with SHA-1: nobody relies on that',
    { signature: 'ecdsa-with-SHA1', issuer: FINE.subject },
    [],
  ],
])('%s', (_, certificate, expected) => {
  expect(judgeOf(certificate)).toEqual(expected);
});

test.each<[string, number, number, boolean[]]>([
  ['a year', -350, 10.5, [false]],
  ['a year', -350, 9.5, [true]],
  ['ninety days', -80.5, 9.5, [false]],
  ['ninety days', -81.5, 8.5, [true]],
  ['a month', -26, 3.5, [false]],
  ['a month', -26, 2.5, [true]],
  ['six days', -5.5, 0.5, [true]],
])('%s, %d to %d days: whether it is late', (_, from, to, expected) => {
  expect(foundOf({ validFrom: at(from), validTo: at(to) }).map(({ args }) => args['isLate'])).toEqual(
    expected,
  );
});

test('the issuer sent along is signed with SHA-1; the root signs itself as it likes', () => {
  const sha1 = { signature: 'sha1WithRSAEncryption' };
  const root = { subject: 'CN=Root', issuer: 'CN=Root', ...sha1 };
  expect(judgeOf({}, [root])).toEqual([]);
  expect(judgeOf({}, [{ subject: 'CN=CA', issuer: 'CN=Root', ...sha1 }, root])).toEqual([
    'tls.weak-signature sha1WithRSAEncryption',
  ]);
});

test('what is not trusted anyway need not be told that it ends soon', () => {
  expect(judgeOf({ validFrom: at(-89), validTo: at(1) }, [], 'untrusted')).toEqual([]);
});
