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
    const days = daysLeft(certificate, seen.startedAt);
    if (days !== null && isTrusted)
      yield found('tls.expires-soon', { hosts, days, until: dayOf(certificate.validTo) }, evidence);
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

/** Whole days until the end; null when that is far away, or over. */
function daysLeft({ validFrom, validTo }: Certificate, startedAt: string): number | null {
  const left = Date.parse(validTo) - Date.parse(startedAt);
  const soon = Math.min(SOON_DAYS * DAY_MS, (Date.parse(validTo) - Date.parse(validFrom)) * SOON_SHARE);
  return left >= 0 && left < soon ? Math.floor(left / DAY_MS) : null;
}

function evidenceOfHandshake(session: ClosedSession): Reference {
  return lineEvidence(session, session.stages.find(({ stage }) => stage === 'tls')?.line);
}
