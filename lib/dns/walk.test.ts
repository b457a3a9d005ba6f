import { describe, expect, test } from 'vitest';
import {
  a,
  answer,
  blocked,
  cname,
  ednsRefused,
  fakeInternet,
  type FakeServers,
  garbage,
  mx,
  negative,
  referral,
  refused,
  servfail,
  silence,
  unreachable,
} from './fake-internet';

const ROOT = '192.0.2.1';
const ORG = '192.0.2.11';
const ONE = '192.0.2.31';
const TWO = '192.0.2.32';

/** root → org → example.org, with what its two servers say. */
function world(
  one: FakeServers[string],
  two: FakeServers[string] = one,
  more: FakeServers = {},
): FakeServers {
  return {
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: { '*': referral('example.org', { 'ns1.example.org': [ONE], 'ns2.example.org': [TWO] }) },
    [ONE]: one,
    [TWO]: two,
    ...more,
  };
}

const MX = answer(mx('example.org', 10, 'mx1.example.org'));

describe('one server fails, the next one answers', () => {
  test.each([
    ['silence', silence, 'silence', null],
    ['unreachable', unreachable, 'unreachable', null],
    ['blocked by the guard', blocked, 'blocked', null],
    ['REFUSED', refused, 'refused', null],
    ['SERVFAIL', servfail, 'servfail', null],
    ['no DNS message', garbage, 'malformed', null],
    ['upward referral', referral('.', { 'a.root': [ROOT] }), 'referral', 'upward-referral'],
    [
      'referral to itself',
      referral('example.org', { 'ns1.example.org': [ONE] }),
      'referral',
      'upward-referral',
    ],
    [
      'sideways referral',
      referral('example.net', { 'ns.example.net': [ONE] }),
      'referral',
      'upward-referral',
    ],
    ['neither answer nor authority', { kind: 'message' as const }, 'nodata', 'lame'],
    [
      'an answer without AA',
      { kind: 'message' as const, answers: [mx('example.org', 1, 'evil.test')] },
      'answer',
      'not-authoritative',
    ],
    [
      'an answer about a foreign name',
      { kind: 'message' as const, aa: true, answers: [mx('example.net', 1, 'evil.test')] },
      'answer',
      'out-of-bailiwick',
    ],
  ])('%s', async (_, reply, outcome, rejected) => {
    const net = fakeInternet(world({ '*': reply }, { 'example.org MX': MX }));
    const walked = await net.walk('example.org', 'MX');
    expect(walked).toMatchObject({ kind: 'answer', records: [{ data: '10 mx1.example.org' }] });
    expect(net.steps.filter(({ server }) => server.address === ONE)[0]).toMatchObject({ outcome, rejected });
  });

  test('an answer to another question is malformed', async () => {
    const reply = { ...MX, question: { name: 'example.net' as never, type: 'A' } };
    const net = fakeInternet(world({ '*': reply }, { '*': MX }));
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
    expect(net.steps.find(({ server }) => server.address === ONE)).toMatchObject({
      outcome: 'malformed',
      detail: 'answers another question',
    });
  });
});

describe('nobody helps', () => {
  test('all silent: failed, each asked twice, the second time without EDNS', async () => {
    const net = fakeInternet(world({ '*': silence }));
    expect(await net.walk('example.org', 'MX')).toMatchObject({
      kind: 'failed',
      zone: 'example.org',
      detail: null,
    });
    expect(net.asked.filter((line) => line.startsWith(ONE))).toEqual([
      `${ONE} example.org MX`,
      `${ONE} example.org MX plain`,
    ]);
  });

  test('an answer without AA is used when there is no better one', async () => {
    const net = fakeInternet(
      world({ '*': { kind: 'message', answers: [mx('example.org', 10, 'mx1.example.org')] } }),
    );
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
  });

  test.each([
    ['a denial of the type', 0, 'nodata'],
    ['a denial of the name', 3, 'failed'],
  ])('%s without AA: %i is %s', async (_, rcode, kind) => {
    const denial = { ...negative('nodata', 'example.org'), aa: false, rcode };
    const net = fakeInternet(world({ '*': denial }));
    expect(await net.walk('example.org', 'AAAA')).toMatchObject({ kind });
  });

  test('the budget ends it and is told once', async () => {
    const net = fakeInternet(world({ '*': silence }), [ROOT], 3);
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'failed' });
    expect(net.limits).toEqual(['dns-queries']);
    expect(net.asked).toHaveLength(3);
  });
});

describe('bailiwick', () => {
  test('glue for names that are no servers of the referral, or lie outside the zone asked, is not believed', async () => {
    const net = fakeInternet({
      [ROOT]: {
        '*': referral('org', { 'ns.org': [ORG] }),
        'ns.host.net A': answer(a('ns.host.net', TWO)),
        'ns.host.net AAAA': negative('nodata', '.'),
      },
      // org may not speak about net: its address for ns.host.net is dropped and looked up.
      [ORG]: { '*': referral('example.org', { 'ns.host.net': [ONE] }) },
      [ONE]: { '*': answer(mx('example.org', 10, 'evil.test')) },
      [TWO]: { '*': MX },
    });
    expect(await net.walk('example.org', 'MX')).toMatchObject({ records: [{ data: '10 mx1.example.org' }] });
    expect(net.asked.some((line) => line.startsWith(ONE))).toBe(false);
  });

  test('the foreign end of an alias chain in an answer is looked up again', async () => {
    const net = fakeInternet(
      world(
        {
          'example.org MX': answer(cname('example.org', 'example.net'), mx('example.net', 1, 'evil.test')),
        },
        undefined,
        {
          [ROOT]: {
            'example.org MX': referral('org', { 'ns.org': [ORG] }),
            'example.net MX': answer(mx('example.net', 10, 'mx.example.net')),
          },
        },
      ),
    );
    expect(await net.walk('example.org', 'MX')).toMatchObject({
      kind: 'answer',
      name: 'example.net',
      aliases: [{ name: 'example.org', target: 'example.net' }],
      records: [{ data: '10 mx.example.net' }],
    });
  });
});

describe('negative answers and aliases', () => {
  test('NXDOMAIN and NODATA are told apart, with their SOA', async () => {
    const net = fakeInternet(
      world({
        'example.org MX': negative('nodata', 'example.org'),
        '*': negative('nxdomain', 'example.org'),
      }),
    );
    expect(await net.walk('example.org', 'MX')).toMatchObject({
      kind: 'nodata',
      soa: { name: 'example.org' },
    });
    expect(await net.walk('no.example.org', 'MX')).toMatchObject({ kind: 'nxdomain' });
  });

  test('NXDOMAIN with NS records beside it is no referral (RFC 8020 §2)', async () => {
    const reply = { kind: 'message' as const, aa: true, rcode: 3, authorities: [] };
    const net = fakeInternet(world({ '*': { ...referral('sub.example.org', { ns: [] }), ...reply } }));
    expect(await net.walk('a.sub.example.org', 'MX')).toMatchObject({ kind: 'nxdomain' });
  });

  test('an alias to a name that does not exist is NXDOMAIN (RFC 6604)', async () => {
    const net = fakeInternet(
      world({
        'example.org MX': { ...answer(cname('example.org', 'gone.example.org')), rcode: 3 } as never,
        '*': negative('nxdomain', 'example.org'),
      }),
    );
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'nxdomain', name: 'gone.example.org' });
  });

  test.each([
    ['to itself', { 'example.org MX': answer(cname('example.org', 'example.org')) }],
    [
      'in a circle',
      {
        'example.org MX': answer(cname('example.org', 'b.example.org')),
        'b.example.org MX': answer(cname('b.example.org', 'example.org')),
      },
    ],
  ])('an alias %s is a loop', async (_, one) => {
    const net = fakeInternet(world(one));
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'failed', detail: 'alias-loop' });
  });

  test('a chain without an end stops at the limit', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `n${i}.example.org MX`,
        answer(cname(`n${i}.example.org`, `n${i + 1}.example.org`)),
      ]),
    );
    const net = fakeInternet(world(chain));
    expect(await net.walk('n0.example.org', 'MX')).toMatchObject({
      kind: 'failed',
      detail: 'alias-chain-too-long',
    });
  });
});

describe('transport', () => {
  test('truncated: the same server over TCP', async () => {
    const net = fakeInternet(
      world({ 'example.org MX': { kind: 'message', tc: true, aa: true }, 'example.org MX tcp': MX }),
    );
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
    const [udp, tcp] = net.steps.filter(({ server }) => server.address === ONE);
    expect(udp).toMatchObject({ transport: 'udp', truncated: true, rejected: 'truncated' });
    expect(tcp).toMatchObject({ transport: 'tcp', outcome: 'answer', after: udp?.n });
  });

  test('FORMERR to EDNS: the same server without it (RFC 6891 §7)', async () => {
    const net = fakeInternet(world({ 'example.org MX': ednsRefused, 'example.org MX plain': MX }));
    expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
    expect(net.steps.filter(({ server }) => server.address === ONE)).toMatchObject([
      { edns: true, outcome: 'formerr', rejected: 'edns-refused' },
      { edns: false, outcome: 'answer' },
    ]);
  });
});

describe('what was learned is shared', () => {
  test('root and TLD are asked once for walks side by side', async () => {
    const net = fakeInternet(world({ '*': negative('nodata', 'example.org') }));
    await Promise.all(
      ['mx1', 'mx2', 'mx3'].flatMap((host) => [
        net.walk(`${host}.example.org`, 'A'),
        net.walk(`${host}.example.org`, 'AAAA'),
      ]),
    );
    expect(net.asked.filter((line) => line.startsWith(`${ROOT} `))).toEqual([`${ROOT} mx1.example.org A`]);
    expect(net.asked.filter((line) => line.startsWith(ORG))).toHaveLength(1);
    // Nobody is known to answer yet, so both servers of the zone are asked at once.
    expect(net.asked).toHaveLength(2 + 6 * 2);
  });

  test('who answered first is asked alone from then on', async () => {
    const net = fakeInternet(world({ '*': MX }, { '*': silence }));
    await net.walk('example.org', 'MX');
    await net.walk('mx1.example.org', 'A');
    await net.walk('mx2.example.org', 'A');
    expect(net.asked.filter((line) => line.startsWith(ONE))).toHaveLength(3);
    expect(net.asked.filter((line) => line.startsWith(`${TWO} `) && !line.includes('MX'))).toEqual([]);
  });

  test('every step names the step whose answer led to it', async () => {
    const net = fakeInternet(world({ '*': MX }));
    await net.walk('example.org', 'MX');
    expect(net.steps.map(({ after, depth, zone }) => [after, depth, zone])).toEqual([
      [null, 0, '.'],
      [1, 1, 'org'],
      [2, 2, 'example.org'],
      [2, 2, 'example.org'],
    ]);
  });
});
