import { describe, expect, test } from 'vitest';
import { blankReport, session, steps } from '@/e2e/fixtures/build';
import type { TraceStep } from '@/lib/dns/trace';
import type { Report } from '@/lib/report/report';
import { ownSideItems, portItem, resolverItems, rootItems } from './network-items';

const blank = blankReport('2h8r5n1c7d0p3s6y9a4eab', 'user@watched.example');

/** A question to a root server, with what came of it. */
function asked(
  address: string,
  transport: 'udp' | 'tcp',
  outcome: TraceStep['outcome'],
  detail = '',
): TraceStep {
  const [step] = steps([{ at: ['a.root-servers.net', address], ask: '. SOA', outcome }]);
  if (step === undefined) throw new Error('no step');
  return { ...step, transport, ...(detail !== '' && { detail }) };
}

const [V4, V6] = ['198.41.0.4', '2001:503:ba3e::2:30'];

describe('the way to the root', () => {
  test.each<[string, TraceStep[], string[]]>([
    ['nothing was asked', [], ['warn IPv4', 'warn IPv6']],
    [
      'no answer by UDP, one by TCP; no IPv6 here',
      [
        asked(V4, 'udp', 'silence'),
        asked(V4, 'tcp', 'answer'),
        asked(V6, 'udp', 'unreachable', 'ENETUNREACH'),
        asked(V6, 'tcp', 'unreachable', 'ENETUNREACH'),
      ],
      ['wrong DNS over IPv4, UDP', 'ok DNS over IPv4, TCP', 'warn IPv6'],
    ],
    [
      'a host with IPv6 alone',
      [
        asked(V4, 'udp', 'unreachable', 'ENETUNREACH'),
        asked(V6, 'udp', 'answer'),
        asked(V6, 'tcp', 'unreachable', 'ECONNREFUSED'),
      ],
      ['warn IPv4', 'ok DNS over IPv6, UDP', 'wrong DNS over IPv6, TCP'],
    ],
    [
      'one of two is down',
      [asked(V4, 'udp', 'silence'), asked(V4, 'udp', 'answer'), asked(V4, 'tcp', 'answer')],
      ['ok DNS over IPv4, UDP', 'ok DNS over IPv4, TCP', 'warn IPv6'],
    ],
  ])('%s', (_, seen, items) => {
    expect(rootItems(seen, 53).map(({ state, name }) => `${state} ${name}`)).toEqual(items);
  });
});

describe('port 25', () => {
  const about = { n: 1, exchange: 'mx.watched.example', preference: 10, address: '192.0.2.25' };
  const lost = { ...session(about, null, []), outcome: 'timeout' as const };
  test.each<[string, Partial<Report>, string]>([
    ['nobody to greet', {}, 'warn'],
    ['skipped', { sessions: [{ ...lost, outcome: 'skipped' }] }, 'warn'],
    ['no connection', { sessions: [lost] }, 'wrong'],
    ['a connection', { sessions: [lost, session({ ...about, n: 2, address: '192.0.2.26' }, 12, [])] }, 'ok'],
  ])('%s', (_, seen, state) => expect(portItem({ ...blank, ...seen }, 25).state).toBe(state));
});

describe('who we are', () => {
  const helo = { name: 'mx.own.example', state: 'found' as const, addresses: ['192.0.2.9'], evidence: [] };
  const reverse = {
    address: '192.0.2.9',
    state: 'found' as const,
    names: [{ name: 'mx.own.example', confirmed: true, evidence: [] }],
    evidence: [],
  };
  const finding = {
    code: 'vantage.no-reverse-name',
    severity: 'warning',
    title: 'T',
    fix: 'F',
  } as Report['findings'][number];
  test.each<[string, Partial<Report>, string[]]>([
    ['not looked up', {}, ['warn HELO']],
    ['behind address translation', { identity: { helo, sender: null, addresses: [] } }, ['warn HELO']],
    [
      'without a reverse name',
      { identity: { helo, sender: null, addresses: [reverse] }, findings: [finding] },
      ['warn vantage.no-reverse-name'],
    ],
    [
      'an error is wrong',
      {
        identity: { helo, sender: null, addresses: [reverse] },
        findings: [{ ...finding, code: 'vantage.clock', severity: 'error' }],
      },
      ['wrong vantage.clock'],
    ],
    ['in order', { identity: { helo, sender: null, addresses: [reverse] } }, ['ok HELO']],
  ])('%s', (_, seen, items) => {
    const said = ownSideItems({ ...blank, ...seen });
    expect(said.map(({ state, name }) => `${state} ${name}`)).toEqual(items);
    for (const { state, todo } of said) expect(todo === null).toBe(state === 'ok');
  });
});

test('a resolver that is silent is told, and does not matter', () => {
  const about = {
    resolver: '192.0.2.53',
    question: { name: 'a.example', type: 'MX' },
    detail: null,
    records: [],
    ms: 3,
  };
  const said = resolverItems({
    ...blank,
    resolvers: [
      { ...about, outcome: 'silence' },
      { ...about, outcome: 'nxdomain' },
    ],
  });
  expect(said.map(({ state }) => state)).toEqual(['warn', 'ok']);
});
