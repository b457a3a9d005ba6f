import ipaddr from 'ipaddr.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard } from './guard';

const guard = createGuard([]);

test.each([
  ['not an address', 'not-an-address'],
  ['', 'not-an-address'],
  ['mx.example.org', 'not-an-address'],
  ['fe80::1%eth0', 'not-an-address'],
  ['127.1', 'not-an-address'],
  ['0x7f000001', 'not-an-address'],
  ['2130706433', 'not-an-address'],
  ['010.0.0.1', 'not-an-address'],
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['10.1.2.3', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.0.1', 'private'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'linkLocal'],
  ['168.63.129.16', 'cloudPlatform'],
  ['::ffff:168.63.129.16', 'cloudPlatform'],
  ['192.0.0.8', 'reserved'],
  ['192.0.2.1', 'reserved'],
  ['192.88.99.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::127.0.0.1', 'reserved'],
  ['::8.8.8.8', 'reserved'],
  ['0::8.8.8.8', 'reserved'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a00:1', 'private'],
  ['64:ff9b::10.0.0.1', 'private'],
  ['64:ff9b::7f00:1', 'loopback'],
  ['64:ff9b:1::8.8.8.8', 'rfc6052'],
  ['2002:7f00:1::1', 'loopback'],
  ['2002:c0a8:101::1', 'private'],
  ['2001::1', 'teredo'],
  ['2001:2::1', 'benchmarking'],
  ['2001:db8::1', 'reserved'],
  ['3fff::1', 'reserved'],
  ['100::1', 'discard'],
  ['100:0:0:1::1', 'discard'],
  ['4000::1', 'reserved'],
  ['5f00::1', 'segmentRouting'],
  ['fc00::1', 'uniqueLocal'],
  ['fd12:3456::1', 'uniqueLocal'],
  ['fe80::1', 'linkLocal'],
  ['fec0::1', 'deprecatedSiteLocal'],
  ['ff02::1', 'multicast'],
])('RFC 6890: %s is not contacted: %s', (address, reason) => {
  expect(guard(address)).toBe(reason);
});

test.each([
  ['8.8.8.8'],
  ['193.0.14.129'],
  ['2001:503:ba3e::2:30'],
  ['2a00:1450:4001::1a'],
  ['::ffff:8.8.8.8'],
  ['64:ff9b::8.8.8.8'],
  ['2002:808:808::1'],
])('%s may be contacted', (address) => {
  expect(guard(address)).toBeNull();
});

describe('allowed networks', () => {
  const open = createGuard(['127.16.0.0/12', '::1/128', '::ffff:10.0.0.0/104', 'fd00::/8']);

  test.each([
    ['127.0.0.1', 'loopback'],
    ['127.32.0.1', 'loopback'],
    ['192.168.0.1', 'private'],
    ['fc00::1', 'uniqueLocal'],
  ])('%s is outside', (address, reason) => {
    expect(open(address)).toBe(reason);
  });

  test.each([
    ['127.16.0.1'],
    ['127.31.255.255'],
    ['::1'],
    ['::ffff:127.16.0.1'],
    ['10.0.0.1'],
    ['fd01::1'],
    ['8.8.8.8'],
  ])('%s is inside, or needs no permission', (address) => {
    expect(open(address)).toBeNull();
  });

  test('a network that is none is a mistake of ours', () => {
    expect(() => createGuard(['10.0.0.0'])).toThrow();
  });
});

test('an IPv4 address is judged alike in every IPv6 form that leads to it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
      const ipv4 = [...bytes].join('.');
      const hex = Buffer.from(bytes).toString('hex');
      const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
      for (const form of [`::ffff:${ipv4}`, `64:ff9b::${groups}`, `2002:${groups}::1`]) {
        expect(ipaddr.IPv6.isValid(form)).toBe(true);
        expect(guard(form)).toBe(guard(ipv4));
      }
    }),
  );
});
