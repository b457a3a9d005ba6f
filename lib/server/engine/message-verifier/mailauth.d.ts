/** What is used of the library (docs/decisions/0086): it has types for its whole results only. */
declare module 'mailauth/lib/dkim/body/index.js' {
  interface BodyHash {
    /** Octets of the body in that form, and those of them that were hashed. */
    canonicalizedLength: number;
    bodyHashedBytes: number;
    update(octets: Uint8Array): void;
    digest(encoding: 'base64'): string;
  }
  export function dkimBody(form: string, hash: string, length?: number): BodyHash;
}

declare module 'mailauth/lib/dkim/header/index.js' {
  interface HeaderLine {
    key: string;
    casedKey: string;
    line: Buffer;
  }
  export function generateCanonicalizedHeader(
    type: 'DKIM' | 'ARC' | 'AS',
    lines: { headers: readonly HeaderLine[] },
    options: { signatureHeaderLine: Buffer; canonicalization: string },
  ): { canonicalizedHeader: Buffer };
}

declare module 'mailauth/lib/tools.js' {
  import type { HeaderLine } from 'mailauth/lib/dkim/header/index.js';
  export function getSigningHeaderLines(
    lines: readonly HeaderLine[],
    names: string,
    isVerified: boolean,
  ): { headers: HeaderLine[] };
}
