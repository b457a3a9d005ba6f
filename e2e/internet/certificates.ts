import { createHash, X509Certificate } from 'node:crypto';
import 'reflect-metadata'; // @peculiar/x509 asks for it
import * as x509 from '@peculiar/x509';

/** What is wrong with a certificate; `none`: no STARTTLS at all. */
export type CertificateKind =
  | 'good'
  | 'self-signed'
  | 'expired'
  | 'not-yet-valid'
  | 'expires-soon'
  | 'other-name'
  | 'expired-other-name'
  | 'expired-self-signed'
  | 'unknown-issuer' // of an authority that nobody knows, whose own certificate is sent along
  | 'chain-incomplete' // of an intermediate authority whose certificate is not sent
  | 'issuer-expired' // of an intermediate authority whose certificate has ended
  | 'weak-key' // RSA, 1024 bits
  | 'weak-signature' // with SHA-1
  | 'none';

/** PEM texts, as TLS servers take them. */
interface KeyAndCertificate {
  key: string;
  cert: string;
}

/** A certificate authority of this run only: trust its `pem` through NODE_EXTRA_CA_CERTS. */
export interface Authority {
  pem: string;
  /** The same each time. */
  issue(name: string, kind: Exclude<CertificateKind, 'none'>): Promise<KeyAndCertificate>;
  /** SHA-256 of the public key of a certificate, in hexadecimal, as TLSA records hold it. */
  keyOf(name: string, kind: 'good' | 'expires-soon' | 'self-signed'): Promise<string>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const SHORT_RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 1024,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const DAY_MS = 86_400_000;

/** Days from now. */
const GOOD: Days = [-1, 20];
const DAYS: Partial<Record<CertificateKind, Days>> = {
  expired: [-60, -30],
  'expired-other-name': [-60, -30],
  'expired-self-signed': [-60, -30],
  'not-yet-valid': [3, 30],
  'expires-soon': [-80, 5.5],
};
type Days = readonly [from: number, to: number];

export async function createAuthority(): Promise<Authority> {
  const root = await makeAuthority('Practice Internet Test CA');
  const issued = new Map<string, Promise<KeyAndCertificate>>();
  const issue: Authority['issue'] = (name, kind) => {
    const known = issued.get(`${kind} ${name}`) ?? make(root, name, kind);
    issued.set(`${kind} ${name}`, known);
    return known;
  };
  return {
    pem: root.pem,
    issue,
    async keyOf(name, kind) {
      const { publicKey } = new X509Certificate((await issue(name, kind)).cert);
      return createHash('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex');
    },
  };
}

async function make(
  root: Issuer,
  name: string,
  kind: Exclude<CertificateKind, 'none'>,
): Promise<KeyAndCertificate> {
  const own = await makeKeys(kind === 'weak-key' ? SHORT_RSA : ALGORITHM);
  const issuer = await issuerOf(kind, root);
  const certified = kind.endsWith('other-name') ? `another-name.${name}` : name;
  const wanted = {
    serialNumber: serial(),
    ...validity(DAYS[kind] ?? GOOD),
    signingAlgorithm: kind === 'weak-signature' ? { ...ALGORITHM, hash: 'SHA-1' } : ALGORITHM,
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: certified }]),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  };
  const cert = kind.endsWith('self-signed')
    ? await x509.X509CertificateGenerator.createSelfSigned({
        ...wanted,
        name: `CN=${certified}`,
        keys: own,
      })
    : await x509.X509CertificateGenerator.create({
        ...wanted,
        subject: `CN=${certified}`,
        issuer: issuer.subject,
        publicKey: own.publicKey,
        signingKey: issuer.keys.privateKey,
      });
  const isAlone = issuer === root || kind === 'chain-incomplete';
  const sent = isAlone ? [cert.toString('pem')] : [cert.toString('pem'), issuer.pem];
  return { key: await pemOf(own.privateKey), cert: sent.join('\n') };
}

interface Issuer {
  subject: string;
  keys: CryptoKeyPair;
  pem: string;
}

async function issuerOf(kind: CertificateKind, root: Issuer): Promise<Issuer> {
  if (kind === 'unknown-issuer') return makeAuthority('Nobody Knows This CA');
  if (kind === 'chain-incomplete') return makeAuthority('Practice Intermediate CA', root);
  if (kind === 'issuer-expired') return makeAuthority('Practice Old Intermediate CA', root, [-60, -3]);
  return root;
}

/** An authority that signed itself, or that another one signed. */
async function makeAuthority(name: string, above?: Issuer, days: Days = [-1, 30]): Promise<Issuer> {
  const keys = await makeKeys(ALGORITHM);
  const subject = `CN=${name}`;
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject,
    issuer: above?.subject ?? subject,
    ...validity(days),
    publicKey: keys.publicKey,
    signingKey: (above?.keys ?? keys).privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  return { subject, keys, pem: cert.toString('pem') };
}

function makeKeys(algorithm: typeof ALGORITHM | typeof SHORT_RSA): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function pemOf(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function validity([from, to]: Days): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now + from * DAY_MS), notAfter: new Date(now + to * DAY_MS) };
}

function serial(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 16);
}
