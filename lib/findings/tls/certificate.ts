import type { Reference } from '@/lib/report/reference';
import type { Certificate, TlsFacts } from '@/lib/smtp/session';
import { dayOf } from '../day';
import { found, type Claim } from '../found';
import { groupBy } from '@/lib/group-by';
import type { Evidence } from '@/lib/report/evidence';
import { type ClosedSession, heardSessions, hostLabels, lineEvidence } from '../seen';

/** A certificate that is renewed by machine has more time left: the usual one of 90 days is renewed 30 before its end. */
const SOON_DAYS = 14;
/** Of its whole time: certificates of some days are renewed in their last third. */
const SOON_SHARE = 1 / 6;

/**
 * Of its whole time: what is left is little. Of 90 days it is nine, so that three weeks of tries to renew it have failed; a longer one is often
 * renewed by hand, and ten days are what that takes; of one of some days everything that is soon is late.
 */
const LATE_SHARE = 1 / 10;
const LATE_DAYS = { least: 3, most: 10 };

/** What today's recommendations ask of keys, in bits (RFC 9325 §4.5). */
const LEAST_MODULUS_BITS = 2048;
const LEAST_CURVE_BITS = 224;

const DAY_MS = 86_400_000;

/** What is weak about the certificates shown, or soon will be wrong. */
export function* certificates(seen: Evidence): Iterable<Claim> {
  const shown = heardSessions(seen).filter(({ tls }) => Boolean(tls?.certificate));
  for (const group of groupBy(shown, ({ tls }) => tls?.certificate?.sha256 ?? '')) {
    const { tls } = group[0];
    if (!tls?.certificate) continue;
    const { certificate } = tls;
    const hosts = hostLabels(group);
    const isTrusted = tls.state === 'trusted';
    const evidence = group.map(evidenceOfHandshake);
    const least = leastBits(certificate);
    if (least !== null)
      yield found('tls.weak-key', { hosts, key: keyWords(certificate), least, isTrusted }, evidence);
    for (const { algorithm, subject } of weakSignatures(tls))
      yield found('tls.weak-signature', { hosts, algorithm, subject, isTrusted }, evidence);
    const left = leftOf(certificate, seen.startedAt);
    if (left !== null && isTrusted)
      yield found('tls.expires-soon', { hosts, ...left, until: dayOf(certificate.validTo) }, evidence);
  }
}

/** Trusted, and weak all the same: one finding says both. */
export function isWeak(tls: TlsFacts): boolean {
  return Boolean(tls.certificate && leastBits(tls.certificate) !== null) || weakSignatures(tls).length > 0;
}

/** The certificates of a chain that are signed with a hash of old; a root may sign itself as it likes. */
function weakSignatures({ certificate, chain = [] }: TlsFacts): { algorithm: string; subject: string }[] {
  return [...(certificate ? [certificate] : []), ...chain].flatMap(({ signature, subject, issuer }) =>
    isWeakSignature(signature) && subject !== issuer ? [{ algorithm: signature, subject }] : [],
  );
}

/** Null: strong enough, or of a kind that has no size. */
function leastBits({ key }: Certificate): number | null {
  if (!key?.bits) return null;
  const least = key.curve === null ? LEAST_MODULUS_BITS : LEAST_CURVE_BITS;
  return key.bits < least ? least : null;
}

function keyWords({ key }: Certificate): string {
  const curve = key?.curve ? ` on ${key.curve}` : '';
  return `${(key?.type ?? '').toUpperCase()} key of ${key?.bits ?? 0} bits${curve}`;
}

function isWeakSignature(algorithm: string | null | undefined): algorithm is string {
  return /md[245]|sha1(?!\d)/i.test(algorithm ?? '');
}

/** Whole days until the end, and whether that is little of its life; null when it is far away, or over. */
function leftOf(
  { validFrom, validTo }: Certificate,
  startedAt: string,
): { days: number; isLate: boolean } | null {
  const left = Date.parse(validTo) - Date.parse(startedAt);
  const whole = Date.parse(validTo) - Date.parse(validFrom);
  if (!(left >= 0 && left < Math.min(SOON_DAYS * DAY_MS, whole * SOON_SHARE))) return null;
  const late = Math.min(Math.max(whole * LATE_SHARE, LATE_DAYS.least * DAY_MS), LATE_DAYS.most * DAY_MS);
  return { days: Math.floor(left / DAY_MS), isLate: left < late };
}

function evidenceOfHandshake(session: ClosedSession): Reference {
  return lineEvidence(session, session.stages.find(({ stage }) => stage === 'tls')?.line);
}
