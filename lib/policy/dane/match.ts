import { type TlsaRecord, tlsaFault } from './tlsa';

/** A certificate that a session was shown, as far as DANE asks. */
export interface ShownCertificate {
  /** The whole of it, and its public key (SubjectPublicKeyInfo), each in DER. */
  full: Uint8Array;
  key: Uint8Array;
  /** Milliseconds since the epoch. */
  isValidAt(ms: number): boolean;
  isFor(name: string): boolean;
  isIssuedBy(issuer: ShownCertificate): boolean;
  /** Of the authority that has signed it; null when its name has none. */
  issuerOrganisation: string | null;
}

/** In hexadecimal, lower case. */
export type Digest = (algorithm: 'sha256' | 'sha512', octets: Uint8Array) => string;

/** What else a certificate is compared with. */
interface Wanted {
  /** Any of which the certificate may be for; RFC 7672 §3.2.2. */
  names: readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** Whether what a session was shown is what a record names; RFC 7672 §3.1. Records that do not count match nothing. */
export function matchesTlsa(
  record: TlsaRecord,
  chain: readonly ShownCertificate[],
  wanted: Wanted,
  digest: Digest,
): boolean {
  const [own] = chain;
  if (own === undefined || tlsaFault(record) !== null) return false;
  // §3.1.1: with usage 3 neither names nor dates count.
  if (record.usage === 3) return isNamed(record, own, digest);
  // §3.1.2: with usage 2 the chain up to the authority must be in order, and both do.
  return chain.some(
    (authority, n) => isNamed(record, authority, digest) && leadsTo(chain.slice(0, n + 1), wanted),
  );
}

function isNamed(
  { selector, matching, data }: TlsaRecord,
  certificate: ShownCertificate,
  digest: Digest,
): boolean {
  const octets = selector === 0 ? certificate.full : certificate.key;
  if (matching === 0) return hexOf(octets) === data;
  return digest(matching === 1 ? 'sha256' : 'sha512', octets) === data;
}

function leadsTo(chain: readonly ShownCertificate[], { names, now }: Wanted): boolean {
  const [own] = chain;
  return (
    own !== undefined &&
    names.some((name) => own.isFor(name)) &&
    chain.every((one, n) => {
      const issuer = chain[n + 1];
      return one.isValidAt(now) && (issuer === undefined || one.isIssuedBy(issuer));
    })
  );
}

/** Data of a `3 1 1` record that would name the certificate (RFC 7671 §5.1 recommends that form). */
export function fittingData({ key }: ShownCertificate, digest: Digest): string {
  return `3 1 1 ${digest('sha256', key)}`;
}

function hexOf(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
