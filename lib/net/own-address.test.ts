import { expect, test } from 'vitest';
import { ownAddress, seenAddress } from './own-address';

test.each([
  ['255.255.255.255', null],
  ['127.16.9.9', '127.0.0.1'],
])('to %s we come from %s', async (remote, own) => {
  expect(await ownAddress(remote)).toBe(own);
});

const NAMED = ['2001:503:ba3e::2:30', '198.41.0.4', '198.41.0.5'];

const [OUTSIDE, OUTSIDE_6] = ['199.7.83.42', '2001:500:9f::42'];

test.each<[string, string | null, string, readonly string[], string | null]>([
  ['no way out', null, OUTSIDE, NAMED, null],
  ['a private one, and none named', '172.17.0.2', OUTSIDE, [], null],
  ['a private one, and none of its family', '172.17.0.2', OUTSIDE, NAMED.slice(0, 1), null],
  ['a private one', '172.17.0.2', OUTSIDE, NAMED, '198.41.0.4'],
  ['a private one of IPv6', 'fd00::2', OUTSIDE_6, NAMED, '2001:503:ba3e::2:30'],
  ['a private one, by a server inside', '172.17.0.2', '172.17.0.9', NAMED, '172.17.0.2'],
  ['a public one', '192.5.5.241', OUTSIDE, NAMED, '192.5.5.241'],
])('by what others see us: %s', (_, own, remote, named, seen) => {
  expect(seenAddress(own, remote, named)).toBe(seen);
});
