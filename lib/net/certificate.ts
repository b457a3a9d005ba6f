import type { X509Certificate } from 'node:crypto';
import { escapeText } from '@/lib/smtp/escape';
import type { Certificate } from '@/lib/smtp/session';
import { issuerOrganisation } from './issuer-organisation';
import { signatureAlgorithm } from './signature-algorithm';

/** Names of one certificate that are kept; public authorities allow 100, and evidence must stay small. */
const MAX_NAMES = 100;

/** Certificates kept above the first; chains in use have up to four. */
const MAX_CHAIN = 8;

/** Characters of one name or of subject and issuer that are kept; RFC 5280's upper bounds are below it. */
const MAX_CHARACTERS = 512;

/** What a certificate says. Its text comes from the other side and is escaped; dates that are none are empty. */
export function certificateFacts(certificate: X509Certificate): Certificate {
  const authority = issuerOrganisation(certificate);
  return {
    subject: distinguishedName(certificate.subject),
    names: alternativeNames(certificate.subjectAltName),
    issuer: distinguishedName(certificate.issuer),
    ...(authority !== null && { authority: shown(authority) }),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    key: keyFacts(certificate),
    signature: signatureAlgorithm(certificate.raw),
  };
}

/** What was sent above the certificate, nearest issuer first; the root is often left out, and may be. */
export function chainFacts(certificate: X509Certificate): Certificate[] {
  const chain: Certificate[] = [];
  for (let one = certificate.issuerCertificate; one !== undefined && chain.length < MAX_CHAIN;) {
    chain.push(certificateFacts(one));
    const next: X509Certificate | undefined = one.issuerCertificate;
    one = next?.fingerprint256 === one.fingerprint256 ? undefined : next;
  }
  return chain;
}

/** Null: a kind of key that OpenSSL does not know. */
function keyFacts(certificate: X509Certificate): Certificate['key'] {
  try {
    const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: about = {} } = certificate.publicKey;
    const curve = about.namedCurve ?? null;
    return { type, bits: about.modulusLength ?? bitsOfCurve(curve), curve };
  } catch {
    return null;
  }
}

/** `prime256v1`, `secp384r1`: the name tells the size. */
function bitsOfCurve(curve: string | null): number | null {
  const digits = /\d{3}/.exec(curve ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Node gives one attribute a line, the least significant last; RFC 4514 §2.1 writes that one first. */
function distinguishedName(lines: string | undefined): string {
  const parts = (lines ?? '').split('\n').filter((part) => part !== '');
  return shown(parts.reverse().join(', '));
}

/** `DNS:a, IP Address:192.0.2.1`, where names with special characters are JSON strings. */
function alternativeNames(text: string | undefined): string[] {
  const names: string[] = [];
  for (const [, quoted, plain = ''] of (text ?? '').matchAll(
    /(?:DNS|IP Address):(?:("(?:[^"\\]|\\.)*")|([^,]*))/g,
  )) {
    if (names.length === MAX_NAMES) break;
    names.push(shown(quoted === undefined ? plain : unquoted(quoted)));
  }
  return names;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function shown(text: string): string {
  return escapeText(text.slice(0, MAX_CHARACTERS));
}
