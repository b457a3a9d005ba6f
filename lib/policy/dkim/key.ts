import { no, ok, type Result } from '@/lib/result';
import { readTags } from '../tag-list';

/** A public key in DNS; RFC 6376 §3.6.1. */
export interface DkimKey {
  text: string;
  type: 'rsa' | 'ed25519';
  /** Of the key itself; 0 when it was revoked. */
  bits: number;
  isRevoked: boolean;
  /** `t=y`: mail is not to be judged by it. `t=s`: not for subdomains. */
  flags: readonly string[];
  hashes: readonly string[] | null;
  services: readonly string[];
}

export type DkimKeyFault =
  | 'version'
  | 'no-key'
  | 'unknown-type'
  | 'bad-key'
  | 'bad-tag'
  | 'repeated'
  /** The key is for something else than mail. */
  | 'service';

/** How many bits an RSA key has, given as SubjectPublicKeyInfo or as RFC 8017 has it; null when it is none. */
export type RsaBits = (der: Uint8Array) => number | null;

/** Octets of an Ed25519 key; RFC 8463 §4.2. */
const ED25519_OCTETS = 32;

/** RFC 8301 §3.2: signatures of a shorter one are not valid. */
export const MIN_RSA_BITS = 1024;

/** RFC 8301 §3.2: what signers should have. */
export const GOOD_RSA_BITS = 2048;

/** Reads the text of a record at `SELECTOR._domainkey`. */
export function parseDkimKey(text: string, rsaBits: RsaBits): Result<DkimKey, DkimKeyFault> {
  const tags = readTags(text);
  const values = new Map<string, string>();
  for (const [index, { name, value }] of tags.entries()) {
    if (name === null || !/^[a-z][a-z0-9_]*$/i.test(name)) return no('bad-tag');
    if (values.has(name)) return no('repeated');
    // RFC 6376 §3.6.1: the version stands first, if it stands there at all.
    if (name === 'v' && (index !== 0 || value !== 'DKIM1')) return no('version');
    values.set(name, value);
  }
  const list = (name: string) =>
    values
      .get(name)
      ?.split(':')
      .map((one) => one.trim().toLowerCase());
  const type = (values.get('k') ?? 'rsa').toLowerCase();
  const key = values.get('p')?.replace(/[ \t\r\n]/g, '');
  if (key === undefined) return no('no-key');
  if (type !== 'rsa' && type !== 'ed25519') return no('unknown-type');
  const services = list('s') ?? ['*'];
  if (!services.includes('*') && !services.includes('email')) return no('service');
  const bits = key === '' ? 0 : bitsOf(type, key, rsaBits);
  if (bits === null) return no('bad-key');
  return ok({
    text,
    type,
    bits,
    isRevoked: key === '',
    flags: list('t') ?? [],
    hashes: list('h') ?? null,
    services,
  });
}

function bitsOf(type: DkimKey['type'], key: string, rsaBits: RsaBits): number | null {
  const octets = octetsOf(key);
  if (octets === null) return null;
  return type === 'rsa' ? rsaBits(octets) : octets.length === ED25519_OCTETS ? 8 * ED25519_OCTETS : null;
}

/** RFC 4648 §4; null for text that is not of it. */
function octetsOf(base64: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null; // of no length that it can have
  }
}
