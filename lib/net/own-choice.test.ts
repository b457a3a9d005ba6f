import { describe, expect, test } from 'vitest';
import type { DomainName } from '@/lib/dns/name';
import { createOwnChoice, readNeverContact } from './own-choice';

test.each([
  ['', null],
  ['*', null],
  ['192.0.2.0/33', null],
  ['192.0.2.0/24/24', null],
  ['a b', null],
  ['fe80::1%eth0', null],
  ['1.2.3', null],
  ['example.org', { domains: ['example.org'] }],
  ['EXAMPLE.Org.', { domains: ['example.org'] }],
  ['org', { domains: ['org'] }],
  ['192.0.2.0/24', { networks: ['192.0.2.0/24'] }],
  ['2001:db8::/32', { networks: ['2001:db8::/32'] }],
  ['192.0.2.1', { networks: ['192.0.2.1/32'] }],
  ['2001:db8::1', { networks: ['2001:db8::1/128'] }],
])('the entry %j', (text, read) => expect(readNeverContact(text)).toEqual(read));

describe('whom this installation does not contact', () => {
  const choice = createOwnChoice(
    {
      domains: ['example.org' as DomainName],
      networks: ['192.0.2.0/24', '2001:db8:1::/48'],
    },
    ['198.51.100.0/24'],
    () => new Set(['127.0.0.1', '11.0.0.9', '2a00::9', '198.51.100.9']),
  );
  test.each([
    ['a name that is no name', ['..'], null, null],
    ['an address that is none', [], 'x', null],
    ['another domain', ['example.com', 'notexample.org'], '192.0.3.1', null],
    ['the domain', ['example.org'], null, 'operator'],
    ['a name below it, in capitals', ['MX.Example.ORG'], '203.0.113.1', 'operator'],
    ['one of several names', ['example.com', 'mx.example.org'], null, 'operator'],
    ['an address of the network', ['example.com'], '192.0.2.77', 'operator'],
    ['the same within IPv6', [], '::ffff:192.0.2.77', 'operator'],
    ['the same translated (RFC 6052)', [], '64:ff9b::c000:24d', 'operator'],
    ['an IPv6 address of the network', [], '2001:DB8:1::1', 'operator'],
    ['an own address', [], '11.0.0.9', 'own-machine'],
    ['an own address, spelled otherwise', [], '2a00:0::0:9', 'own-machine'],
    ['an own address that everybody has', [], '127.0.0.1', null],
    ['an own address that may be contacted', [], '198.51.100.9', null],
  ])('%s', (_, names, address, reason) => expect(choice({ names, address })).toBe(reason));
});
