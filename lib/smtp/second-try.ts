import type { Session } from './session';
import type { HelloKind, TlsOffer } from './tls-offer';

type Tried = Pick<Session, 'outcome' | 'stage' | 'tls' | 'withoutTls'>;

/** Ends that say nothing of the mail, but of the connection. */
const BROKEN: readonly Session['outcome'][] = ['closed', 'reset', 'silent', 'protocol-error'];

/**
 * Whether one more try in the clear follows, as with senders that use TLS where it works (RFC 7435 §3): after a handshake that
 * failed, and after a session that broke off inside TLS, unless the message was on its way.
 */
export function hasSecondTry({ outcome, stage, tls, withoutTls }: Tried): boolean {
  if (withoutTls) return false;
  if (outcome === 'tls-failed') return true;
  const isUnderTls = tls !== null && tls.protocol !== null && stage !== 'tls';
  return isUnderTls && BROKEN.includes(outcome) && stage !== 'data' && stage !== 'message';
}

/**
 * How TLS is begun in the try after one for which `hasSecondTry` holds; null: in the clear. A handshake that failed with a
 * large hello is tried with a small one first: some servers and firewalls read one packet of it and no more.
 */
export function nextHello(
  { outcome, smallHello }: Pick<Session, 'outcome' | 'smallHello'>,
  offer: TlsOffer,
): HelloKind | null {
  return outcome === 'tls-failed' && smallHello !== true && offer.small !== null ? 'small' : null;
}
