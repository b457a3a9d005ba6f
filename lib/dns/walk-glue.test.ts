import { expect, test } from 'vitest';
import {
  a,
  answer,
  cname,
  fakeInternet,
  type FakeServers,
  mx,
  negative,
  referral,
  silence,
} from './fake-internet';

const ROOT = '192.0.2.1';
const ORG = '192.0.2.11';
const ONE = '192.0.2.31';

const MX = answer(mx('example.org', 10, 'mx1.example.org'));

test.each<[string, FakeServers[string]]>([
  ['as an answer', { 'ns1.example.org A': answer(a('ns1.example.org', ONE)) }],
  ['as glue', { 'ns1.example.org A': referral('example.org', { 'ns1.example.org': [ONE] }) }],
  [
    'behind an alias',
    {
      'ns1.example.org A': answer(cname('ns1.example.org', 'host.example.org')),
      'host.example.org A': answer(a('host.example.org', ONE)),
    },
  ],
])('a referral without glue: the parent is asked for the address, and gives it %s', async (_, said) => {
  const net = fakeInternet({
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: { ...said, '*': referral('example.org', { 'ns1.example.org': [] }) },
    [ONE]: { '*': MX },
  });
  expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
});

test('a name server whose own zone does not answer for it: the glue of that zone is used', async () => {
  const net = fakeInternet({
    [ROOT]: {
      'example.org MX': referral('example.org', { 'ns.example.net': [] }),
      '*': referral('example.net', { 'ns.example.net': [ONE] }),
    },
    [ONE]: { 'example.org MX': MX, '*': silence },
  });
  expect(await net.walk('example.org', 'MX')).toMatchObject({ kind: 'answer' });
});

test('a parent without the address, or with an alias in a circle: no server has one', async () => {
  const circle = answer(cname('ns1.example.org', 'ns1.example.org'));
  const net = fakeInternet({
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: { 'ns1.example.org A': circle, '*': referral('example.org', { 'ns1.example.org': [] }) },
  });
  expect(await net.walk('example.org', 'MX')).toMatchObject({ detail: 'no-server-address' });
  expect(net.asked.length).toBeLessThan(20);
});

test('servers that need themselves to be found', async () => {
  const net = fakeInternet({
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: {
      'ns.example.net *': negative('nxdomain', 'org'),
      '*': referral('example.org', { 'ns.example.org': [], 'ns.other.org': [] }),
      'ns.other.org A': referral('other.org', { 'ns.example.org': [] }),
      'ns.other.org AAAA': referral('other.org', { 'ns.example.org': [] }),
    },
  });
  const walked = await net.walk('example.org', 'MX');
  expect(walked).toMatchObject({ kind: 'failed', zone: 'example.org', detail: 'no-server-address' });
  expect(net.asked.length).toBeLessThan(40);
});

test('a hundred server names without glue: bounded look-ups (NXNSAttack)', async () => {
  const servers = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`ns${i}.victim.org`, []]));
  const net = fakeInternet({
    [ROOT]: { '*': referral('org', { 'ns.org': [ORG] }) },
    [ORG]: {
      ...Object.fromEntries(
        Object.keys(servers).flatMap((server) => [
          [`${server} A`, negative('nxdomain', 'org')],
          [`${server} AAAA`, negative('nxdomain', 'org')],
        ]),
      ),
      '*': referral('attack.org', servers),
    },
  });
  expect(await net.walk('attack.org', 'MX')).toMatchObject({ kind: 'failed', detail: 'no-server-address' });
  expect(net.asked.length).toBeLessThan(15);
});
