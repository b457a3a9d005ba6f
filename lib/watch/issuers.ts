import { z } from 'zod';
import type { Session } from '@/lib/smtp/session';

/** Who has issued the certificates of an exchange lately, and who was seen once beside them. */
export const KnownIssuers = z.object({
  known: z.array(z.object({ issuer: z.string(), missed: z.int().describe('tries in a row without it') })),
  doubted: z.array(z.string()).nullable(),
});
export type KnownIssuers = z.infer<typeof KnownIssuers>;

/** Tries that saw certificates, after which an issuer that none of them has shown is forgotten: a cluster shows all of its own until then. */
const MAX_MISSED = 20;

/**
 * Who has issued the trusted certificates of these sessions: the organization, for authorities issue in turn with several certificates of
 * their own. What a certificate that is not trusted says of its issuer is not proven.
 */
export function issuersOf(sessions: readonly Session[]): string[] {
  const certificates = sessions.flatMap(({ tls }) =>
    tls?.state === 'trusted' ? (tls.certificate ?? []) : [],
  );
  return [...new Set(certificates.map(({ authority, issuer }) => authority ?? issuer))].sort();
}

/** What follows from whom a try has seen; `come`: those that are new, and were seen by a try before. */
export function followIssuers(
  { known, doubted }: KnownIssuers,
  seen: readonly string[],
): { issuers: KnownIssuers; come: string[]; isDoubt: boolean } {
  const strangers = seen.filter((name) => !known.some(({ issuer }) => issuer === name));
  const come = strangers.filter((name) => doubted?.includes(name));
  const kept = known
    .map(({ issuer, missed }) => ({ issuer, missed: seen.includes(issuer) ? 0 : missed + 1 }))
    .filter(({ missed }) => missed <= MAX_MISSED);
  const left = strangers.filter((name) => !come.includes(name));
  return {
    issuers: { known: [...kept, ...beginningWith(come).known], doubted: left.length > 0 ? left : null },
    come,
    isDoubt: left.length > 0 && doubted === null,
  };
}

export function beginningWith(seen: readonly string[]): KnownIssuers {
  return { known: seen.map((issuer) => ({ issuer, missed: 0 })), doubted: null };
}
