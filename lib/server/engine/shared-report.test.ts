import { expect, test } from 'vitest';
import { acceptedReport, reports } from '@/e2e/fixtures/reports';
import { refusedReport } from '@/e2e/fixtures/refused';
import { reportDocument } from '@/lib/report/document';
import { ReportDocument, type Report } from '@/lib/report/report';
import { asText } from '@/lib/show/proof/as-text';
import { fullProof } from '@/lib/show/proof/full-proof';
import type { StoredShare } from '@/lib/store/share-store';
import { sharedReport } from './shared-report';

const SHARE: StoredShare = {
  id: 's'.repeat(22),
  checkId: 'c'.repeat(22),
  mailId: null,
  createdAt: new Date('2026-11-30T00:00:00Z'),
  createdBy: 'ada@ours.example',
  createdFrom: null,
  expiresAt: null,
  endedAt: null,
  hidesLocalParts: true,
  line: 'Ask carol@ours.example.',
};

const hidden = (report: Report) => sharedReport(report, SHARE);

/** The refused mailbox, where the server says this. */
function saying(line: string, about: Partial<Report> = {}): Report {
  const { sessions, verdict } = refusedReport;
  return {
    ...refusedReport,
    ...about,
    verdict: verdict && { ...verdict, headline: `It was refused: “${line}”.` },
    sessions: sessions.map((session) => ({
      ...session,
      reply: { code: 550, enhanced: '5.1.1', lines: [line] },
      transcript: [
        {
          seq: 1,
          at: 0,
          who: 'server' as const,
          secure: false,
          text: `550 ${line}`,
          raw: btoa(line),
          stage: 'rcpt' as const,
        },
      ],
    })),
  };
}

const MAILBOX = {
  target: {
    input: 'Fred.Smith@example.org',
    kind: 'mailbox' as const,
    domain: 'example.org',
    domainUnicode: 'example.org',
    mailbox: 'Fred.Smith@example.org',
  },
};

test.each([
  ['an address', '<fred.smith@example.org> unknown', '<…@example.org> unknown'],
  ['a local part alone', 'no user FRED.SMITH here', 'no user … here'],
  ['one of somebody else', 'ask bob@elsewhere.example', 'ask …@elsewhere.example'],
  ['that of a mail system', 'ask postmaster@example.org', 'ask postmaster@example.org'],
  ['none', 'no such user here', 'no such user here'],
  ['part of a longer word', 'fred.smithson is unknown', 'fred.smithson is unknown'],
])('what a server says: %s', (_, line, expected) => {
  const [session] = hidden(saying(line, MAILBOX)).sessions;
  expect(session?.reply?.lines).toEqual([expected]);
  expect(session?.transcript).toEqual([
    { seq: 1, at: 0, who: 'server', secure: false, text: `550 ${expected}`, stage: 'rcpt' },
  ]);
  expect(hidden(saying(line, MAILBOX)).verdict?.headline).toBe(`It was refused: “${expected}”.`);
  const straight = { ...saying(line, MAILBOX), findings: [] };
  const verdict = straight.verdict && { ...straight.verdict, plain: `It says "${line}" today.` };
  expect(hidden({ ...straight, verdict }).verdict?.plain).toBe(`It says "${expected}" today.`);
});

test('a local part that is a word of ours stays in our sentences, and no name or state changes', () => {
  const target = { ...MAILBOX.target, input: 'error@example.org', mailbox: 'error@example.org' };
  const said = saying('error unknown', { target });
  const view = hidden({
    ...said,
    findings: said.findings.map((one) => ({ ...one, why: 'This is an error.', severity: 'error' as const })),
  });
  expect(view.findings.map(({ why, severity }) => [why, severity])).toEqual(
    said.findings.map(() => ['This is an error.', 'error']),
  );
  expect(view.sessions[0]?.reply?.lines).toEqual(['… unknown']);
});

test('a link leads to nothing else', () => {
  const view = hidden({ ...acceptedReport, former: 'f'.repeat(22) });
  expect(view).toMatchObject({ id: SHARE.id, former: null, before: null, retest: null });
  expect(view.share).toEqual({
    madeAt: '2026-11-30T00:00:00.000Z',
    madeBy: 'ada@ours.example',
    expiresAt: null,
    hidesLocalParts: true,
    line: 'Ask carol@ours.example.',
  });
  expect(JSON.stringify(view)).not.toContain(acceptedReport.id);
});

test('with everything, only what leads elsewhere is gone', () => {
  const view = sharedReport(refusedReport, { ...SHARE, hidesLocalParts: false });
  expect({ ...view, id: refusedReport.id, share: null }).toEqual({
    ...refusedReport,
    before: null,
    former: null,
    retest: null,
  });
});

test.each(reports.map((report) => [report.target.mailbox ?? report.target.domain, report] as const))(
  'the view of %s is a report, and its whole text tells no local part',
  (_, report) => {
    const view = hidden(report);
    ReportDocument.parse(reportDocument(view));
    const local = report.target.mailbox?.split('@')[0] ?? '';
    const text = asText(fullProof(view, { link: '/check/x', operator: null }));
    if (local !== '') expect(text).not.toMatch(new RegExp(`\\b${local}@`, 'i'));
    for (const { severity, code } of report.findings)
      expect(view.findings).toContainEqual(expect.objectContaining({ severity, code }));
  },
);
