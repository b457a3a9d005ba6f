import { expect, test } from 'vitest';
import { sampleHost, sampleRoute, sampleSession } from '@/lib/report/sample';
import type { Certificate, TlsFacts } from '@/lib/smtp/session';
import type { Route } from '@/lib/route/route';
import { domainToday } from './domain-today';

const NOTHING = { route: null, zone: null, sessions: [] };

const tls = (about: Partial<TlsFacts> = {}): TlsFacts => ({
  state: 'trusted',
  protocol: 'TLSv1.3',
  cipher: null,
  certificate: null,
  problem: null,
  ...about,
});

const CERTIFICATE: Certificate = {
  subject: '',
  names: [],
  issuer: '',
  validFrom: '2026-01-02T00:00:00.000Z',
  validTo: '2027-01-02T00:00:00.000Z',
  sha256: '',
};

test('of what was not seen nothing is said', () => expect(domainToday(NOTHING)).toEqual([]));

test.each<[string, Partial<Route>, string[][]]>([
  ['an unknown route', { kind: 'unresolved', domainExists: null }, []],
  [
    'a domain that does not exist',
    { kind: 'none', domainExists: false },
    [['none: the domain does not exist']],
  ],
  [
    'an alias for one that does not',
    { kind: 'none', domainExists: false, alias: ['a.test', 'b.test'] },
    [['none: the domain is an alias for a.test → b.test, which does not exist']],
  ],
  ['one without MX and address', { kind: 'none' }, [['none: the domain has no MX and no address']]],
  ['a null MX', { kind: 'null' }, [['none: the domain takes no mail (RFC 7505)']]],
])('of %s no exchangers', (_, about, lines) => {
  const rows = domainToday({ ...NOTHING, route: { ...sampleRoute([]), ...about } });
  expect(rows.map((row) => row[1])).toEqual(lines);
});

test('exchangers with addresses and TTL; an exchange without any is named all the same', () => {
  const hosts = [
    sampleHost(['192.0.2.1', '192.0.2.2']),
    sampleHost([], { exchange: 'mx2.example.org', preference: 20 }),
  ];
  expect(domainToday({ ...NOTHING, route: sampleRoute(hosts) })).toEqual([
    ['Mail exchangers', ['10 mx1.example.org · [192.0.2.1] [192.0.2.2] · 1 h', '20 mx2.example.org · 1 h']],
  ]);
});

test('TLS of each exchange once; an untrusted certificate is not a missing STARTTLS', () => {
  const sessions = [
    sampleSession({ tls: tls({ certificate: CERTIFICATE }) }),
    sampleSession({ n: 2, tls: tls({ certificate: CERTIFICATE }) }),
    sampleSession({ n: 3, exchange: 'mx2.example.org', tls: tls({ state: 'untrusted', protocol: null }) }),
    sampleSession({ n: 4, exchange: 'mx3.example.org', tls: tls({ state: 'not-offered', protocol: null }) }),
    sampleSession({ n: 5, exchange: 'mx4.example.org', tls: null }),
  ];
  expect(domainToday({ ...NOTHING, sessions })).toEqual([
    [
      'TLS',
      [
        'mx1.example.org: encrypted, certificate trusted (TLSv1.3), certificate until 2027-01-02',
        'mx2.example.org: encrypted; certificate not trusted (senders that encrypt when they can deliver anyway)',
        'mx3.example.org: STARTTLS not offered: everything passed in the clear',
      ],
    ],
  ]);
});
