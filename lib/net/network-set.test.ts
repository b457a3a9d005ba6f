import { expect, test } from 'vitest';
import { networkSet } from './network-set';

const isInside = networkSet(['10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32']);

test.each<[string, boolean]>([
  ['', false],
  ['10.1.2', false],
  ['mx.example', false],
  ['fe80::1%eth0', false],
  ['9.255.255.255', false],
  ['11.0.0.0', false],
  ['192.0.2.8', false],
  ['2001:db9::1', false],
  ['::ffff:11.0.0.1', false],
  ['10.0.0.0', true],
  ['10.255.255.255', true],
  ['192.0.2.7', true],
  ['2001:db8::7', true],
  ['2001:DB8:0::7', true],
  ['::ffff:10.1.2.3', true],
])('%s: %s', (address, expected) => expect(isInside(address)).toBe(expected));

test('no network holds anything', () => expect(networkSet([])('10.0.0.1')).toBe(false));
