import { expect, test } from 'vitest';
import { blankReport } from '@/e2e/fixtures/build';
import { samplePolicies } from '@/lib/report/sample';
import { nextCertificate } from './next-certificate';

const forbidden = (allowed: string[], authority: string | null) => {
  const caa = [
    {
      exchange: 'mx1.example.org',
      at: 'example.org',
      allowed,
      authority,
      validTo: '2026-12-20T08:00:00.000Z',
      evidence: [7],
    },
  ];
  return [
    ...nextCertificate({ ...blankReport('x', 'user@example.org'), policies: samplePolicies({ caa }) }),
  ].map(({ args }) => args);
};

test.each([
  ['the one that issued it may', ['ca.example', 'letsencrypt.org'], 'letsencrypt.org'],
  ['somebody may, and who issued it is not known', ['ca.example'], null],
])('nothing is said: %s', (_, allowed, authority) => expect(forbidden(allowed, authority)).toEqual([]));

test.each([
  ['nobody may, whoever issued it', [], null, ''],
  ['another one may', ['ca.example'], 'letsencrypt.org', 'letsencrypt.org'],
])('forbidden: %s', (_, allowed, issuer, authority) =>
  expect(forbidden(allowed, issuer)).toEqual([
    { host: 'mx1.example.org', at: 'example.org', allowed, authority, until: '2026-12-20' },
  ]),
);
