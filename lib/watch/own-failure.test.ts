import { describe, expect, test } from 'vitest';
import { cameTo } from '@/e2e/fixtures/came-to';
import type { catalogue } from '@/lib/findings/catalogue';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { follow, NOTHING_KNOWN } from './follow';
import { ownFailureOf } from './own-failure';
import { DNS, watchedOf } from './watched';

type Code = keyof typeof catalogue;

const finding = (code: Code, about: Partial<Finding> = {}) =>
  ({ code, severity: 'error', title: `about ${code}`, evidence: [], ...about }) as Finding;

/** A try that has these findings, and was decided by one of them, or by something else. */
function tryWith(codes: readonly Code[], decidedBy: Code = 'smtp.accepted'): Report {
  const isOurs = decidedBy.startsWith('vantage.');
  const report = cameTo(isOurs ? 'unknown' : 'accepted', '250 ok');
  const verdict = report.verdict && { ...report.verdict, finding: decidedBy };
  return { ...report, verdict, findings: codes.map((code) => finding(code)) };
}

const GOOD = tryWith([]);

test.each<[string, Report]>([
  ['all is well', GOOD],
  ['without a verdict', cameTo('unknown', '250 ok', { verdict: null, findings: [] })],
  ['we are on a blocklist, says the server', tryWith(['smtp.blocklisted'], 'smtp.blocklisted')],
  ['our name leads nowhere', tryWith(['vantage.helo-unresolved', 'vantage.no-reverse-name'])],
  ['no IPv4 here, and IPv6 went well', tryWith(['vantage.no-ipv4'])],
  ['no IPv6 here, and IPv4 went well', tryWith(['vantage.no-ipv6'])],
  ['nothing answers over IPv6, and IPv4 went well', tryWith(['vantage.ipv6-silent'])],
  ['the firewall rejects another address, and the servers answered', tryWith(['vantage.port-rejected'])],
  [
    'a server alone that is silent: nothing tells whose fault it is',
    tryWith(['tcp.timed-out'], 'tcp.timed-out'),
  ],
])('no failure of ours: %s', (_, report) => {
  expect(ownFailureOf(report)).toBeNull();
});

describe('what a try says nothing of', () => {
  test.each<[string, Report, Code, string[]]>([
    [
      'no way out to port 53',
      tryWith(['vantage.no-dns'], 'vantage.no-dns'),
      'vantage.no-dns',
      ['verdict', 'servers', 'dns', 'tls'],
    ],
    [
      'port 53 intercepted',
      tryWith(['vantage.dns-intercepted'], 'vantage.dns-intercepted'),
      'vantage.dns-intercepted',
      ['verdict', 'servers', 'dns', 'tls'],
    ],
    [
      'port 25 intercepted',
      tryWith(['vantage.intercepted'], 'vantage.intercepted'),
      'vantage.intercepted',
      ['verdict', 'tls'],
    ],
    [
      'port 25 shut by our firewall',
      tryWith(['vantage.port-rejected'], 'vantage.port-rejected'),
      'vantage.port-rejected',
      ['verdict', 'tls'],
    ],
    [
      'several networks silent',
      tryWith(['vantage.nothing-reachable', 'tcp.timed-out'], 'vantage.nothing-reachable'),
      'vantage.nothing-reachable',
      ['verdict', 'tls'],
    ],
    [
      'no IPv6 for servers that have nothing else',
      tryWith(['vantage.no-ipv6'], 'vantage.no-ipv6'),
      'vantage.no-ipv6',
      ['verdict', 'tls'],
    ],
    ['a clock that is wrong', tryWith(['vantage.clock']), 'vantage.clock', ['dns', 'tls']],
    ['no way out to port 53 over TCP', tryWith(['vantage.no-dns-tcp']), 'vantage.no-dns-tcp', ['dns']],
    [
      'several at once: the worst',
      tryWith(['vantage.no-dns-tcp', 'vantage.clock', 'vantage.no-dns']),
      'vantage.no-dns',
      ['verdict', 'servers', 'dns', 'tls'],
    ],
  ])('%s', (_, report, code, unseen) => {
    expect(ownFailureOf(report)).toEqual({ title: `about ${code}`, unseen });
    const { verdict, servers, tls, flaws } = watchedOf(report, '21');
    const hasCertificates = [...flaws.keys()].some((place) => place !== DNS);
    expect({
      verdict: verdict !== null,
      servers: servers !== null,
      dns: flaws.has(DNS),
      tls: tls.size > 0,
    }).toEqual({
      verdict: !unseen.includes('verdict') && report.verdict?.outcome !== 'unknown',
      servers: !unseen.includes('servers'),
      dns: !unseen.includes('dns'),
      tls: !unseen.includes('tls'),
    });
    expect(hasCertificates).toBe(!unseen.includes('tls'));
  });
});

test('what is known stays as it was, whatever stands between us and the servers; the next good try is compared with the last one', () => {
  const { knowledge } = follow(NOTHING_KNOWN, watchedOf(GOOD, '21'));
  const [session] = GOOD.sessions;
  if (!session?.tls || GOOD.route === null) throw new Error('the fixture is empty');
  // As somebody between answers it: without TLS, and from other servers.
  const proxied: Report = {
    ...tryWith(['vantage.dns-intercepted', 'dns.server-silent'], 'vantage.dns-intercepted'),
    route: { ...GOOD.route, hosts: GOOD.route.hosts.map((host) => ({ ...host, exchange: 'proxy.example' })) },
    sessions: [{ ...session, tls: { ...session.tls, state: 'not-offered', certificate: null } }],
  };
  const first = follow(knowledge, watchedOf(proxied, '21'));
  const second = follow(first.knowledge, watchedOf(proxied, '21'));
  expect(second).toEqual({ knowledge, told: [], again: false });
  expect(follow(second.knowledge, watchedOf(GOOD, '21'))).toEqual({ knowledge, told: [], again: false });
});
