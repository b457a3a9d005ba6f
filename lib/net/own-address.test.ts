import { expect, test } from 'vitest';
import { ownAddress } from './own-address';

test.each([
  ['255.255.255.255', null],
  ['127.16.9.9', '127.0.0.1'],
])('to %s we come from %s', async (remote, own) => {
  expect(await ownAddress(remote)).toBe(own);
});
