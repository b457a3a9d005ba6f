import { define, list } from '../../define';

type Hosts = { hosts: string[] };

const hosts = ['mx1.example.org [192.0.2.25]'];

type Distrust = Hosts & {
  /** Code of what speaks against it, as Node names it; `also` the others. */
  reason: string;
  also: string[];
  names: string[];
  issuer: string;
  /** Days, as dates. */
  from: string;
  until: string;
  /** Whose certificate in the chain has ended, when it is not the first. */
  expiredIssuer: string;
};

/** Certificates that prove too little, or soon will. */
export const certificate = {
  'tls.not-trusted': define<Distrust>({
    severity: 'notice',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      `The certificate of ${list(a.hosts)} is not trusted: ${list([a.reason, ...a.also].map((one) => reasonWords(one, a)))}`,
    why: (a) =>
      `The connection is encrypted, but its other end is not proved: ${[a.reason, ...a.also].map((one) => whyWords(one, a)).join('; ')}. Most senders use TLS when they can and deliver anyway; those that follow an MTA-STS policy do not, and those that use DANE go by the TLSA record instead.`,
    fix: (a) => [a.reason, ...a.also].map((one) => fixFor(one, a)).join(' '),
    judged: 'The handshake succeeded; the chain, the dates or the names of the certificate do not hold.',
    refs: ['RFC 3207 §4.1', 'RFC 9525 §6', 'RFC 8461 §4.2', 'RFC 7672 §3.1'],
    example: {
      hosts,
      reason: 'CERT_HAS_EXPIRED',
      also: [],
      names: ['mx1.example.org'],
      issuer: 'CN=Example CA',
      from: '2026-06-01',
      until: '2026-08-30',
      expiredIssuer: '',
    },
  }),
  'tls.expires-soon': define<Hosts & { until: string; days: number }>({
    severity: (a) => (a.days < 3 ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The certificate of ${list(a.hosts)} ends in ${a.days} ${a.days === 1 ? 'day' : 'days'}`,
    why: (a) =>
      `It is valid until ${a.until}. Renewal by machine happens earlier, so it may have failed, or the mail server has not loaded the new certificate. After that day senders that demand a trusted certificate (MTA-STS) do not deliver to it.`,
    fix: () =>
      'Renew the certificate now, and have the mail server reload it after each renewal; many servers keep the old one in memory.',
    judged:
      'A trusted certificate ends within 14 days, or within a sixth of its whole time where that is less.',
    refs: ['RFC 5280 §4.1.2.5', 'RFC 8461 §4.2'],
    example: { hosts, until: '2026-12-01', days: 6 },
  }),
  'tls.weak-key': define<Hosts & { key: string; least: number }>({
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The key of the certificate of ${list(a.hosts)} is weak: ${a.key}`,
    why: (a) =>
      `Recommendations ask for ${a.least} bits or more. Many libraries of today refuse a shorter key; mail from such senders comes without encryption or not at all.`,
    fix: () =>
      'Make a new key: RSA of 2048 bits or more, or ECDSA P-256, and have a certificate issued for it.',
    judged: 'The key is RSA or DSA of less than 2048 bits, or on a curve of less than 224 bits.',
    refs: ['RFC 9325 §4.5'],
    example: { hosts, key: 'rsa, 1024 bits', least: 2048 },
  }),
  'tls.weak-signature': define<Hosts & { algorithm: string; subject: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `A certificate of ${list(a.hosts)} is signed with ${a.algorithm}`,
    why: (a) =>
      `The certificate of ${a.subject} rests on a hash that can be forged. Libraries with the settings of today do not trust it; senders that demand a trusted certificate do not deliver to it.`,
    fix: () => 'Have a new certificate issued; every authority signs with SHA-256 or better.',
    judged: 'The certificate, or one sent above it that did not sign itself, is signed with MD5 or SHA-1.',
    refs: ['RFC 8446 §4.4.2.4'],
    example: { hosts, algorithm: 'sha1WithRSAEncryption', subject: 'CN=mx1.example.org' },
  }),
};

function reasonWords(reason: string, { expiredIssuer }: Distrust): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return expiredIssuer === '' ? 'it has expired' : `that of its issuer ${expiredIssuer} has expired`;
    case 'CERT_NOT_YET_VALID':
      return 'it is not valid yet';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'it is self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'its issuer is not known here';
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'the chain sent is incomplete';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'it is for another name';
    case 'NO_CERTIFICATE':
      return 'none was shown';
    default:
      return reason;
  }
}

function whyWords(reason: string, a: Distrust): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return a.expiredIssuer === ''
        ? `the certificate ended on ${a.until}`
        : `the certificate itself is valid until ${a.until}, but that of its issuer ${a.expiredIssuer}, sent along, has ended`;
    case 'CERT_NOT_YET_VALID':
      return `the certificate begins on ${a.from}`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'nobody but itself has signed the certificate';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `the certificate was issued by ${a.issuer}, and that chain leads to no authority that is known here`;
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `the certificate was sent without that of its issuer ${a.issuer}, which is not known here by itself`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return a.names.length === 0
        ? 'the certificate names no host'
        : `the certificate names ${list(a.names)}`;
    default:
      return reasonWords(reason, a);
  }
}

function fixFor(reason: string, { expiredIssuer }: Distrust): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return expiredIssuer === ''
        ? 'Renew the certificate, and check why the renewal did not happen or was not loaded.'
        : 'Send the present certificate of the issuer; the authority publishes it.';
    case 'CERT_NOT_YET_VALID':
      return 'Check the clock of the machine that made the certificate, and use the former certificate until then.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'Use a certificate that names the exchange exactly as the MX record does.';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return 'Have the server send the whole chain: its own certificate followed by the intermediate ones.';
    case 'NO_CERTIFICATE':
      return 'Give the server a certificate; ciphers without one protect against nobody who can alter the traffic.';
    default:
      return 'Use a certificate of a publicly trusted authority that names the exchange.';
  }
}
