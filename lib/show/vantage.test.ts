import { expect, test } from 'vitest';
import type { Identity } from '@/lib/dns/identity';
import { emptyReport } from '@/lib/report/empty-report';
import type { FindingCode } from '@/lib/findings/catalogue';
import { describe, entryOf } from '@/lib/findings/found';
import type { Finding } from '@/lib/report/finding';
import { samplePolicies, sampleSession } from '@/lib/report/sample';
import type { OwnSpf } from '@/lib/policy/view';
import type { Report } from '@/lib/report/report';
import { type OwnSide, vantageRows } from './vantage';

const OWN: OwnSide = { helo: 'mx.a.example', sender: 'p@a.example', isCaptured: false, openssl: '3.0.0' };
const LOCAL = '198.51.100.4';

function check(id: string, about: Partial<Report> = {}): Report {
  const target = {
    input: 'b.example',
    kind: 'domain',
    domain: 'b.example',
    domainUnicode: 'b.example',
  } as const;
  const empty = emptyReport({
    id,
    target,
    options: { depth: 'envelope' },
    vantage: { helo: OWN.helo, sender: OWN.sender, softwareVersion: '1' },
    startedAt: `2026-11-29T00:00:0${id}.000Z`,
    versions: { schema: 1, rules: 1 },
  });
  return { ...empty, ...about };
}

const IDENTITY: Identity = {
  helo: { name: OWN.helo, state: 'found', addresses: [LOCAL], evidence: [] },
  sender: { domain: 'a.example', state: 'mx', evidence: [] },
  addresses: [
    {
      address: LOCAL,
      state: 'found',
      names: [{ name: OWN.helo, confirmed: true, evidence: [] }],
      evidence: [],
    },
  ],
};

const reached = (about: Partial<Report> = {}): Partial<Report> => {
  const { timings } = sampleSession();
  const socket = { localAddress: LOCAL, localPort: 40000, remoteAddress: '192.0.2.1', remotePort: 25 };
  const session = sampleSession({ socket, timings: { ...timings, connectMs: 10 } });
  return { identity: IDENTITY, sessions: [session], ...about };
};

const finding = (code: FindingCode, args: object = {}): Finding =>
  describe({ code, args: { ...entryOf(code).example, ...args }, evidence: [] });

const said = (checks: Report[], own: OwnSide = OWN) =>
  Object.fromEntries(vantageRows(checks, own).map(({ name, tone, says }) => [name, `${tone}: ${says}`]));

test('before any check nothing is said to work', () => {
  const rows = vantageRows([], OWN);
  expect(rows.filter(({ tone }) => tone !== 'unknown' && tone !== 'note')).toEqual([]);
  expect(said([])['HELO name']).toBe('unknown: mx.a.example is said in EHLO.');
});

test('what a check has shown, with the check', () => {
  expect(said([check('1', reached())])).toMatchObject({
    'HELO name': `good: mx.a.example leads to ${LOCAL}.`,
    'IPv4 address': `good: ${LOCAL}, whose reverse name mx.a.example leads back to it.`,
    'IPv6 address': 'unknown: No session over IPv6 lately, so it is not known by which address we come.',
    Sender: 'good: p@a.example: mail to its domain has a way, so a bounce would arrive.',
    'Port 25': 'good: mx1.example.org [192.0.2.1] took a connection.',
    'Something between': 'good: No sign in the last check that anything answers in the place of others.',
  });
  const [first] = vantageRows([check('1', reached())], OWN);
  expect(first?.seen).toEqual({ checkId: '1', at: '2026-11-29T00:00:01.000Z' });
});

test('a check under another name or with another sender says nothing of ours', () => {
  for (const other of [
    { vantage: { helo: 'other', sender: OWN.sender, softwareVersion: '1' } },
    { options: { depth: 'envelope' as const, helo: 'other' } },
    { options: { depth: 'envelope' as const, sender: '' } },
  ])
    expect(said([check('1', reached(other))])['HELO name']).toBe('unknown: mx.a.example is said in EHLO.');
});

test.each<[FindingCode, string, 'wait' | 'bad']>([
  ['vantage.helo-unresolved', 'HELO name', 'wait'],
  ['vantage.sender-without-mail', 'Sender', 'wait'],
  ['vantage.intercepted', 'Something between', 'bad'],
  ['vantage.no-dns', 'Port 53', 'bad'],
  ['vantage.clock', 'Clock', 'wait'],
])('%s is told at its line, with what to do', (code, name, tone) => {
  const wrong = finding(code);
  const rows = vantageRows([check('1', reached({ findings: [wrong] }))], OWN);
  expect(rows.find((row) => row.name === name)).toMatchObject({
    tone,
    says: `${wrong.title}.`,
    todo: wrong.fix,
  });
});

test('a reverse name is wrong at the address that it is of, and nowhere else', () => {
  const wrong = (address: string) =>
    said([check('1', reached({ findings: [finding('vantage.no-reverse-name', { address })] }))])[
      'IPv4 address'
    ];
  expect(wrong(LOCAL)).toBe(`wait: The sending address ${LOCAL} has no reverse name.`);
  expect(wrong('198.51.100.9')).toContain('good: ');
});

test('a reverse name that could not be looked up is not said to lead back', () => {
  const [address = expect.unreachable()] = IDENTITY.addresses;
  const identity = { ...IDENTITY, addresses: [{ ...address, state: 'failed' as const, names: [] }] };
  expect(said([check('1', reached({ identity }))])['IPv4 address']).toBe(
    `unknown: ${LOCAL}; its reverse name could not be looked up.`,
  );
});

const NONE = { records: [], steps: [], explanation: null, cause: null, lookups: 0, voidLookups: 0 };
const REFUSED: OwnSpf = {
  ...NONE,
  identity: 'sender',
  domain: 'a.example',
  address: LOCAL,
  result: 'fail',
  decidedBy: { domain: 'a.example', term: '-all' },
};

test('before a check has looked, nothing is said of SPF', () =>
  expect(said([check('1', reached())])['SPF and DMARC']).toMatch(/^unknown: No check lately/));

test('an SPF record that refuses, with what to publish; of another address it says nothing', () => {
  const policies = samplePolicies({
    own: { spf: [REFUSED, { ...REFUSED, identity: 'helo', domain: OWN.helo, result: 'pass' }], dmarc: null },
  });
  const wrong = finding('vantage.spf-refuses', { domain: 'a.example', address: LOCAL });
  const [sender, helo] = vantageRows([check('1', reached({ policies, findings: [wrong] }))], OWN).filter(
    ({ name }) => name.startsWith('SPF'),
  );
  expect(sender).toMatchObject({ tone: 'bad', todo: wrong.fix, records: wrong.records });
  expect(sender?.says).toBe('fail · It is decided by -all in the record of a.example.');
  expect(helo).toMatchObject({ tone: 'good', todo: null });
});

test('port 25 works when it worked in the newest check, and what failed since then is told', () => {
  const failed = check('2', { findings: [finding('vantage.nothing-reachable')] });
  expect(said([failed, check('1', reached())])['Port 25']).toMatch(
    /^bad: Not one of 2 addresses could be reached/,
  );
  expect(said([check('2', reached()), failed])['Port 25']).toContain('good: ');
});

test('behind NAT: what others see is not known, or named', () => {
  const from = (address: string) =>
    check(
      '1',
      reached({
        identity: { ...IDENTITY, addresses: IDENTITY.addresses.map((one) => ({ ...one, address })) },
      }),
    );
  const nowhere = check('1', reached({ identity: { ...IDENTITY, addresses: [] } }));
  const row = vantageRows([nowhere], OWN).find(({ name }) => name === 'IPv4 address');
  expect(row?.todo).toMatch(/MXPROOF_PUBLIC_ADDRESSES/);
  expect(said([from('203.0.113.9')])['IPv4 address']).toBe(
    'good: 203.0.113.9 (MXPROOF_PUBLIC_ADDRESSES), whose reverse name mx.a.example leads back to it.',
  );
});
