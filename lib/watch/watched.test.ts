import { describe, expect, test } from 'vitest';
import { cameTo } from '@/e2e/fixtures/came-to';
import type { Finding } from '@/lib/report/finding';
import { watchedOf } from './watched';

const finding = (code: string, severity: Finding['severity']) =>
  ({ code, severity, title: `about ${code}` }) as Finding;

describe('what says nothing of the verdict', () => {
  test.each([
    ['stopped', cameTo('permanent', '550 no', { status: 'stopped' })],
    ['failed by us', cameTo('permanent', '550 no', { status: 'failed' })],
    ['not known', cameTo('unknown', '550 no')],
    ['without a verdict', cameTo('permanent', '550 no', { verdict: null })],
    ['greylisted', cameTo('temporary', '450 4.2.0 Greylisted, try again in 300 seconds')],
    ['a rate limit', cameTo('temporary', '421 4.7.0 Too many connections from your IP, slow down')],
  ])('%s', (_, report) => {
    expect(watchedOf(report).verdict).toBeNull();
  });
});

test.each([
  ['rejected', cameTo('permanent', '550 5.1.1 User unknown'), 'mailbox-unknown'],
  ['full for now', cameTo('temporary', '452 4.2.2 Mailbox full'), 'mailbox-full'],
])('%s: the outcome with its reason', (_, report, category) => {
  expect(watchedOf(report).verdict).toMatchObject({ outcome: report.verdict?.outcome, category });
});

test('flaws are errors and warnings of their topic, each once; how sessions ended, and what is said of us, is none', () => {
  const findings = [
    finding('tls.expired', 'error'),
    finding('tls.expired', 'error'),
    finding('tls.expires-soon', 'notice'),
    finding('ns.lame', 'warning'),
    finding('smtp.mailbox-unknown', 'error'),
    finding('vantage.no-ptr', 'warning'),
  ];
  const { tls, dns } = watchedOf(cameTo('permanent', '550 no', { findings }));
  expect(tls).toEqual([{ code: 'tls.expired', title: 'about tls.expired' }]);
  expect(dns).toEqual([{ code: 'ns.lame', title: 'about ns.lame' }]);
});

test('certificates are not looked at where a session did not come so far', () => {
  const report = cameTo('accepted', '250 ok');
  const [first] = report.sessions;
  if (first === undefined) throw new Error('no session');
  expect(watchedOf(report).tls).not.toBeNull();
  expect(watchedOf({ ...report, sessions: [first, { ...first, n: 2, tls: null }] }).tls).toBeNull();
  expect(watchedOf({ ...report, sessions: [] }).tls).toBeNull();
});

test('mail servers are told by name, in one order; nothing of DNS where the route is not resolved', () => {
  const report = cameTo('accepted', '250 ok');
  expect(watchedOf(report)['mail-servers']).toEqual(
    [...new Set(report.route?.hosts.map(({ exchange }) => exchange))].sort(),
  );
  const unresolved = report.route && { ...report.route, kind: 'unresolved' as const, hosts: [] };
  const watched = watchedOf({ ...report, route: unresolved });
  expect([watched['mail-servers'], watched.dns]).toEqual([null, null]);
});
