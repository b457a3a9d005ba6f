import { define, list } from './define';

type Hosts = { hosts: string[] };

const OPPORTUNISTIC =
  'Most senders use TLS when they can and deliver anyway; senders that enforce it (MTA-STS, DANE, or by contract) do not.';

/** Five states of encryption that are never merged. */
export const tls = {
  'tls.trusted': define<Hosts & { protocol: string }>({
    severity: 'ok',
    side: 'none',
    layer: 6,
    permanence: null,
    title: (a) => `${list(a.hosts)}: encrypted with ${a.protocol}, certificate trusted`,
    why: () => 'The certificate is valid, issued by a trusted authority, and names the exchange.',
    fix: () => '',
    judged: 'STARTTLS succeeded, the chain leads to a trusted authority and the exchange is among the names.',
    refs: ['RFC 3207 §4'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], protocol: 'TLSv1.3' },
  }),
  'tls.not-offered': define<Hosts>({
    severity: 'notice',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${list(a.hosts)} does not offer encryption`,
    why: () =>
      `STARTTLS is not among the capabilities, so mail crosses the network readable. ${OPPORTUNISTIC}`,
    fix: () => 'Give the server a certificate and switch STARTTLS on.',
    judged: 'The answer to EHLO does not list STARTTLS.',
    refs: ['RFC 3207 §4'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'] },
  }),
  'tls.refused': define<Hosts & { reply: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${list(a.hosts)} offers STARTTLS and then refuses it`,
    why: (a) => `It answered "${a.reply}". ${OPPORTUNISTIC}`,
    fix: () => "Look into the mail server's log: most often the certificate or its key cannot be read.",
    judged: 'STARTTLS was offered and the command was answered with 4yz or 5yz.',
    refs: ['RFC 3207 §4'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], reply: '454 4.7.0 TLS not available' },
  }),
  'tls.failed': define<Hosts & { reason: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The TLS handshake with ${list(a.hosts)} failed`,
    why: (a) =>
      `STARTTLS was agreed, then the handshake ended with: ${a.reason}. Many senders come back without encryption, as this check did; some keep the mail and try again, and enforcing ones bounce it in the end.`,
    fix: () =>
      'Check protocol versions and ciphers of the mail server, and that certificate and key belong together.',
    headline: (a) => `The TLS handshake with ${list(a.hosts)} failed.`,
    plain: () =>
      'The receiving mail server offers an encrypted connection that does not work. Mail may be delayed or returned until its administrator repairs it.',
    judged: 'The server answered 220 to STARTTLS and the handshake did not complete.',
    refs: ['RFC 3207 §4.1'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], reason: 'wrong version number' },
  }),
  'tls.not-trusted': define<Hosts & { reason: string; names: string[] }>({
    severity: 'notice',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The certificate of ${list(a.hosts)} is not trusted: ${reasonWords(a.reason)}`,
    why: (a) =>
      `The connection is encrypted, but its other end is not proved${a.names.length > 0 ? `; the certificate names ${list(a.names)}` : ''}. ${OPPORTUNISTIC}`,
    fix: (a) => fixFor(a.reason),
    judged: 'The handshake succeeded; the chain, the dates or the names of the certificate do not hold.',
    refs: ['RFC 3207 §4.1', 'RFC 9525 §6'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      reason: 'CERT_HAS_EXPIRED',
      names: ['mx1.example.org'],
    },
  }),
};

const REASONS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the chain sent is incomplete',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
};

function reasonWords(reason: string): string {
  return REASONS[reason] ?? reason;
}

function fixFor(reason: string): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return 'Renew the certificate, and check why the renewal did not happen or was not loaded.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'Use a certificate that names the exchange exactly as the MX record does.';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return 'Have the server send the whole chain: its own certificate followed by the intermediate ones.';
    default:
      return 'Use a certificate of a publicly trusted authority that names the exchange.';
  }
}
