import type { Session, TlsFacts } from '@/lib/smtp/session';
import type { ClientHello, TlsOffer } from '@/lib/smtp/tls-offer';

/** What became of TLS in a session. */
export const TLS_STATE_WORD: Readonly<Record<TlsFacts['state'], string>> = {
  'not-offered': 'STARTTLS not offered: everything passed in the clear',
  refused: 'STARTTLS offered, then refused',
  failed: 'handshake failed',
  untrusted: 'encrypted; certificate not trusted (senders that encrypt when they can deliver anyway)',
  trusted: 'encrypted, certificate trusted',
};

/** The same in a word or two, for a line of many. */
export const TLS_STATE_SHORT: Readonly<Record<TlsFacts['state'], string>> = {
  'not-offered': 'no TLS',
  refused: 'TLS refused',
  failed: 'TLS fails',
  untrusted: 'certificate not trusted',
  trusted: 'certificate trusted',
};

/** Which try at an address a session is; empty for the first. */
export function tryWords({ withoutTls, smallHello }: Pick<Session, 'withoutTls' | 'smallHello'>): string {
  if (withoutTls) return 'again without TLS';
  return smallHello === true ? 'again with a small ClientHello' : '';
}

/** With what this installation opens TLS, and what it therefore cannot see. */
export function tlsOfferWords({ library, usual, small }: TlsOffer): string {
  const rest =
    small === null
      ? 'larger ones, as newer libraries send them, were not tried'
      : `${helloWords(small)} for a second try`;
  return `${library}, ${helloWords(usual)}; ${rest}`;
}

function helloWords({ bytes, keyShares }: ClientHello): string {
  return `ClientHello of ${bytes} bytes with key shares for ${keyShares.join(' and ') || 'no group'}`;
}
