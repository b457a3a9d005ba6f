import { createHash, randomBytes } from 'node:crypto';

/** Nobody guesses one (RFC 4086 §8.2), so a plain hash is enough to keep it by. */
const OCTETS = 32;

/** What a program shows to be let in begins like this, so that those who look for secrets in texts find it. */
const TOKEN_MARK = 'mxp_';

/** A code for a link. */
export function newCode(): string {
  return randomBytes(OCTETS).toString('base64url');
}

export function newTokenValue(): string {
  return `${TOKEN_MARK}${newCode()}`;
}

/** What is kept of a code or a token. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The token in `Authorization: Bearer` (RFC 6750 §2.1); null for everything else, such as what a proxy asks for itself. */
export function bearerIn(authorization: string | null): string | null {
  const value = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  return value?.startsWith(TOKEN_MARK) ? value : null;
}
