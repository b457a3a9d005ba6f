import { describe, expect, it } from 'vitest';
import { fakeLookUp, type FakeZone } from '../fake-zone';
import { checkHost } from './check-host';
import type { SpfMail } from './macro-values';

const MAIL: SpfMail = {
  ip: '192.0.2.1',
  sender: 'someone@example.org',
  helo: 'mail.example.org',
  receiver: 'mx.example.net',
  nowSeconds: 0,
};

function check(zone: FakeZone, mail: Partial<SpfMail> = {}, asked: string[] = []) {
  return checkHost('example.org', { ...MAIL, ...mail }, fakeLookUp(zone, asked));
}

/** So many records that include one another in a row; the last one has these terms. */
function chain(length: number, last: string): FakeZone {
  return Object.fromEntries(
    Array.from({ length: length + 1 }, (_, n) => [
      `${n === 0 ? 'example.org' : `n${n}.example.org`} TXT`,
      [n === length ? `v=spf1 ${last}` : `v=spf1 include:n${n + 1}.example.org -all`],
    ]),
  );
}

describe('what cannot be evaluated', () => {
  it.each<[string, FakeZone, string, string]>([
    ['no answer', { 'example.org TXT': 'failed' }, 'temperror', 'dns-failed'],
    ['two records', { 'example.org TXT': ['v=spf1 -all', 'v=spf1 +all'] }, 'permerror', 'several-records'],
    ['a fault behind what matches', { 'example.org TXT': ['v=spf1 all oops'] }, 'permerror', 'syntax'],
    [
      'a name that fails',
      { 'example.org TXT': ['v=spf1 a -all'], 'example.org A': 'failed' },
      'temperror',
      'dns-failed',
    ],
    [
      'an include of nothing',
      { 'example.org TXT': ['v=spf1 include:gone.example -all'] },
      'permerror',
      'no-record',
    ],
    [
      'a redirect to nothing',
      { 'example.org TXT': ['v=spf1 redirect=gone.example'] },
      'permerror',
      'no-record',
    ],
    ['itself', { 'example.org TXT': ['v=spf1 include:example.org -all'] }, 'permerror', 'too-many-lookups'],
    ['eleven lookups', chain(11, '+all'), 'permerror', 'too-many-lookups'],
    [
      'three lookups of nothing',
      { 'example.org TXT': ['v=spf1 a:a.gone.example a:b.gone.example a:c.gone.example +all'] },
      'permerror',
      'too-many-void-lookups',
    ],
    [
      'eleven exchanges',
      {
        'example.org TXT': ['v=spf1 mx -all'],
        'example.org MX': Array.from({ length: 11 }, (_, n) => `${n} mx${n}.example.org`),
      },
      'permerror',
      'too-many-exchanges',
    ],
  ])('%s', async (_, zone, result, cause) => {
    const got = await check(zone);
    expect([got.result, got.cause?.kind]).toEqual([result, cause]);
    expect(got.decidedBy).toBeNull();
  });
});

it('ten lookups are as many as are allowed', async () => {
  expect(await check(chain(10, '+all'))).toMatchObject({ result: 'pass', lookups: 10 });
});

it('tells each term in the order it was reached, with what it asked', async () => {
  const zone: FakeZone = {
    'example.org TXT': ['other', 'v=spf1 a include:spf.example.net -all'],
    'example.org A': ['192.0.2.7'],
    'spf.example.net TXT': ['v=spf1 ip4:198.51.100.0/24 ip4:192.0.2.0/30 -all'],
  };
  const { result, steps, records, decidedBy } = await check(zone);
  expect(result).toBe('pass');
  expect(steps.map(({ depth, term, outcome }) => `${depth} ${term}: ${outcome}`)).toEqual([
    '0 a: not-matched',
    '0 include:spf.example.net: matched',
    '1 ip4:198.51.100.0/24: not-matched',
    '1 ip4:192.0.2.0/30: matched',
  ]);
  expect(steps[0]?.asked).toEqual([{ name: 'example.org', type: 'A', kind: 'answer', data: ['192.0.2.7'] }]);
  expect(records.map(({ by }) => by)).toEqual([null, 'include:spf.example.net']);
  expect(decidedBy).toEqual({ domain: 'example.org', term: 'include:spf.example.net' });
});

describe('of a record, what concerns the family of the sender', () => {
  const zone: FakeZone = {
    'example.org TXT': ['v=spf1 a mx/24//64 -all'],
    'example.org A': ['203.0.113.1'],
    'example.org MX': ['0 .', '10 mx.example.org'],
    'mx.example.org A': ['192.0.2.77'],
    'mx.example.org AAAA': ['2001:db8::77'],
  };
  it.each([
    ['192.0.2.1', 'pass'],
    ['::ffff:192.0.2.1', 'pass'],
    ['192.0.3.1', 'fail'],
    ['2001:db8::1', 'pass'],
    ['2001:db9::1', 'fail'],
  ])('%s: %s', async (ip, result) => {
    expect((await check(zone, { ip })).result).toBe(result);
  });
});

it('a proven name counts, one that only claims to be does not', async () => {
  const zone: FakeZone = {
    'example.org TXT': ['v=spf1 ptr -all'],
    '1.2.0.192.in-addr.arpa PTR': ['liar.example.org', 'mail.example.org'],
    'liar.example.org A': ['198.51.100.1'],
    'mail.example.org A': ['192.0.2.1'],
  };
  expect((await check(zone)).result).toBe('pass');
  const lie = { ...zone, 'mail.example.org A': ['198.51.100.1'] };
  expect((await check(lie)).result).toBe('fail');
});

it('what a domain says to whom it refuses', async () => {
  const zone: FakeZone = {
    'example.org TXT': ['v=spf1 -all exp=why.%{d}'],
    'why.example.org TXT': ['%{i} may not send for %{o}: see http://%{d}/?s=%{S}'],
  };
  expect((await check(zone)).explanation).toBe(
    '192.0.2.1 may not send for example.org: see http://example.org/?s=someone%40example.org',
  );
  const mute = { ...zone, 'why.example.org TXT': ['%{x}'] };
  expect(await check(mute)).toMatchObject({ result: 'fail', explanation: null });
});

it('without a sender all of a record is gone through, and nothing but `all` matches', async () => {
  const zone: FakeZone = {
    'example.org TXT': ['v=spf1 a mx ip4:192.0.2.0/24 exists:%{i}.example.org include:spf.example.net ~all'],
    'example.org A': ['192.0.2.1'],
    'spf.example.net TXT': ['v=spf1 a:gone.example.net -all'],
  };
  const asked: string[] = [];
  const got = await check(zone, { ip: null }, asked);
  expect(got).toMatchObject({ result: 'softfail', lookups: 5, voidLookups: 2 });
  expect(asked).not.toContain('192.0.2.1.example.org A');
});
