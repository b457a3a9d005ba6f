import { createHash, X509Certificate } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Digest, ShownCertificate } from '@/lib/policy/dane/match';
import { issuerOrganisation } from './issuer-organisation';

/** Chains that are remembered, by the fingerprint of their first certificate; a check needs those of its own sessions. */
const MAX_CHAINS = 500;

/** Certificates of one chain that are kept. */
const MAX_CHAIN = 9;

/** Certificates that sessions of this process were shown: evidence has what they say, and not the octets. */
export interface ShownCertificates {
  note(certificate: X509Certificate): void;
  /** The chain that began with the certificate of this fingerprint (SHA-256 of its DER); none when it is not remembered. */
  chainOf(sha256: string): readonly ShownCertificate[];
}

export function createShownCertificates(): ShownCertificates {
  const chains = new LRUCache<string, readonly ShownCertificate[]>({ max: MAX_CHAINS });
  return {
    note(certificate) {
      const key = fingerprint(certificate);
      if (!chains.has(key)) chains.set(key, chainFrom(certificate));
    },
    chainOf: (sha256) => chains.get(sha256) ?? [],
  };
}

export const digest: Digest = (algorithm, octets) => createHash(algorithm).update(octets).digest('hex');

function fingerprint({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase();
}

function chainFrom(certificate: X509Certificate): ShownCertificate[] {
  const chain: X509Certificate[] = [];
  for (let one: X509Certificate | undefined = certificate; one !== undefined && chain.length < MAX_CHAIN;) {
    chain.push(one);
    const issuer: X509Certificate | undefined = one.issuerCertificate;
    one = issuer?.fingerprint256 === one.fingerprint256 ? undefined : issuer;
  }
  return chain.map(shown);
}

/** Their octets outlive the connection that they came by. */
function shown(certificate: X509Certificate): ShownCertificate {
  const { raw } = certificate;
  const full = Uint8Array.from(raw);
  return {
    full,
    key: keyOf(certificate),
    isValidAt: (ms) => Date.parse(certificate.validFrom) <= ms && ms <= Date.parse(certificate.validTo),
    isFor: (name) => certificate.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined,
    issuerOrganisation: issuerOrganisation(certificate),
    isIssuedBy: (issuer) => {
      try {
        const other = new X509Certificate(issuer.full);
        return certificate.checkIssued(other) && certificate.verify(other.publicKey);
      } catch {
        return false; // a key that OpenSSL does not know proves nothing
      }
    },
  };
}

/** Empty for a kind of key that OpenSSL does not know. */
function keyOf(certificate: X509Certificate): Uint8Array {
  try {
    return Uint8Array.from(certificate.publicKey.export({ type: 'spki', format: 'der' }));
  } catch {
    return new Uint8Array();
  }
}
