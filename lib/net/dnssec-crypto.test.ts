import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Algorithm, createKey } from '@/e2e/internet/signing-key';
import { dnssecCrypto } from './dnssec-crypto';

const { verify, digest } = dnssecCrypto;

describe.each<Algorithm>([8, 10, 13, 14, 15, 16])('algorithm %i', (algorithm) => {
  const { dnskey, sign } = createKey('example.org', algorithm);
  const key = Uint8Array.from(dnskey.key);
  const data = Buffer.from('what is signed');
  const signature = Uint8Array.from(sign(data));

  test('a signature fits what it signs, and nothing else', () => {
    expect(verify(algorithm, key, data, signature)).toBe(true);
    expect(verify(algorithm, key, Buffer.from('what is signeD'), signature)).toBe(false);
    expect(verify(algorithm, createKey('example.org', algorithm).dnskey.key, data, signature)).toBe(false);
  });

  test('any change of key or signature is refused, quietly', () => {
    fc.assert(
      fc.property(
        fc.nat(signature.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(200),
        (at, by, cut) => {
          const changed = Uint8Array.from(signature);
          changed[at] = (changed[at] ?? 0) ^ by;
          expect(verify(algorithm, key, data, changed)).toBe(false);
          expect(verify(algorithm, key.subarray(0, cut % key.length), data, signature)).toBe(false);
          expect(verify(algorithm, key, data, signature.subarray(0, cut % signature.length))).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('no algorithm, no key of its form, a modulus without end: nothing fits', () => {
  const bytes = new Uint8Array(64);
  expect(verify(5, bytes, bytes, bytes)).toBe(false);
  expect(verify(8, Uint8Array.of(0), bytes, bytes)).toBe(false);
  expect(verify(8, new Uint8Array(5000).fill(3), bytes, bytes)).toBe(false);
  expect(verify(15, new Uint8Array(), bytes, bytes)).toBe(false);
});

test('digests', () => {
  const hex = (algorithm: 'SHA-1' | 'SHA-256' | 'SHA-384') =>
    Buffer.from(digest(algorithm, Buffer.from('abc'))).toString('hex');
  expect(hex('SHA-1')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  expect(hex('SHA-256')).toMatch(/^ba7816bf/);
  expect(hex('SHA-384')).toMatch(/^cb00753f/);
});
