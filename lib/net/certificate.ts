import type { X509Certificate } from 'node:crypto';
import { escapeText } from '@/lib/smtp/escape';
import type { Certificate } from '@/lib/smtp/session';

/** Names of one certificate that are kept; public authorities allow 100, and evidence must stay small. */
const MAX_NAMES = 100;

/** Characters of one name or of subject and issuer that are kept; RFC 5280's upper bounds are below it. */
const MAX_CHARACTERS = 512;

/** What a certificate says. Its text comes from the other side and is escaped; dates that are none are empty. */
export function certificateFacts(certificate: X509Certificate): Certificate {
  return {
    subject: distinguishedName(certificate.subject),
    names: alternativeNames(certificate.subjectAltName),
    issuer: distinguishedName(certificate.issuer),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
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
