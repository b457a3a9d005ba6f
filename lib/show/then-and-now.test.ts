import { describe, expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, runningReport } from '@/e2e/fixtures/reports';
import type { Before } from '@/lib/report/before';
import type { Report } from '@/lib/report/report';
import { thenAndNow } from './then-and-now';

const BEFORE: Before = {
  reportMail: 'x',
  url: '/bounce/x',
  at: null,
  isDelay: false,
  host: 'mx1.northwind.example',
  stage: 'rcpt',
  code: 550,
  status: '5.1.1',
  reply: '550 5.1.1 User unknown',
  category: 'mailbox-unknown',
  permanence: 'permanent',
};

function withOutcome(report: Report, outcome: 'temporary' | 'unknown'): Report {
  return { ...report, verdict: report.verdict && { ...report.verdict, outcome } };
}

describe('what a bounce said beside what is said today', () => {
  test.each<[string, Before, Report, string, string]>([
    [
      'nothing stated',
      { ...BEFORE, host: null, stage: null, code: null, status: null },
      refusedReport,
      'bad',
      'It is refused today as well, in other words.',
    ],
    ['still running', BEFORE, runningReport, 'unknown', 'The comparison is complete when the check is.'],
    [
      'the same refusal',
      BEFORE,
      refusedReport,
      'bad',
      'The same refusal as then: nothing has changed since.',
    ],
    [
      'another stage',
      { ...BEFORE, stage: 'message' },
      refusedReport,
      'bad',
      'It is refused today as well, in other words.',
    ],
    [
      'for good then, for now today',
      BEFORE,
      withOutcome(refusedReport, 'temporary'),
      'wait',
      'Then it was rejected permanently, today it is deferred: something has changed. A later try may get through.',
    ],
    [
      'accepted today',
      BEFORE,
      acceptedReport,
      'good',
      'What stood in the way then is gone: send the message again.',
    ],
    [
      'a blocked sender is not cleared by us',
      { ...BEFORE, category: 'blocked' },
      acceptedReport,
      'unknown',
      'The recipient is accepted today, from here. mx1.northwind.example refused the sending server or address then: whether it still does is seen only from there.',
    ],
    [
      'a refused message is not cleared by an envelope',
      { ...BEFORE, stage: 'message' },
      acceptedReport,
      'unknown',
      'The recipient is accepted today. The message itself was refused then, and this check sends none.',
    ],
    [
      'nothing certain',
      BEFORE,
      withOutcome(refusedReport, 'unknown'),
      'unknown',
      'Today nothing certain came of it; the bounce remains the best evidence.',
    ],
  ])('%s', (_, before, report, tone, says) => {
    expect(thenAndNow(before, report)).toMatchObject({ tone, says });
  });

  test('both replies are named with stage and server', () => {
    const { then, now } = thenAndNow(BEFORE, refusedReport);
    expect(then).toBe('550 5.1.1 at RCPT TO by mx1.northwind.example');
    expect(now).toBe('550 5.1.1 at RCPT TO by mx1.northwind.example');
    expect(
      thenAndNow({ ...BEFORE, host: null, stage: null, code: null, status: null }, refusedReport).then,
    ).toBe('not delivered');
    expect(thenAndNow(BEFORE, acceptedReport).now).toMatch(/^accepted by /);
  });
});
