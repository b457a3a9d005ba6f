import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from '../internet/certificates';
import type { MtaPlace } from './mta-places';

/** Files of the certificate of a place; null for one without TLS. */
export type CertificateFiles = (place: MtaPlace) => { certificate: string; key: string } | null;

/** A certificate for each place that has one, as wrong as its variant says; `keyMode` is of the file with the key. */
export async function makeMtaCertificates(
  folder: string,
  issuer: Authority,
  places: readonly MtaPlace[],
  keyMode: number,
): Promise<CertificateFiles> {
  const files = new Map<string, { certificate: string; key: string }>();
  for (const { variant, host } of places) {
    if (variant === 'plain') continue;
    const { cert, key } = await issuer.issue(host, variant === 'trusted' ? 'good' : variant);
    const at = { certificate: join(folder, `${host}.pem`), key: join(folder, `${host}.key`) };
    writeFileSync(at.certificate, cert);
    writeFileSync(at.key, key, { mode: keyMode });
    files.set(host, at);
  }
  return ({ host }) => files.get(host) ?? null;
}
