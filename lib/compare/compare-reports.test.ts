import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { acceptedReport, noDomainReport, runningReport } from '@/e2e/fixtures/reports';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import type { ComparedAspect, ComparedSection } from './comparison';
import { sampleMtaSts, samplePolicies } from '@/lib/report/sample';
import { compareReports } from './compare-reports';

/** `what of: a → b`, with a minus for nothing. */
function line({ what, of, a, b }: ComparedAspect): string {
  const said = (values: string[] | null) => (values === null ? '-' : values.join(' | '));
  return `${what}${of && ` ${of}`}: ${said(a)} → ${said(b)}`;
}

const lines = (kind: 'different' | 'oneSided' | 'alike', sections: ComparedSection[]) =>
  sections.flatMap((section) => section[kind].map(line));

const differences = (a: Report, b: Report) => lines('different', compareReports(a, b));

/** The check with its first session otherwise. */
function withSession(about: Partial<Session>, report = refusedReport): Report {
  const [first, ...others] = report.sessions;
  if (first === undefined) throw new Error('the fixture has no session');
  return { ...report, sessions: [{ ...first, ...about }, ...others] };
}

const finding = (code: string, title: string, severity: Finding['severity'] = 'warning') => ({
  ...(refusedReport.findings[0] as Finding),
  code,
  title,
  severity,
  args: { title },
});

const withFindings = (...findings: Finding[]): Report => ({ ...refusedReport, findings });

const [FIRST] = refusedReport.sessions;
if (FIRST === undefined || refusedReport.route === null) throw new Error('the fixture is empty');
const LABEL = `${FIRST.exchange} [${FIRST.address}]`;
const { route: ROUTE } = refusedReport;
const [HOST] = ROUTE.hosts;
if (HOST === undefined) throw new Error('the fixture has no exchange');

const step = (authoritative: boolean): Report['trace'] => ({
  queryCount: 1,
  steps: refusedReport.trace.steps
    .slice(0, 1)
    .map((one) => ({ ...one, n: 1, outcome: 'answer', authoritative })),
});

const withTtl = (ttl: number, authoritative: boolean): Report => ({
  ...refusedReport,
  trace: step(authoritative),
  route: {
    ...ROUTE,
    evidence: [1],
    hosts: [{ ...HOST, ttl, evidence: [1], addresses: HOST.addresses.map((one) => ({ ...one, ttl })) }],
  },
});

describe('no difference', () => {
  test.each<[string, Report, Report]>([
    ['a check that has seen nothing, and itself', runningReport, runningReport],
    ['milliseconds', withSession({}), withSession({ timings: { ...FIRST.timings, connectMs: 499 } })],
    [
      'ports and moments',
      withSession({}),
      { ...withSession({ atMs: 7_000, port: 25 }), startedAt: '2030-01-01T00:00:00.000Z', id: 'other' },
    ],
    [
      'the id of a message in a queue',
      withSession({ queueId: 'AAAA', reply: { code: 250, enhanced: null, lines: ['queued as AAAA'] } }),
      withSession({ queueId: 'BBBB', reply: { code: 250, enhanced: null, lines: ['queued as BBBB'] } }),
    ],
    ['what is left of a TTL in a cache', withTtl(3600, false), withTtl(17, false)],
    [
      'a finding that counts days',
      withFindings(finding('tls.expires-soon', 'Expires in 12 days')),
      withFindings(finding('tls.expires-soon', 'Expires in 11 days')),
    ],
    [
      'names of a finding in the order of the answers',
      withFindings({ ...finding('ns.a', 'a and b'), args: { servers: ['a.example', 'b.example'] } }),
      withFindings({ ...finding('ns.a', 'b and a'), args: { servers: ['b.example', 'a.example'] } }),
    ],
    [
      'findings in another order',
      withFindings(finding('x.a', 'one of a'), finding('x.a', 'another of a')),
      withFindings(finding('x.a', 'another of a'), finding('x.a', 'one of a')),
    ],
    [
      'records that could not be had',
      withPolicies({
        tlsRpt: { state: 'ok', record: 'v=TLSRPTv1; rua=mailto:a@b', reason: null, rua: [], evidence: [] },
      }),
      withPolicies({ tlsRpt: { state: 'none', record: null, reason: 'no-answer', rua: [], evidence: [] } }),
    ],
    ['policies that only one has looked at', withPolicies(), { ...refusedReport, policies: null }],
    [
      'exchanges of a policy in another order',
      withPolicies({ mtaSts: sampleMtaSts({ state: 'enforce', mx: ['a', 'b'], maxAgeSeconds: 60 }) }),
      withPolicies({ mtaSts: sampleMtaSts({ state: 'enforce', mx: ['b', 'a'], maxAgeSeconds: 60 }) }),
    ],
    [
      'capabilities in another order',
      withSession({ capabilities: ['SIZE', 'PIPELINING'] }),
      withSession({ capabilities: ['PIPELINING', 'SIZE'] }),
    ],
  ])('%s', (_, a, b) => {
    expect(differences(a, b)).toEqual([]);
  });
});

const withPolicies = (about: Parameters<typeof samplePolicies>[0] = {}): Report => ({
  ...refusedReport,
  policies: samplePolicies(about),
});

describe('a difference', () => {
  test.each<[string, Report, Report, string[]]>([
    [
      'another outcome',
      refusedReport,
      {
        ...refusedReport,
        verdict: refusedReport.verdict && { ...refusedReport.verdict, outcome: 'accepted' },
      },
      ['verdict.outcome: permanent → accepted'],
    ],
    [
      'a greeting that takes long, by more than a factor and an amount',
      withSession({ timings: { ...FIRST.timings, greetingMs: 40 } }),
      withSession({ timings: { ...FIRST.timings, greetingMs: 5_000 } }),
      [`session.greeting-time ${LABEL}: 40 → 5000`],
    ],
    [
      'a TTL of an authoritative answer',
      withTtl(3600, true),
      withTtl(300, true),
      [`route.ttl ${HOST.exchange}: 3600 → 300`, `route.address-ttl ${HOST.exchange}: 3600 → 300`],
    ],
    [
      'a policy that is enforced now, and names other exchanges',
      withPolicies({ mtaSts: sampleMtaSts({ state: 'testing', mx: ['a', 'b'], maxAgeSeconds: 60 }) }),
      withPolicies({ mtaSts: sampleMtaSts({ state: 'enforce', mx: ['b'], maxAgeSeconds: 60 }) }),
      ['policies.mta-sts-state: testing → enforce', 'policies.mta-sts-mx: a | b → b'],
    ],
    [
      'another greeting',
      withSession({ banner: 'mx1.example.org ESMTP' }),
      withSession({ banner: 'gateway.example.org ready' }),
      [`session.greeting ${LABEL}: mx1.example.org ESMTP → gateway.example.org ready`],
    ],
    [
      'a capability that is gone',
      withSession({ capabilities: ['PIPELINING', 'SIZE 100'] }),
      withSession({ capabilities: ['PIPELINING', 'SIZE 50'] }),
      [`session.capabilities ${LABEL}: PIPELINING | SIZE 100 → PIPELINING | SIZE 50`],
    ],
    [
      'findings that are there, gone, and another of the same kind',
      withFindings(finding('mx.a', 'gone'), finding('mx.b', 'of mx1.example.org')),
      withFindings(finding('mx.b', 'of mx2.example.org'), finding('mx.c', 'there', 'error')),
      [
        'findings.finding mx.a: warning | gone → -',
        'findings.finding mx.b: warning | of mx1.example.org → warning | of mx2.example.org',
        'findings.finding mx.c: - → error | there',
      ],
    ],
    [
      'an exchange that is no longer one, told by a single line',
      { ...refusedReport, sessions: [] },
      { ...refusedReport, sessions: [], route: { ...ROUTE, hosts: ROUTE.hosts.slice(1) } },
      [`route.preference ${HOST.exchange}: ${HOST.preference} → -`],
    ],
    [
      'what was asked',
      refusedReport,
      { ...refusedReport, options: { depth: 'greeting', helo: 'other.example' } },
      [
        `asked.depth: ${refusedReport.options.depth} → greeting`,
        `asked.helo: ${refusedReport.vantage.helo} → other.example`,
      ],
    ],
  ])('%s', (_, a, b, expected) => {
    expect(differences(a, b)).toEqual(expected);
  });

  test('a session with an address that has none any more, told by a single line', () => {
    const sections = compareReports(refusedReport, {
      ...refusedReport,
      sessions: refusedReport.sessions.slice(1),
    });
    expect(lines('different', sections)).toEqual([`session.outcome ${LABEL}: ${FIRST.outcome ?? ''} → -`]);
    const sessions = sections.filter(({ section }) => section === 'sessions');
    expect(lines('oneSided', sessions)).toEqual([]);
  });
});

describe('what only one of both has looked at is no difference', () => {
  test.each<[string, Report, Report]>([
    [
      'of a check that was stopped',
      refusedReport,
      { ...refusedReport, status: 'stopped', sessions: [], findings: [] },
    ],
    [
      'of one whose route could not be found',
      refusedReport,
      { ...refusedReport, route: null, reverse: [], sessions: [] },
    ],
    ['where no session came to TLS', refusedReport, withSession({ tls: null })],
  ])('%s', (_, a, b) => {
    const told = differences(a, b).filter((one) => !one.startsWith('asked.'));
    expect(told).toEqual([]);
    expect(lines('oneSided', compareReports(a, b))).not.toEqual([]);
  });
});

/** Any check out of parts of others. */
const anyReport = fc
  .record({
    base: fc.constantFrom(refusedReport, acceptedReport, noDomainReport, runningReport),
    zone: fc.constantFrom(refusedReport.zone, null),
    sessions: fc.subarray(refusedReport.sessions),
    findings: fc.array(
      fc
        .tuple(fc.constantFrom('a.a', 'a.b'), fc.constantFrom('x', 'y 1', 'y 2'))
        .map(([code, title]) => finding(code, title)),
      { maxLength: 5 },
    ),
    status: fc.constantFrom('done' as const, 'stopped' as const, 'running' as const),
    greetingMs: fc.nat(10_000),
  })
  .map(({ base, zone, sessions, findings, status, greetingMs }): Report => ({
    ...base,
    zone,
    status,
    findings,
    sessions: sessions.map((one) => ({ ...one, timings: { ...one.timings, greetingMs } })),
  }));

test('a check and itself: nothing differs, nothing is one-sided', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const sections = compareReports(report, report);
      expect(lines('different', sections)).toEqual([]);
      expect(lines('oneSided', sections)).toEqual([]);
    }),
  );
});

test('in the other order it is the same with both exchanged', () => {
  const mirrored = (rows: ComparedAspect[]) => rows.map(({ a, b, ...row }) => ({ ...row, a: b, b: a }));
  fc.assert(
    fc.property(anyReport, anyReport, (a, b) => {
      expect(compareReports(b, a)).toEqual(
        compareReports(a, b).map(({ section, different, oneSided, alike }) => ({
          section,
          different: mirrored(different),
          oneSided: mirrored(oneSided),
          alike: mirrored(alike),
        })),
      );
    }),
  );
});
