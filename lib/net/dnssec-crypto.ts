import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { DnssecCrypto } from '@/lib/dnssec/crypto';

/** Octets of a modulus that is worked with: 4096 bits, RFC 3110 §2. */
const MAX_MODULUS = 512;

/** Coordinates and signatures are concatenated integers of fixed length (RFC 6605 §4). */
const CURVES = new Map([
  [13, { crv: 'P-256', octets: 32, hash: 'sha256' }],
  [14, { crv: 'P-384', octets: 48, hash: 'sha384' }],
]);

/** RFC 8080 §3. */
const EDWARDS = new Map([
  [15, { crv: 'Ed25519', octets: 32 }],
  [16, { crv: 'Ed448', octets: 57 }],
]);

const RSA_HASHES = new Map([
  [8, 'sha256'],
  [10, 'sha512'],
]);

/** The arithmetic of DNSSEC by Node's crypto. A key that OpenSSL refuses verifies nothing. */
export const dnssecCrypto: DnssecCrypto = {
  verify(algorithm, key, data, signature) {
    try {
      const curve = CURVES.get(algorithm);
      if (curve !== undefined)
        return verify(curve.hash, data, { key: curveKey(curve, key), dsaEncoding: 'ieee-p1363' }, signature);
      const edwards = EDWARDS.get(algorithm);
      if (edwards !== undefined) return verify(null, data, edwardsKey(edwards, key), signature);
      const hash = RSA_HASHES.get(algorithm);
      return hash !== undefined && verify(hash, data, rsaKey(key), signature);
    } catch {
      return false;
    }
  },
  digest(algorithm, bytes) {
    return createHash(algorithm.replace('-', '')).update(bytes).digest();
  },
};

function curveKey({ crv, octets }: { crv: string; octets: number }, key: Uint8Array): KeyObject {
  return fromJwk({
    kty: 'EC',
    crv,
    x: base64url(key.subarray(0, octets)),
    y: base64url(key.subarray(octets)),
  });
}

function edwardsKey({ crv }: { crv: string }, key: Uint8Array): KeyObject {
  return fromJwk({ kty: 'OKP', crv, x: base64url(key) });
}

/** RFC 3110 §2: the length of the exponent in one octet, or in three when the first is zero; the rest is the modulus. */
function rsaKey(key: Uint8Array): KeyObject {
  const [first = 0, high = 0, low = 0] = key;
  const [start, length] = first === 0 ? [3, high * 256 + low] : [1, first];
  const modulus = key.subarray(start + length);
  if (modulus.length > MAX_MODULUS) throw new Error('modulus too long');
  return fromJwk({ kty: 'RSA', e: base64url(key.subarray(start, start + length)), n: base64url(modulus) });
}

function fromJwk(key: JsonWebKey): KeyObject {
  return createPublicKey({ key, format: 'jwk' });
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
