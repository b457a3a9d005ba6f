import 'reflect-metadata'; // @peculiar/x509 asks for it
import * as x509 from '@peculiar/x509';

/** What is wrong with a certificate; `none`: no STARTTLS at all. */
export type CertificateKind = 'good' | 'self-signed' | 'expired' | 'other-name' | 'none';

/** PEM texts, as TLS servers take them. */
interface KeyAndCertificate {
  key: string;
  cert: string;
}

/** A certificate authority of this run only: trust its `pem` through NODE_EXTRA_CA_CERTS. */
export interface Authority {
  pem: string;
  issue(name: string, kind: Exclude<CertificateKind, 'none'>): Promise<KeyAndCertificate>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

export async function createAuthority(): Promise<Authority> {
  const keys = await makeKeys();
  const subject = 'CN=Practice Internet Test CA';
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: serial(), name: subject, keys, signingAlgorithm: ALGORITHM },
    ...validity(-1, 30),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  return {
    pem: root.toString('pem'),
    async issue(name, kind) {
      const own = await makeKeys();
      const certified = kind === 'other-name' ? `another-name.${name}` : name;
      const wanted = {
        ...{ serialNumber: serial(), signingAlgorithm: ALGORITHM },
        ...(kind === 'expired' ? validity(-60, -30) : validity(-1, 20)),
        extensions: [
          new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: certified }]),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        ],
      };
      const cert =
        kind === 'self-signed'
          ? await x509.X509CertificateGenerator.createSelfSigned({
              ...wanted,
              name: `CN=${certified}`,
              keys: own,
            })
          : await x509.X509CertificateGenerator.create({
              ...{ ...wanted, subject: `CN=${certified}`, issuer: subject },
              ...{ publicKey: own.publicKey, signingKey: keys.privateKey },
            });
      return { key: await pemOf(own.privateKey), cert: cert.toString('pem') };
    },
  };
}

function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function pemOf(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function validity(fromDays: number, toDays: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now + fromDays * DAY_MS), notAfter: new Date(now + toDays * DAY_MS) };
}

function serial(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16);
}
