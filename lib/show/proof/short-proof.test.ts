import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatestCheck } from '@/e2e/fixtures/greatest-check';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, noDomainReport, reports, runningReport } from '@/e2e/fixtures/reports';
import { faultsOfShortProof } from '@/e2e/fixtures/short-proof';
import { newRecord } from '@/e2e/scenarios/new-record';
import { judge } from '@/lib/findings/judge';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { parseTarget } from '@/lib/target/target';
import { asMarkdown } from './as-markdown';
import { asText } from './as-text';
import { SHORT, SHORT_LINES, SHORT_OCTETS } from './limits';
import { shortProof } from './short-proof';

const ABOUT = { link: 'https://mxproof.example/check/x', operator: null };

/** Headings, with an empty line before and after each, the empty lines between parts, and the fences of Markdown. */
const HEADINGS = 6;
const FENCED = 4;
const FRAME = { lines: 2 * HEADINGS + 9 + 2 * FENCED, octets: HEADINGS * 72 };

test('the parts and what stands between them are within the whole', () => {
  const parts = Object.values(SHORT);
  const sum = (of: (part: { lines: number; octets: number }) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  expect(sum(({ lines }) => lines) + FRAME.lines).toBeLessThanOrEqual(SHORT_LINES);
  expect(sum(({ octets }) => octets) + FRAME.octets).toBeLessThanOrEqual(SHORT_OCTETS);
});

function greatestReport(): Report {
  const target = parseTarget('example.org');
  if (!target.ok) throw new Error(target.problem.say);
  const vantage = { helo: 'probe.example', sender: '<>', softwareVersion: 'test' };
  const plan = { target: target.value, options: { depth: 'envelope' as const }, vantage, relayAddress: null };
  const record = newRecord(plan);
  greatestCheck((event) => record.note(event));
  const report = { ...record.report(), startedAt: '2026-01-01T00:00:00.000Z', status: 'done' as const };
  return { ...report, ...judge(report) };
}

/** Lines of a long reply. */
const REPLY_LINES = 1_000;

/** The refused mailbox, with this in every place that others fill. */
function hostile(text: string): Report {
  const { verdict, sessions, findings, route } = refusedReport;
  if (verdict === null || route === null) throw new Error('no verdict');
  const long = `550-${text.slice(0, 100)}`;
  const session = (one: Session, n: number): Session => ({
    ...one,
    n,
    exchange: `${n}${text}`,
    address: text,
    detail: text,
    queueId: text,
    outcome: n === 1 || n % 2 === 0 ? one.outcome : 'silent',
    reply: { code: 400 + n, enhanced: null, lines: [text, text] },
    transcript:
      n > 1
        ? []
        : one.transcript.flatMap((line) =>
            line.seq === 19
              ? [
                  { ...line, text: line.text.replace(' ', '-') },
                  ...Array.from({ length: REPLY_LINES }, (_, more) => ({
                    ...line,
                    seq: 100 + more,
                    text: long,
                  })),
                ]
              : [{ ...line, text: line.who === 'client' ? `MAIL ${text}` : `250-${text}` }],
          ),
  });
  const [first] = sessions;
  if (first === undefined) throw new Error('no session');
  return {
    ...refusedReport,
    share: { madeAt: '', madeBy: text, expiresAt: null, hidesLocalParts: false, line: text },
    target: { ...refusedReport.target, mailbox: `${text}@${text}`, domain: text, domainUnicode: text },
    vantage: { ...refusedReport.vantage, helo: text, sender: text },
    verdict: {
      ...verdict,
      headline: `Refused ${text}`,
      plain: `Plain ${text}`,
      cases: Array.from({ length: 40 }, (_, n) => ({
        when: `${n} ${text}`,
        outcome: 'temporary' as const,
        because: text,
        evidence: verdict.evidence,
      })),
    },
    findings: findings.map((one) => ({ ...one, title: text, why: text, fix: `${text}\n`.repeat(50) })),
    route: { ...route, hosts: route.hosts.map((host) => ({ ...host, exchange: text })) },
    trace: {
      ...refusedReport.trace,
      steps: refusedReport.trace.steps.map((step) => ({
        ...step,
        server: { name: text, address: text },
        question: { name: text, type: text },
        answer: step.answer.map((record) => ({ ...record, name: text, data: text })),
      })),
    },
    sessions: Array.from({ length: 40 }, (_, n) => session(first, n + 1)),
  };
}

describe('any report fits a ticket, with what decides', () => {
  test.each([
    ['markup', '](javascript:x) <script> `code` ``` ~~~ **b** _i_ # h | t | &amp; http://x www.x.example'],
    ['backticks', '`'.repeat(4_000)],
    ['one long word', 'x'.repeat(4_000)],
    ['many words', 'word '.repeat(800)],
    ['four octets a character', '💌'.repeat(1_000)],
    ['lines', 'a\n'.repeat(1_000)],
    ['controls', '\u001b[31m\u0000\u202e\r\n\t'.repeat(100)],
    ['marks that are escaped', '*_[]<>#|~&$\\'.repeat(300)],
    ['nothing', ''],
  ])('hostile: %s', (_, text) => expect(faultsOfShortProof(hostile(text))).toEqual([]));

  test('forty servers that say all that may be said', () =>
    expect(faultsOfShortProof(greatestReport())).toEqual([]));

  test.each(reports.map((report) => [report.verdict?.headline ?? report.status, report] as const))(
    '%s',
    (_, report) => expect(faultsOfShortProof(report)).toEqual([]),
  );

  test('whatever is said', () => {
    const anything = fc
      .string({ unit: 'binary', maxLength: 100 })
      .chain((text) => fc.integer({ min: 1, max: 20 }).map((times) => text.repeat(times)));
    fc.assert(
      fc.property(anything, (text) => {
        expect(faultsOfShortProof(hostile(text))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

test('an unknown mailbox: verdict, plain words, who acts, link, when, path, session with times, queries, digest', () => {
  const text = asText(
    shortProof({ ...refusedReport, digest: 'sha256:abc' }, { ...ABOUT, operator: 'Ada, ada@x.example' }),
  );
  const parts = [
    'Permanent refusal by mx1.northwind.example',
    '\nWho has to act:\n',
    '\nProof:  https://mxproof.example/check/x\n',
    '\nWhen:   2026-',
    '\nFrom:   mail.contoso.example',
    '\nPath:   ',
    '\nThe session that decides',
    ' <~* 550 5.1.1 ',
    '\nOther sessions:\n',
    '\nDNS queries that a mail needs',
    '\nThis mxproof is run by Ada, ada@x.example.\n',
    '\nEvidence sha256:abc\n',
  ];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}~> RCPT TO:<orders@northwind\.example>$/m);
  expect(text).not.toMatch(/\bdig /);
});

test('prose fits 78 columns', () => {
  for (const report of [refusedReport, acceptedReport, noDomainReport]) {
    const prose = asText(shortProof(report, ABOUT))
      .split('\n')
      .filter((line) => !/^\d\d:|^Proof|^mxproof|^Evidence/.test(line));
    for (const line of prose) expect(line.length, line).toBeLessThanOrEqual(78);
  }
});

test('where nobody acts, that is said once', () => {
  const findings = refusedReport.findings.map((one) => ({
    ...one,
    whoActs: 'nobody' as const,
    fix: 'Wait.',
  }));
  const text = asText(shortProof({ ...refusedReport, findings }, ABOUT));
  expect(text).toContain('\nWho has to act:\nWait.\n\n');
});

test('a check that runs says that it is not finished', () => {
  const text = asText(shortProof(runningReport, ABOUT));
  expect(text).toContain('This check is not finished: more may come');
});

test('when it depends, it is told on what', () => {
  const { verdict } = refusedReport;
  const cases = [
    { when: 'The sender talks to mx1.', outcome: 'accepted' as const, because: 'It takes it.', evidence: [] },
  ];
  const report = { ...refusedReport, verdict: verdict && { ...verdict, outcome: 'depends' as const, cases } };
  expect(asText(shortProof(report, ABOUT))).toContain(
    '\nWho meets what:\nAccepted: The sender talks to mx1. It takes it.\n',
  );
});

test('Markdown: headings, and evidence in fences that nothing in it closes', () => {
  const text = asMarkdown(shortProof(hostile('``` ```` `````\n# heading\n<b>'), ABOUT));
  expect(text).toMatch(/^# Refused /);
  const fences = text.split('\n').filter((line) => /^`{3,}(?:text)?$/.test(line));
  expect(fences.length % 2).toBe(0);
  expect(fences.some((fence) => /^`{6,}/.test(fence))).toBe(true);
});
