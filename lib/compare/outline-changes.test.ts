import { expect, test } from 'vitest';
import type { Outline, OutlinedSession } from '@/lib/report/outline';
import { historyChanges } from './outline-changes';

const SESSION: OutlinedSession = {
  exchange: 'mx1.a.example',
  address: '192.0.2.1',
  came: '250 2.1.5',
  tls: 'trusted',
  certificate: { sha256: 'aa', validTo: '2027-01-01T00:00:00.000Z' },
  connectMs: 10,
  greetingMs: 20,
  totalMs: 300,
};

const HOST = {
  name: 'mx1.a.example',
  preference: 10,
  ttl: 3600,
  addresses: ['192.0.2.1'],
  addressTtls: [300, 3600],
};

const SEEN: Outline = {
  exchanges: [HOST],
  zone: { serial: 1, ns: ['ns1.a.example', 'ns2.a.example'] },
  sessions: [SESSION],
  policies: { spf: 'ok', mtaSts: { state: 'testing' }, read: { spf: 'a', mtaSts: 'b' } },
};

const NOTHING: Outline = { exchanges: null, zone: null, sessions: [], policies: null };

const withHost = (about: Partial<NonNullable<Outline['exchanges']>[number]>): Outline => ({
  ...SEEN,
  exchanges: [{ ...HOST, ...about }],
});
const withSession = (about: Partial<OutlinedSession>): Outline => ({
  ...SEEN,
  sessions: [{ ...SESSION, ...about }],
});

const changes = (before: Outline | null, after: Outline | null, asked = ['x', 'x']) =>
  historyChanges([
    { asked: asked[0] ?? '', outline: after },
    { asked: asked[1] ?? '', outline: before },
  ])[0];

test.each<[string, Outline | null, Outline | null]>([
  ['nothing is known of it', SEEN, null],
  ['nothing is known of the one before', null, SEEN],
  ['it has seen nothing', SEEN, NOTHING],
  ['the one before has seen nothing', NOTHING, SEEN],
  ['all is the same', SEEN, structuredClone(SEEN)],
  [
    'the same in another order',
    SEEN,
    { ...SEEN, zone: { serial: 1, ns: ['ns2.a.example', 'ns1.a.example'] } },
  ],
  ['a server without TLS so far', withSession({ tls: null, certificate: null }), SEEN],
  ['a TTL that nobody said', withHost({ ttl: null }), SEEN],
  ['a serial that nobody said', { ...SEEN, zone: { serial: null, ns: SEEN.zone?.ns ?? [] } }, SEEN],
  ['policies that nobody looked at', { ...SEEN, policies: null }, SEEN],
  ['policies that nobody looks at', SEEN, { ...SEEN, policies: null }],
  [
    'an SPF record that could not be had',
    { ...SEEN, policies: { ...SEEN.policies, spf: 'temperror' } },
    SEEN,
  ],
  ['an SPF record that cannot be had', SEEN, { ...SEEN, policies: { ...SEEN.policies, spf: 'temperror' } }],
  [
    'an outline of an older version has read no records',
    { ...SEEN, policies: { spf: 'ok', mtaSts: { state: 'testing' } } },
    SEEN,
  ],
  ['TTLs of addresses that nobody kept', withHost({ addressTtls: [] }), SEEN],
  ['it only took longer', SEEN, withSession({ connectMs: 9_000, greetingMs: 60_000, totalMs: null })],
  ['another address came so far', SEEN, withSession({ address: '192.0.2.9', came: '550 5.1.1' })],
])('no change: %s', (_, before, after) => expect(changes(before, after)).toEqual([]));

test.each<[string, Outline, unknown[]]>([
  [
    'policies',
    {
      ...SEEN,
      policies: { dmarc: 'reject', mtaSts: { state: 'enforce', mx: ['*.a.example'], maxAgeSeconds: 9 } },
    },
    [
      { what: 'policy', policy: 'mtaSts', before: 'testing', after: 'enforce' },
      { what: 'policy', policy: 'spf', before: 'ok', after: null },
      { what: 'policy', policy: 'dmarc', before: null, after: 'reject' },
    ],
  ],
  [
    'another mail server, and the preference of one',
    {
      ...SEEN,
      exchanges: [
        { ...HOST, preference: 20 },
        { ...HOST, name: 'mx2.a.example' },
      ],
    },
    [
      {
        what: 'exchanges',
        gone: ['10 mx1.a.example'],
        come: ['20 mx1.a.example', '10 mx2.a.example'],
      },
    ],
  ],
  [
    'no mail server',
    { ...SEEN, exchanges: [] },
    [{ what: 'exchanges', gone: ['10 mx1.a.example'], come: [] }],
  ],
  [
    'another address',
    withHost({ addresses: ['192.0.2.1', '2001:db8::1'] }),
    [{ what: 'addresses', exchange: 'mx1.a.example', gone: [], come: ['2001:db8::1'] }],
  ],
  [
    'another TTL of the same addresses',
    withHost({ addressTtls: [60] }),
    [{ what: 'address-ttl', exchange: 'mx1.a.example', before: [300, 3600], after: [60] }],
  ],
  [
    'TTLs of other addresses',
    withHost({ addresses: ['192.0.2.2'], addressTtls: [60] }),
    [{ what: 'addresses', exchange: 'mx1.a.example', gone: ['192.0.2.1'], come: ['192.0.2.2'] }],
  ],
  [
    'another record that is as valid as the one before; of one that has come to another state, the state',
    {
      ...SEEN,
      policies: { spf: 'ok', mtaSts: { state: 'none' }, read: { spf: 'x', mtaSts: 'x', dmarc: 'x' } },
    },
    [
      { what: 'policy', policy: 'mtaSts', before: 'testing', after: 'none' },
      { what: 'record', policy: 'spf' },
    ],
  ],
  [
    'another TTL',
    withHost({ ttl: 300 }),
    [{ what: 'ttl', exchange: 'mx1.a.example', before: 3600, after: 300 }],
  ],
  [
    'another name server, another serial',
    { ...SEEN, zone: { serial: 2, ns: ['ns1.a.example'] } },
    [
      { what: 'ns', gone: ['ns2.a.example'], come: [] },
      { what: 'serial', before: 1, after: 2 },
    ],
  ],
  [
    'TLS, certificate and reply',
    withSession({
      tls: 'untrusted',
      certificate: { sha256: 'bb', validTo: '2026-02-01T00:00:00.000Z' },
      came: '550 5.1.1',
    }),
    [
      { what: 'tls', exchange: 'mx1.a.example', before: 'trusted', after: 'untrusted' },
      { what: 'certificate', exchange: 'mx1.a.example', validTo: '2026-02-01T00:00:00.000Z' },
      { what: 'came', exchange: 'mx1.a.example', before: '250 2.1.5', after: '550 5.1.1' },
    ],
  ],
])('%s', (_, after, expected) => expect(changes(SEEN, after)).toEqual(expected));

test('what another recipient was answered is no change; what the domain has become is', () => {
  const after = { ...withSession({ came: '550 5.1.1' }), zone: { serial: 2, ns: SEEN.zone?.ns ?? [] } };
  expect(changes(SEEN, after, ['x', 'y'])).toEqual([{ what: 'serial', before: 1, after: 2 }]);
});

test('each change stands once, at the first check that has seen it; replies are compared with those to the same recipient', () => {
  const moved = { ...SEEN, zone: { serial: 2, ns: SEEN.zone?.ns ?? [] } };
  const refused = { ...moved, sessions: [{ ...SESSION, came: '550 5.1.1' }] };
  expect(
    historyChanges([
      { asked: 'x', outline: refused },
      { asked: 'y', outline: moved },
      { asked: 'z', outline: null },
      { asked: 'x', outline: SEEN },
    ]),
  ).toEqual([
    [{ what: 'came', exchange: 'mx1.a.example', before: '250 2.1.5', after: '550 5.1.1' }],
    [{ what: 'serial', before: 1, after: 2 }],
    [],
    [],
  ]);
});

test('what two addresses of one server show alike is one change', () => {
  const both = (about: Partial<OutlinedSession>) => ({
    ...SEEN,
    sessions: ['192.0.2.1', '192.0.2.2'].map((address) => ({ ...SESSION, address, ...about })),
  });
  expect(changes(both({}), both({ came: '451 4.7.1' }))).toEqual([
    { what: 'came', exchange: 'mx1.a.example', before: '250 2.1.5', after: '451 4.7.1' },
  ]);
});
