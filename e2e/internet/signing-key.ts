import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { DnskeyData, DsData } from 'dns-packet';
import { rdataOf, wireName } from './wire-form';

/** Algorithms that the practice internet signs with, by their number (RFC 8624 §3.1), and one that nobody verifies. */
export type Algorithm = 8 | 10 | 13 | 14 | 15 | 16 | 5;

/** A key that signs its zone and is named by the parent: key and zone signing key in one. */
export interface SigningKey {
  algorithm: Algorithm;
  keyTag: number;
  dnskey: DnskeyData;
  ds: DsData;
  sign(data: Buffer): Buffer;
}

const SECURE_ENTRY_ZONE_KEY = 257;
const SHA256 = 2;

export function createKey(zone: string, algorithm: Algorithm): SigningKey {
  const { bytes, sign: signer } = pair(algorithm);
  const dnskey = { flags: SECURE_ENTRY_ZONE_KEY, algorithm, key: bytes };
  const rdata = rdataOf({ name: zone, type: 'DNSKEY', ttl: 0, data: dnskey });
  const keyTag = tagOf(rdata);
  const digest = createHash('sha256')
    .update(Buffer.concat([wireName(zone), rdata]))
    .digest();
  return { algorithm, keyTag, dnskey, ds: { keyTag, algorithm, digestType: SHA256, digest }, sign: signer };
}

function pair(algorithm: Algorithm): { bytes: Buffer; sign(data: Buffer): Buffer } {
  const own = (bytes: Buffer, hash: string | null, key: KeyObject) => ({
    bytes,
    sign: (data: Buffer) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }),
  });
  switch (algorithm) {
    case 8:
    case 10: {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const { e = '', n = '' } = publicKey.export({ format: 'jwk' });
      const exponent = Buffer.from(e, 'base64url');
      const bytes = Buffer.concat([Buffer.of(exponent.length), exponent, Buffer.from(n, 'base64url')]);
      return own(bytes, algorithm === 8 ? 'sha256' : 'sha512', privateKey);
    }
    case 13:
    case 14: {
      const namedCurve = algorithm === 13 ? 'P-256' : 'P-384';
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const bytes = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
      return own(bytes, algorithm === 13 ? 'sha256' : 'sha384', privateKey);
    }
    case 15:
      return edwards(generateKeyPairSync('ed25519'));
    case 16:
      return edwards(generateKeyPairSync('ed448'));
    case 5:
      return { bytes: Buffer.alloc(64, 7), sign: () => Buffer.alloc(64, 9) };
  }

  function edwards({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }) {
    return own(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'), null, privateKey);
  }
}

/** RFC 4034 appendix B. */
function tagOf(rdata: Buffer): number {
  const sum = rdata.reduce((all, byte, index) => all + (index % 2 === 0 ? byte * 256 : byte), 0);
  return (sum + Math.floor(sum / 0x10000)) % 0x10000;
}
