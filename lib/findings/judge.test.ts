import { describe, expect, test } from 'vitest';
import type { RouteHost } from '@/lib/route/route';
import { noFacts } from '@/lib/report/facts';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import type { Reply, Session } from '@/lib/smtp/session';
import { sessionLine } from '@/lib/report/reference';
import { judge } from './judge';
import type { Evidence } from '@/lib/report/evidence';

function host(exchange: string, preference: number, ...addresses: string[]): RouteHost {
  return {
    exchange,
    preference,
    ttl: 300,
    isAlias: false,
    aliasChain: [],
    flags: [],
    evidence: [],
    state: 'found',
    addresses: addresses.map((address) => ({
      address,
      ttl: 300,
      blocked: false,
      family: address.includes(':') ? 'ipv6' : 'ipv4',
    })),
  };
}

let n = 0;
function session(address: string, outcome: Session['outcome'], about: Partial<Session> = {}): Session {
  return {
    n: ++n,
    exchange: `mx-${address}`,
    preference: 10,
    address,
    port: 25,
    atMs: 0,
    ...NOTHING_HEARD,
    waiting: false,
    withoutTls: false,
    outcome,
    stage: 'rcpt',
    captured: false,
    transcript: [],
    timings: { connectMs: 1, greetingMs: 1, tlsMs: null, totalMs: 15_000 },
    stages: [{ stage: 'connect', outcome: 'ok', code: null, enhanced: null, ms: 1, line: 1 }],
    ...about,
  };
}

function reply(code: number, text: string, enhanced: string | null = null): Reply {
  return { code, enhanced, lines: [text] };
}

function seen(hosts: RouteHost[], sessions: Session[], about: Partial<Evidence> = {}): Evidence {
  return {
    status: 'done',
    startedAt: '2026-01-02T03:04:05.000Z',
    ...noFacts(),
    target: {
      input: 'user@example.org',
      kind: 'mailbox',
      domain: 'example.org',
      domainUnicode: 'example.org',
      mailbox: 'user@example.org',
    },
    options: { depth: 'envelope' },
    vantage: { helo: 'probe.example.net', sender: 'postmaster@example.net', softwareVersion: 'test' },
    trace: { queryCount: 0, steps: [] },
    route: { kind: 'mx', domainExists: true, failure: null, alias: [], hosts, evidence: [3] },
    sessions,
    limits: [],
    ...about,
  };
}

const A = '192.0.2.1';
const B = '192.0.2.2';
const unknown = { reply: reply(550, '5.1.1 User unknown', '5.1.1') };
const later = { reply: reply(451, '4.3.0 Local error', '4.3.0') };

describe('what a normal sender would experience (RFC 5321 §5.1)', () => {
  test.each<[string, RouteHost[], Session[], object]>([
    [
      'refused by the first, accepted by the backup: bounced',
      [host('mx1', 10, A), host('mx2', 20, B)],
      [session(A, 'permanent', unknown), session(B, 'accepted')],
      { outcome: 'permanent', side: 'recipient', stage: 'rcpt', permanence: 'permanent' },
    ],
    [
      'refused for now by the first, accepted by the backup: accepted',
      [host('mx1', 10, A), host('mx2', 20, B)],
      [session(A, 'temporary', later), session(B, 'accepted')],
      { outcome: 'accepted', side: 'none' },
    ],
    [
      'no connection to the first, refused by the backup: bounced',
      [host('mx1', 10, A), host('mx2', 20, B)],
      [session(A, 'timeout', { stage: 'connect' }), session(B, 'permanent', unknown)],
      { outcome: 'permanent' },
    ],
    [
      'equal preference, two answers: a matter of chance',
      [host('mx1', 10, A), host('mx2', 10, B)],
      [session(A, 'permanent', unknown), session(B, 'accepted')],
      {
        outcome: 'depends',
        side: 'recipient',
        cases: [{ outcome: 'permanent' }, { outcome: 'accepted' }],
      },
    ],
    [
      'a temporary reply says more than a dead address',
      [host('mx1', 10, A), host('mx2', 20, B)],
      [session(A, 'timeout', { stage: 'connect' }), session(B, 'temporary', later)],
      { outcome: 'temporary', stage: 'rcpt' },
    ],
    [
      'one dead address of a host, the other one answers',
      [host('mx1', 10, A, B)],
      [session(A, 'refused', { stage: 'connect' }), session(B, 'accepted')],
      { outcome: 'accepted' },
    ],
    [
      'nothing could be reached: no side is proven',
      [host('mx1', 10, A), host('mx2', 20, B)],
      [session(A, 'timeout', { stage: 'connect' }), session(B, 'unreachable', { stage: 'connect' })],
      { outcome: 'unknown', side: 'unknown', stage: 'connect' },
    ],
    [
      'one address, refused: temporary, side open',
      [host('mx1', 10, A)],
      [session(A, 'refused', { stage: 'connect' })],
      { outcome: 'temporary', side: 'unknown', layer: 4 },
    ],
    [
      'a failed handshake, then in the clear: the second try counts',
      [host('mx1', 10, A)],
      [session(A, 'tls-failed', { stage: 'tls' }), session(A, 'accepted', { withoutTls: true })],
      { outcome: 'accepted' },
    ],
    [
      'only IPv6 addresses and no IPv6 here: we cannot tell',
      [host('mx1', 10, '2001:db8::1')],
      [session('2001:db8::1', 'unreachable', { stage: 'connect', detail: 'ENETUNREACH' })],
      { outcome: 'unknown', side: 'sender', layer: 3 },
    ],
    [
      'only IPv4 addresses, and nothing shows that IPv4 is missing here: no side is proven',
      [host('mx1', 10, A)],
      [session(A, 'unreachable', { stage: 'connect', detail: 'ENETUNREACH' })],
      { outcome: 'temporary', side: 'unknown', layer: 3 },
    ],
    [
      'only a blocked address: nobody outside can deliver',
      [
        {
          ...host('mx1', 10, '10.0.0.1'),
          flags: ['private-address'],
          addresses: [{ address: '10.0.0.1', family: 'ipv4', ttl: 1, blocked: true }],
        },
      ],
      [session('10.0.0.1', 'blocked', { exchange: 'mx1', stage: 'connect', detail: 'private' })],
      { outcome: 'temporary', side: 'recipient', layer: 3 },
    ],
  ])('%s', (_, hosts, sessions, verdict) => {
    expect(judge(seen(hosts, sessions)).verdict).toMatchObject(verdict);
  });
});

describe('while the check runs', () => {
  const hosts = [host('mx1', 10, A), host('mx2', 20, B)];

  test('the first exchange has not ended: no verdict yet', () => {
    const sessions = [session(A, null), session(B, 'accepted')];
    expect(judge(seen(hosts, sessions, { status: 'running' })).verdict).toBeNull();
  });

  test('the first exchange decided: the verdict does not wait for the others', () => {
    const sessions = [session(A, 'permanent', unknown), session(B, null)];
    expect(judge(seen(hosts, sessions, { status: 'running' })).verdict).toMatchObject({
      outcome: 'permanent',
    });
  });

  test('a stopped check claims nothing that it has not seen', () => {
    const { verdict } = judge(seen(hosts, [session(A, 'stopped')], { status: 'stopped' }));
    expect(verdict).toMatchObject({ outcome: 'unknown', side: 'none' });
  });
});

test('sessions that ended alike are one finding, with every host and the lines that prove it', () => {
  const deciding = {
    stages: [
      { stage: 'rcpt' as const, outcome: 'permanent' as const, code: 550, enhanced: '5.1.1', ms: 1, line: 9 },
    ],
  };
  const one = session(A, 'permanent', { ...unknown, ...deciding });
  const two = session(B, 'permanent', { ...unknown, ...deciding });
  const { findings } = judge(seen([host('mx1', 10, A), host('mx2', 20, B)], [one, two]));
  expect(findings.filter(({ code }) => code.startsWith('smtp.')).map(({ code }) => code)).toEqual([
    'smtp.mailbox-unknown',
  ]);
  expect(findings[0]).toMatchObject({
    severity: 'error',
    args: { hosts: [`mx-${A} [${A}]`, `mx-${B} [${B}]`], recipient: 'user@example.org', code: 550 },
    evidence: [sessionLine(one.n, 9), sessionLine(two.n, 9)],
  });
});

describe('whoever is blocked by name or by reputation is the sender', () => {
  test.each([
    ['Access denied, this recipient is under protection', 'smtp.recipient-refused'],
    ['Rejected for reasons of reputation of the sending host', 'smtp.blocklisted'],
    ['Client host [192.0.2.10] blocked', 'smtp.blocklisted'],
    ['Rejected, you are listed in zen.spamhaus.org', 'smtp.blocklisted'],
  ])('%s', (text, code) => {
    const refused = session(A, 'permanent', { reply: reply(550, text), stages: [] });
    const codes = judge(seen([host('mx1', 10, A)], [refused])).findings.map((one) => one.code);
    expect(codes.filter((one) => one.startsWith('smtp.'))).toEqual([code]);
  });
});

describe('421 ends the session, and means what it says (RFC 5321 §3.8)', () => {
  test.each<[string, Session['stage'], string, string]>([
    ['4.3.2 Service not available, closing transmission channel', 'greeting', 'smtp.busy', 'recipient'],
    ['Too many connections', 'greeting', 'smtp.busy', 'recipient'],
    ['', 'rcpt', 'smtp.busy', 'recipient'],
    ['4.7.0 Too many connections from your IP', 'mail', 'smtp.sender-must-act-for-now', 'sender'],
    ['4.7.0 Blocked using bl.example.org', 'mail', 'smtp.blocklisted-for-now', 'sender'],
    ['4.7.1 Greylisted, try again later', 'rcpt', 'smtp.greylisted', 'none'],
    ['4.7.0 Access denied', 'rcpt', 'smtp.refused-for-now', 'unknown'],
    ['4.2.2 Mailbox full', 'data', 'smtp.mailbox-full-for-now', 'recipient'],
  ])('%j %s: %s', (text, stage, code, side) => {
    const put = session(A, 'temporary', { stage, reply: reply(421, text), stages: [] });
    const { findings, verdict } = judge(seen([host('mx1', 10, A)], [put]));
    const [finding] = findings.filter((one) => one.code.startsWith('smtp.'));
    expect([finding?.code, verdict?.side]).toEqual([code, side]);
    expect(finding?.why).toContain('The session was ended there');
  });
});

describe('IPv6 is not said to fail when it was only asked to come back', () => {
  test.each([
    ['4.2.0 Greylisted', false],
    ['4.3.2 System busy', false],
    ['4.7.1 Too many connections from your network', false],
    ['4.7.25 Client host rejected: cannot find your reverse hostname', true],
  ])('450 %s: %s', (text, fails) => {
    const sessions = [
      session('2001:db8::1', 'temporary', { exchange: 'mx', reply: reply(450, text) }),
      session(A, 'accepted', { exchange: 'mx' }),
    ];
    const { findings } = judge(seen([host('mx', 10, '2001:db8::1', A)], sessions));
    expect(findings.some(({ code }) => code === 'hosts.ipv6-fails')).toBe(fails);
  });
});

describe('severities that an operator has chosen', () => {
  const deferred = seen([host('mx1', 10, A)], [session(A, 'temporary', later)]);
  const shipped = judge(deferred);
  const code = 'smtp.trouble-for-now';

  test.each(['error', 'warning', 'notice', 'info'] as const)(
    '%s: nothing else is judged otherwise',
    (severity) => {
      const { findings, verdict, notes } = judge(deferred, { [code]: severity });
      expect({ verdict, notes }).toEqual({ verdict: shipped.verdict, notes: shipped.notes });
      expect(findings.find((one) => one.code === code)).toEqual({
        ...shipped.findings.find((one) => one.code === code),
        severity,
      });
      const others = (all: typeof findings) => all.filter((one) => one.code !== code);
      expect(others(findings)).toEqual(others(shipped.findings));
    },
  );

  test('they decide the order', () => {
    const refused = seen([host('mx1', 10, A)], [session(A, 'refused', { stage: 'connect' })]);
    const codes = (severity: 'error' | 'info') =>
      judge(refused, { 'mx.single-label': severity, 'tcp.refused': 'warning' }).findings.map(
        (one) => one.code,
      );
    expect(codes('error')[0]).toBe('mx.single-label');
    expect(codes('info')[0]).toBe('tcp.refused');
  });
});
