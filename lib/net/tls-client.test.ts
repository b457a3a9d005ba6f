import { expect, test } from 'vitest';
import { ONE_PACKET_BYTES } from '@/lib/smtp/tls-offer';
import { tlsOffer } from './tls-client';

test('groups that the library does not know: an error of ours', async () => {
  await expect(tlsOffer({ groups: 'no-such-group' })).rejects.toThrow(/ECDH curve/);
});

test('a small hello needs no smaller one', async () => {
  const { library, usual, small } = await tlsOffer({ groups: 'X25519:P-256' });
  expect(library).toMatch(/^OpenSSL \d/);
  expect(usual).toMatchObject({ groups: ['X25519', 'P-256'], keyShares: ['X25519'] });
  expect(usual.bytes).toBeLessThan(ONE_PACKET_BYTES);
  expect(small).toBeNull();
});

test('a large one has a small one beside it', async () => {
  const { usual, small } = await tlsOffer({ groups: 'ffdhe8192:X25519' });
  expect(usual).toMatchObject({ groups: ['ffdhe8192', 'X25519'], keyShares: ['ffdhe8192'] });
  expect(usual.bytes).toBeGreaterThan(ONE_PACKET_BYTES);
  expect(small?.bytes).toBeLessThan(ONE_PACKET_BYTES);
  expect(small?.groups).toContain('X25519');
});

test('with no groups given, the library decides', async () => {
  const { usual, small } = await tlsOffer({});
  expect(usual.groups).toContain('X25519');
  expect(small === null).toBe(usual.bytes <= ONE_PACKET_BYTES);
});
