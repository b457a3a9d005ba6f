import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { createArrivalReader } from './arrival';

const ACCESS = {
  metricsFrom: ['192.0.2.0/24', '127.0.0.0/8'],
  trustedProxies: ['127.0.0.1/32', '2001:db8::/64'],
  trustedHeader: 'x-remote-user',
};
const reader = createArrivalReader(ACCESS);
const read = (peer: string, headers: IncomingHttpHeaders, httpVersion = '1.1') =>
  reader(peer, { headers, httpVersion });

test.each<[string, string, IncomingHttpHeaders, string]>([
  ['no list', '127.0.0.1', {}, '127.0.0.1'],
  ['an empty list', '127.0.0.1', { 'x-forwarded-for': ', ' }, '127.0.0.1'],
  ['a word in place of an address', '127.0.0.1', { 'x-forwarded-for': 'unknown' }, '127.0.0.1'],
  [
    'what the client has invented',
    '127.0.0.1',
    { 'x-forwarded-for': '192.0.2.1, 203.0.113.9' },
    '203.0.113.9',
  ],
  ['what comes from no proxy', '198.51.100.4', { 'x-forwarded-for': '203.0.113.9' }, '198.51.100.4'],
  ['two proxies', '2001:db8::1', { 'x-forwarded-for': '192.0.2.1,203.0.113.9, 127.0.0.1' }, '203.0.113.9'],
  ['proxies only', '2001:db8::1', { 'x-forwarded-for': '2001:db8::2' }, '2001:db8::2'],
  ['a word after a proxy', '127.0.0.1', { 'x-forwarded-for': '_hidden, 2001:db8::9' }, '2001:db8::9'],
  ['a port', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9:4711' }, '203.0.113.9'],
  ['IPv6 with a port', '127.0.0.1', { 'x-forwarded-for': '[2001:db8:1::7]:4711' }, '2001:db8:1::7'],
])('the client: %s', (_, peer, headers, address) => {
  expect(read(peer, headers).arrival.address).toBe(address);
});

test.each<[string, string, IncomingHttpHeaders, string | null]>([
  ['from no proxy', '198.51.100.4', { 'x-remote-user': 'ada' }, null],
  ['none', '127.0.0.1', {}, null],
  ['an empty one', '127.0.0.1', { 'x-remote-user': ' ' }, null],
  ['two headers in one', '127.0.0.1', { 'x-remote-user': 'mallory, ada' }, null],
  ['another header', '127.0.0.1', { 'remote-user': 'ada' }, null],
  ['a name', '127.0.0.1', { 'x-remote-user': ' ada ' }, 'ada'],
])('who is signed in: %s', (_, peer, headers, user) => {
  expect(read(peer, headers).arrival.user).toBe(user);
});

test.each<[string, string, IncomingHttpHeaders, boolean]>([
  ['another machine', '198.51.100.4', {}, false],
  ['a proxy', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['a proxy that nobody has named', '127.0.0.2', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['one that says so in another way', '127.0.0.2', { via: '1.1 proxy' }, false],
  ['somebody who claims to be signed in', '127.0.0.2', { 'x-remote-user': 'ada' }, false],
  ['this machine', '127.0.0.2', {}, true],
  ['this machine, over IPv6', '::1', {}, true],
  ['this machine, on a socket for both', '::ffff:127.0.0.2', {}, true],
])('on this machine: %s', (_, peer, headers, isLocal) => {
  expect(read(peer, headers).arrival.isLocal).toBe(isLocal);
});

test('nginx, which says nothing unless it is told, is no person at this machine', () => {
  expect(read('127.0.0.2', {}, '1.0').arrival.isLocal).toBe(false);
});

test('headers of proxies are believed of proxies alone', () => {
  const headers = {
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-host': 'x',
    'x-remote-user': 'ada',
    host: 'x',
  };
  expect(read('127.0.0.1', headers).unbelieved).toEqual([]);
  expect(read('198.51.100.4', headers).unbelieved).toEqual([
    'x-forwarded-for',
    'x-forwarded-host',
    'x-remote-user',
  ]);
});

test.each<[string, string, IncomingHttpHeaders, boolean]>([
  ['another machine', '198.51.100.4', {}, false],
  ['a proxy at such an address', '192.0.2.1', { 'x-forwarded-for': '203.0.113.9' }, false],
  ['one that says so in another way', '192.0.2.1', { via: '1.1 proxy' }, false],
  ['the address itself', '192.0.2.1', {}, true],
  ['the same on a socket for both families', '::ffff:192.0.2.1', {}, true],
])('where metrics are read from: %s', (_, peer, headers, isMonitor) => {
  expect(read(peer, headers).arrival.isMonitor === true).toBe(isMonitor);
});
