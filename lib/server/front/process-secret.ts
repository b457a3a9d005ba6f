import { randomBytes } from 'node:crypto';

/** The server and what Next has bundled are apart, so what they share hangs on `globalThis`. */
const SECRET = Symbol.for('mxproof.secret');

/** What this process tells itself by in the headers of a request; nobody else can know it. */
export function processSecret(): string {
  const shared = globalThis as typeof globalThis & { [SECRET]?: string | undefined };
  return (shared[SECRET] ??= randomBytes(24).toString('base64url'));
}
