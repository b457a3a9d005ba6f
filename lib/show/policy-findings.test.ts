import { expect, test } from 'vitest';
import type { FindingCode } from '@/lib/findings/catalogue';
import { describe, entryOf } from '@/lib/findings/found';
import { policyFindings } from './policy-findings';

test('of policies what leaves something to be done, and nothing else', () => {
  const codes: FindingCode[] = [
    'smtp.mailbox-full',
    'spf.none',
    'mtasts.enforced',
    'dmarc.invalid',
    'tls.next-certificate-forbidden',
    'vantage.spf-refuses',
  ];
  const findings = codes.map((code) => describe({ code, args: entryOf(code).example, evidence: [] }));
  expect(policyFindings(findings).map(({ code }) => code)).toEqual([
    'spf.none',
    'dmarc.invalid',
    'tls.next-certificate-forbidden',
  ]);
});
