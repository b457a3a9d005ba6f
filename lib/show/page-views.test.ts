import { describe, expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import { acceptedReport, noDomainReport, reports, runningReport } from '@/e2e/fixtures/reports';
import { chainOf } from './chain';
import { byConsequence } from './consequence';
import { decisiveSession } from '@/lib/report/decisive-session';
import { findingsByLine } from './decisive';
import { layersOf } from './layers';
import { matrixRow } from './matrix';
import { pathOf } from './path';
import { checkTitle, progressSentence } from './progress';
import { questionsOf } from './questions';
import { swaksText } from './swaks-text';
import { waterfallOf } from './waterfall';

describe('the path', () => {
  test.each([
    ['a refused mailbox', refusedReport, ['fine', 'fine', 'hit'], ['through', 'cut']],
    ['a check under way', runningReport, ['fine', 'fine', 'ahead'], ['through', 'idle']],
    ['a domain that does not exist', noDomainReport, ['fine', 'fine', 'hit'], ['through', 'unreached']],
    ['an accepted mailbox', acceptedReport, ['fine', 'fine', 'fine'], ['through', 'through']],
  ])('%s', (_, report, boxes, wires) => {
    const view = pathOf(report);
    expect(view.boxes.map((box) => box.state)).toEqual(boxes);
    expect(view.wires.map((one) => one.state)).toEqual(wires);
  });

  test('a fault of ours never marks the other side', () => {
    const verdict = refusedReport.verdict && {
      ...refusedReport.verdict,
      outcome: 'unknown' as const,
      side: 'sender' as const,
    };
    expect(pathOf({ ...refusedReport, verdict }).boxes.map((box) => box.state)).toEqual([
      'hit',
      'fine',
      'unproven',
    ]);
  });

  const verdictOf = (about: Partial<NonNullable<typeof refusedReport.verdict>>) =>
    refusedReport.verdict && { ...refusedReport.verdict, session: null, evidence: [], ...about };
  const unresolved = refusedReport.route && { ...refusedReport.route, kind: 'unresolved' as const };

  test.each<[string, Partial<typeof refusedReport>, string[], string[]]>([
    [
      'the name servers of the domain',
      { route: unresolved, sessions: [], verdict: verdictOf({ side: 'recipient', stage: 'dns' }) },
      ['fine', 'hit', 'hit'],
      ['cut', 'idle'],
    ],
    [
      'name servers, nobody knows whose fault',
      { route: unresolved, sessions: [], verdict: verdictOf({ side: 'unknown', stage: 'dns' }) },
      ['fine', 'unproven', 'unproven'],
      ['cut', 'idle'],
    ],
    [
      'our own DNS',
      { route: unresolved, sessions: [], verdict: verdictOf({ side: 'sender', stage: 'dns' }) },
      ['hit', 'unproven', 'unproven'],
      ['unreached', 'idle'],
    ],
    [
      'silence of the mail server, side open',
      { sessions: [], verdict: verdictOf({ side: 'unknown', stage: 'connect', outcome: 'temporary' }) },
      ['fine', 'fine', 'unproven'],
      ['through', 'unreached'],
    ],
    [
      'refused in a session, side open',
      { verdict: verdictOf({ side: 'unknown', stage: 'rcpt' }) },
      ['fine', 'fine', 'unproven'],
      ['through', 'cut'],
    ],
  ])('the break is drawn where it is: %s', (_, about, boxes, wires) => {
    const view = pathOf({ ...refusedReport, ...about });
    expect(view.boxes.map((box) => box.state)).toEqual(boxes);
    expect(view.wires.map((one) => one.state)).toEqual(wires);
  });

  test('where exchanges disagree, both are told', () => {
    expect(pathOf(refusedReport).boxes[2].say).toMatch(
      /^mx1\.\S+: accepted .*; rejected permanently at RCPT TO\. mx3\.\S+: accepted/,
    );
  });

  test('tells what was accepted before the refusal', () => {
    expect(pathOf({ ...refusedReport, findings: [] }).boxes[2].say).toBe(
      'Accepted the connection, TLS and the sender; rejected permanently at RCPT TO.',
    );
  });
});

test('the chain goes from the root to the addresses', () => {
  expect(chainOf(refusedReport).map((hop) => hop.title)).toEqual([
    '.',
    'example.',
    'northwind.example.',
    'MX',
  ]);
  expect(chainOf(noDomainReport).map((hop) => hop.title)).toEqual(['.', 'example.', 'no MX']);
});

test('the chain names each server, with its addresses, once', () => {
  for (const report of reports) {
    const rows = chainOf(report).flatMap((hop) => hop.rows.filter(({ left }) => left.includes('mx')));
    expect(new Set(rows.map(({ left }) => left)).size).toBe(rows.length);
  }
});

test('the decisive line is the one that the verdict and the findings point at', () => {
  expect(decisiveSession(refusedReport)?.n).toBe(1);
  expect(
    findingsByLine(refusedReport.findings, 1)
      .get(19)
      ?.map((one) => one.code),
  ).toEqual(['smtp.mailbox-unknown', 'hosts.disagree']);
  expect(refusedReport.sessions[0]?.transcript.find((line) => line.seq === 19)?.text).toMatch(/^550 5\.1\.1/);
});

test('every reference of a fixture points at something', () => {
  for (const report of reports)
    for (const reference of [
      ...(report.verdict?.evidence ?? []),
      ...report.findings.flatMap((one) => one.evidence),
    ]) {
      if (reference.at === 'dns') expect(report.trace.steps.map((step) => step.n)).toContain(reference.n);
      if (reference.at !== 'session') continue;
      const session = report.sessions.find((one) => one.n === reference.n);
      expect(session).toBeDefined();
      if (reference.line !== null)
        expect(session?.transcript.map((line) => line.seq)).toContain(reference.line);
    }
});

test('the matrix tells a refusal, an untrusted certificate and a silence apart', () => {
  const [first, second, , fourth] = refusedReport.sessions.map((session) => matrixRow(session));
  expect(first?.find((cell) => cell.stage === 'rcpt')).toMatchObject({
    tone: 'bad',
    word: '550 5.1.1',
    line: 19,
  });
  expect(second?.[0]).toMatchObject({ tone: 'wait', word: 'no answer', time: '15 s' });
  expect(fourth?.find((cell) => cell.stage === 'tls')).toMatchObject({ tone: 'wait', word: 'not trusted' });
});

test('findings are grouped by who must act, and what changes nothing is folded', () => {
  const { groups, folded } = byConsequence(refusedReport);
  expect(groups.map((group) => group.whoActs)).toEqual(['sender', 'recipient-admin', 'unknown']);
  expect(folded.map((one) => one.code)).toEqual(['tls.not-trusted', 'tls.trusted']);
  const named = refusedReport.verdict && { ...refusedReport.verdict, but: ['tls.not-trusted'] };
  expect(byConsequence({ ...refusedReport, verdict: named }).folded.map((one) => one.code)).toEqual([
    'tls.trusted',
  ]);
});

test('no bar leaves the axis', () => {
  for (const report of reports)
    for (const bar of waterfallOf(report).rows.flatMap((row) => row.bars)) {
      expect(bar.from).toBeGreaterThanOrEqual(0);
      expect(bar.from + bar.width).toBeLessThanOrEqual(100.001);
    }
});

test('titles and progress never hold a local part', () => {
  for (const report of reports)
    expect(checkTitle(report) + progressSentence(report)).not.toMatch(/orders|sales|info@/);
});

test('every step is under one question', () => {
  const { steps } = refusedReport.trace;
  expect(questionsOf(steps).flatMap((question) => question.steps)).toHaveLength(steps.length);
});

test('the transcript as swaks would write it', () => {
  const [first] = refusedReport.sessions;
  const text = first ? swaksText(first) : '';
  expect(text).toContain('\n -> EHLO mail.contoso.example\n<-  250-mx1.northwind.example\n');
  expect(text).toContain('\n ~> RCPT TO:<orders@northwind.example>\n<~* 550 5.1.1 ');
});

test('each layer of a session says what it saw', () => {
  const [first, second] = refusedReport.sessions.map((session) => layersOf(refusedReport, session));
  expect(first?.map((one) => one.layer)).toEqual(['7 · name', '6/5 · TLS', '4 · TCP', '3 · IP']);
  expect(second?.find((one) => one.layer === '4 · TCP')?.facts).toMatchObject([
    { name: 'to' },
    { name: 'came to', value: 'no answer (ETIMEDOUT)' },
    { name: 'which means', value: expect.stringContaining('no packet came back') as string },
  ]);
  const byDns = first?.flatMap(({ facts }) => facts).find(({ name }) => name === 'by DNS');
  expect(byDns?.value).toMatch(/^mx1\.northwind\.example \d+ A \S+ \(ns\d\S* \[\S+\], query \d+\)$/);
});
