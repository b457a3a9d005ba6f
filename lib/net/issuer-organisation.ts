import type { X509Certificate } from 'node:crypto';

/** The organization that the issuer of a certificate names; null when it names none, or several: then it is none that is known. */
export function issuerOrganisation(certificate: X509Certificate): string | null {
  const { O: organisation } = certificate.toLegacyObject().issuer as { O?: string | string[] };
  return typeof organisation === 'string' ? organisation : null;
}
