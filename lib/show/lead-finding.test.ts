import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, noDomainReport } from '@/e2e/fixtures/reports';
import { sessionLine } from '@/lib/report/reference';
import { leadFinding } from './lead-finding';

const { verdict } = refusedReport;

test.each([
  ['no verdict', { ...refusedReport, verdict: null }, undefined],
  [
    'a verdict of another version',
    { ...refusedReport, verdict: verdict && { ...verdict, finding: null } },
    undefined,
  ],
  [
    'the same code about another session',
    { ...refusedReport, verdict: verdict && { ...verdict, evidence: [sessionLine(2, 1)] } },
    undefined,
  ],
  ['one that is not listed', { ...acceptedReport, findings: [] }, undefined],
  ['a refusal', refusedReport, 'smtp.mailbox-unknown'],
  ['a domain that is none', noDomainReport, 'domain.not-found'],
])('%s', (_, report, code) => expect(leadFinding(report)?.code).toBe(code));
