/** The arithmetic of DNSSEC, which the core takes from outside; `lib/net/dnssec-crypto.ts` is the real one. */
export interface DnssecCrypto {
  /** Is it the signature of the holder of the key? False also for keys and signatures that are of no valid form. */
  verify(algorithm: number, key: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean;
  digest(algorithm: 'SHA-1' | 'SHA-256' | 'SHA-384', bytes: Uint8Array): Uint8Array;
}

/** Signature algorithms that are verified here, with their mnemonics in the registry of IANA (RFC 8624 §3.1). */
const ALGORITHMS = new Map([
  [8, 'RSASHA256'],
  [10, 'RSASHA512'],
  [13, 'ECDSAP256SHA256'],
  [14, 'ECDSAP384SHA384'],
  [15, 'ED25519'],
  [16, 'ED448'],
]);

/** Others that are known by name. SHA-1 is no longer to be relied on (RFC 9905). */
const UNVERIFIED = new Map([
  [1, 'RSAMD5'],
  [3, 'DSA'],
  [5, 'RSASHA1'],
  [6, 'DSA-NSEC3-SHA1'],
  [7, 'RSASHA1-NSEC3-SHA1'],
  [12, 'ECC-GOST'],
  [17, 'SM2SM3'],
  [23, 'ECC-GOST12'],
]);

/** Digest types of DS records (RFC 8624 §3.3). SHA-1 still proves which key is meant, as resolvers in use accept. */
const DIGESTS = new Map<number, 'SHA-1' | 'SHA-256' | 'SHA-384'>([
  [1, 'SHA-1'],
  [2, 'SHA-256'],
  [4, 'SHA-384'],
]);

export function isVerifiable(algorithm: number): boolean {
  return ALGORITHMS.has(algorithm);
}

/** `ECDSAP256SHA256`; the number for algorithms without a name here. */
export function algorithmName(algorithm: number): string {
  return ALGORITHMS.get(algorithm) ?? UNVERIFIED.get(algorithm) ?? String(algorithm);
}

export function digestOf(type: number): 'SHA-1' | 'SHA-256' | 'SHA-384' | null {
  return DIGESTS.get(type) ?? null;
}
