import { describe, expect, test } from 'vitest';
import { cameTo } from '@/e2e/fixtures/came-to';
import type { Finding } from '@/lib/report/finding';
import type { Reference } from '@/lib/report/reference';
import type { Report } from '@/lib/report/report';
import { samplePolicies } from '@/lib/report/sample';
import type { Session, TlsFacts } from '@/lib/smtp/session';
import { DNS, POLICIES, watchedOf } from './watched';

const RULES = '21';
const watched = (report: Report) => watchedOf(report, RULES);

const finding = (code: string, severity: Finding['severity'], evidence: Reference[] = []) =>
  ({ code, severity, title: `about ${code}`, evidence }) as Finding;

/** The sessions of a report, each with another exchange and end of TLS; null: it did not come so far. */
function withSessions(...sessions: [exchange: string, tls: TlsFacts['state'] | null][]): Report {
  const report = cameTo('accepted', '250 ok');
  const [first] = report.sessions;
  if (!first?.tls) throw new Error('the fixture has no TLS');
  const { tls } = first;
  return {
    ...report,
    sessions: sessions.map(([exchange, state], index): Session => {
      const certificate = state === 'trusted' || state === 'untrusted' ? tls.certificate : null;
      return { ...first, n: index + 1, exchange, tls: state && { ...tls, state, certificate } };
    }),
  };
}

describe('what says nothing of the verdict', () => {
  test.each([
    ['stopped', cameTo('permanent', '550 no', { status: 'stopped' })],
    ['failed by us', cameTo('permanent', '550 no', { status: 'failed' })],
    ['not known', cameTo('unknown', '550 no')],
    ['without a verdict', cameTo('permanent', '550 no', { verdict: null })],
    ['greylisted', cameTo('temporary', '450 4.2.0 Greylisted, try again in 300 seconds')],
    ['a rate limit', cameTo('temporary', '421 4.7.0 Too many connections from your IP, slow down')],
  ])('%s', (_, report) => {
    expect(watched(report).verdict).toBeNull();
  });
});

test.each([
  ['rejected', cameTo('permanent', '550 5.1.1 User unknown'), 'mailbox-unknown'],
  ['full for now', cameTo('temporary', '452 4.2.2 Mailbox full'), 'mailbox-full'],
  [
    'too slow for us',
    cameTo('temporary', '452 4.2.2 Mailbox full', {
      status: 'stopped',
      limits: [{ limit: 'deadline', count: 180 }],
    }),
    'mailbox-full',
  ],
])('%s: the outcome with its reason', (_, report, category) => {
  expect(watched(report).verdict).toMatchObject({ outcome: report.verdict?.outcome, category, rules: RULES });
});

test('what was stopped has seen nothing at all', () => {
  const { servers, tls, flaws } = watched(cameTo('accepted', '250 ok', { status: 'stopped' }));
  expect([servers, tls.size, flaws.size]).toEqual([null, 0, 0]);
});

describe('TLS, by exchange', () => {
  test.each<[string, [string, TlsFacts['state'] | null][], [string, string][]]>([
    ['nobody came so far', [['a', null]], []],
    [
      'an address without a way to it beside one that answers',
      [
        ['a', null],
        ['a', 'trusted'],
      ],
      [['a', 'trusted']],
    ],
    [
      'a dead backup',
      [
        ['a', 'trusted'],
        ['b', null],
      ],
      [['a', 'trusted']],
    ],
    [
      'the worst of its addresses',
      [
        ['a', 'trusted'],
        ['a', 'untrusted'],
      ],
      [['a', 'untrusted']],
    ],
    [
      'a handshake that fails, and a session without TLS after it',
      [
        ['a', 'failed'],
        ['a', null],
      ],
      [['a', 'failed']],
    ],
    ['not offered', [['a', 'not-offered']], [['a', 'none']]],
    ['refused', [['a', 'refused']], [['a', 'none']]],
  ])('%s', (_, sessions, expected) => {
    expect([...watched(withSessions(...sessions)).tls]).toEqual(expected);
  });
});

test('flaws are errors and warnings, and what ends, each once at its place; how sessions end, and what is said of us, is none', () => {
  const session = (n: number): Reference => ({ at: 'session', n, line: null });
  const findings = [
    finding('tls.expires-soon', 'warning', [session(1), session(2)]),
    finding('tls.weak-key', 'notice', [session(1)]),
    finding('ns.lame', 'warning'),
    finding('ns.lame', 'warning'),
    finding('smtp.mailbox-unknown', 'error', [session(1)]),
    finding('hosts.disagree', 'warning', [session(1)]),
    finding('vantage.no-ptr', 'warning'),
  ];
  const report = { ...withSessions(['a', 'trusted'], ['b', 'untrusted'], ['c', 'failed']), findings };
  const expires = { code: 'tls.expires-soon', title: 'about tls.expires-soon' };
  expect([...watched(report).flaws]).toEqual([
    [DNS, [{ code: 'ns.lame', title: 'about ns.lame' }]],
    ['a', [expires]],
    ['b', [expires]],
  ]);
});

describe('policies', () => {
  const findings = [
    finding('mtasts.uncovered', 'notice'),
    finding('dane.renewal', 'notice'),
    finding('spf.none', 'info'),
    finding('dane.mismatch', 'error'),
  ];
  const of = (about: Partial<Report>, ...sessions: [string, TlsFacts['state'] | null][]) => {
    const report = withSessions(...sessions);
    const [host] = report.route?.hosts ?? [];
    if (!report.route || !host) throw new Error('the fixture has no route');
    const hosts = sessions.map(([exchange]) => ({ ...host, exchange }));
    const route = { ...report.route, hosts };
    return watched({ ...report, route, policies: samplePolicies({}), findings, ...about });
  };

  test('what ends or has come to nothing is a flaw however mild it is', () => {
    const { flaws, inPart } = of({}, ['a', 'trusted']);
    expect(flaws.get(POLICIES)).toEqual([
      { code: 'dane.mismatch', title: 'about dane.mismatch' },
      { code: 'dane.renewal', title: 'about dane.renewal', isMild: true },
      { code: 'mtasts.uncovered', title: 'about mtasts.uncovered', isMild: true },
    ]);
    expect([...inPart]).toEqual([]);
  });

  test('a dead backup: what the others do not meet is seen, and that it is not all', () => {
    const { flaws, inPart } = of({}, ['a', 'trusted'], ['b', null]);
    expect(flaws.get(POLICIES)).toHaveLength(3);
    expect([...inPart]).toEqual([POLICIES]);
  });

  test.each<[string, Partial<Report>]>([
    ['not asked', { policies: null }],
    ['not asked to the end', { limits: [{ limit: 'policy-queries', count: 60 }] }],
    ['not over', { status: 'stopped' }],
  ])('%s: nothing is known of them', (_, about) => {
    expect(of(about, ['a', 'trusted']).flaws.has(POLICIES)).toBe(false);
  });
});

test('DNS is not looked at where the route is not resolved, or not everything could be asked', () => {
  const report = cameTo('accepted', '250 ok');
  const unresolved = report.route && { ...report.route, kind: 'unresolved' as const, hosts: [] };
  expect(watched({ ...report, route: unresolved })).toMatchObject({ servers: null });
  const limited: Report = { ...report, limits: [{ limit: 'dns-queries', count: 300 }] };
  const [step] = report.trace.steps;
  if (step === undefined) throw new Error('the fixture has no step');
  const held: Report = { ...report, trace: { ...report.trace, steps: [{ ...step, choice: 'rate-limit' }] } };
  for (const one of [{ ...report, route: unresolved }, limited, held])
    expect(watched(one).flaws.has(DNS)).toBe(false);
  const fewer: Report = { ...report, limits: [{ limit: 'sessions', count: 40 }] };
  for (const one of [report, fewer]) expect(watched(one).flaws.has(DNS)).toBe(true);
});

test('mail servers are told by name, each once, in one order', () => {
  const report = cameTo('accepted', '250 ok');
  expect(watched(report).servers).toEqual(
    [...new Set(report.route?.hosts.map(({ exchange }) => exchange))].sort(),
  );
});
