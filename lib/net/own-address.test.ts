import { expect, test } from 'vitest';
import { createGuard } from './guard';
import { ownAddress, seenAddress } from './own-address';

test.each([
  ['255.255.255.255', null],
  ['127.16.9.9', '127.0.0.1'],
])('to %s we come from %s', async (remote, own) => {
  expect(await ownAddress(remote)).toBe(own);
});

const NAMED = ['2001:503:ba3e::2:30', '198.41.0.4', '198.41.0.5'];

test.each<[string, string | null, readonly string[], string | null]>([
  ['no way out', null, NAMED, null],
  ['a private one, and none named', '172.17.0.2', [], '172.17.0.2'],
  ['a private one, and none of its family', '172.17.0.2', NAMED.slice(0, 1), '172.17.0.2'],
  ['a private one', '172.17.0.2', NAMED, '198.41.0.4'],
  ['a private one of IPv6', 'fd00::2', NAMED, '2001:503:ba3e::2:30'],
  ['a public one', '199.7.83.42', NAMED, '199.7.83.42'],
])('by what others see us: %s', (_, own, named, seen) => {
  expect(seenAddress(own, named, createGuard([]))).toBe(seen);
});
