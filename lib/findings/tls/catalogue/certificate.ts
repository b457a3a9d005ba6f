import { define, list } from '../../define';
import { zoneLine } from '../../zone-line';

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
  /** The name that the exchange is an alias for, when the certificate is for that; else empty. */
  aliasTarget: string;
  /** Whether TLSA records that count name it. */
  isPinned: boolean;
};

/** Certificates that prove too little, or soon will. */
export const certificate = {
  'tls.not-trusted': define<Distrust>({
    name: 'Certificate not trusted',
    severity: ({ isPinned }) => (isPinned ? 'notice' : 'warning'),
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      `The certificate of ${list(a.hosts)} is not trusted: ${list([a.reason, ...a.also].map((one) => reasonWords(one, a)))}`,
    why: (a) =>
      `The connection is encrypted, but no authority vouches for who is at its other end: ${[a.reason, ...a.also].map((one) => whyWords(one, a)).join('; ')}. Most senders use TLS when they can and deliver anyway; those that follow an MTA-STS policy do not, and ${a.isPinned ? 'those that use DANE deliver: the TLSA record names it' : 'those that use DANE go by the TLSA record instead'}.`,
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
      aliasTarget: '',
      isPinned: false,
    },
  }),
  'tls.expires-soon': define<Hosts & { until: string; days: number; isLate: boolean }>({
    name: 'Certificate ends soon',
    severity: ({ isLate }) => (isLate ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The certificate of ${list(a.hosts)} ends in ${a.days} ${a.days === 1 ? 'day' : 'days'}`,
    why: (a) =>
      `It is valid until ${a.until}. Renewal by machine happens earlier, so it may have failed, or the mail server has not loaded the new certificate. After that day senders that demand a trusted certificate (MTA-STS) do not deliver to it.`,
    fix: () =>
      'Renew the certificate now, and have the mail server reload it after each renewal; many servers keep the old one in memory.',
    judged:
      'A trusted certificate ends within 14 days, or within a sixth of its whole time where that is less. It is a warning in the last tenth, of three to ten days.',
    refs: ['RFC 5280 §4.1.2.5', 'RFC 8461 §4.2'],
    example: { hosts, until: '2026-12-01', days: 6, isLate: true },
  }),
  'tls.next-certificate-forbidden': define<{
    host: string;
    at: string;
    allowed: string[];
    /** The domain of the one that issued the present certificate; empty: not known. */
    authority: string;
    until: string;
  }>({
    name: 'CAA forbids the next certificate',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      a.allowed.length === 0
        ? `No authority may issue the next certificate of ${a.host}`
        : `${a.authority} may not renew the certificate of ${a.host}`,
    why: (a) =>
      `The present one ends on ${a.until}. The CAA records of ${a.at} ${a.allowed.length === 0 ? 'name nobody' : `name ${list(a.allowed)} only`}, and authorities have to obey them. After that day senders that demand a valid certificate (MTA-STS) keep the mail.`,
    fix: (a) =>
      a.authority === ''
        ? `Name the authority of your choice in the CAA records of ${a.at}, or remove them.`
        : `Allow the authority, or take the next certificate from another one.\n${zoneLine(a.at, 'CAA', `0 issue "${a.authority}"`)}`,
    judged:
      'The certificate is trusted and in the last third of its life, and the CAA records that count name nobody, or not its authority.',
    refs: ['RFC 8659 §3', 'RFC 8659 §4.2'],
    example: {
      host: 'mx1.example.org',
      at: 'example.org',
      allowed: ['ca.example'],
      authority: 'letsencrypt.org',
      until: '2026-12-20',
    },
  }),
  'tls.weak-key': define<Hosts & { key: string; least: number; isTrusted: boolean }>({
    name: 'Certificate with a weak key',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The certificate of ${list(a.hosts)} has a weak key: ${a.key}`,
    why: (a) =>
      `Recommendations ask for ${a.least} bits or more. ${trustWords(a)}Most senders deliver all the same. Where the TLS library refuses a short key, mail comes without encryption; senders that enforce it (MTA-STS, DANE) then do not deliver.`,
    fix: () =>
      'Make a new key: RSA of 2048 bits or more, or ECDSA P-256, and have a certificate issued for it.',
    judged: 'The key is RSA or DSA of less than 2048 bits, or on a curve of less than 224 bits.',
    refs: ['RFC 9325 §4.5'],
    example: { hosts, key: 'RSA key of 1024 bits', least: 2048, isTrusted: true },
  }),
  'tls.weak-signature': define<Hosts & { algorithm: string; subject: string; isTrusted: boolean }>({
    name: 'Certificate with a weak signature',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `A certificate of ${list(a.hosts)} is signed with ${a.algorithm}`,
    why: (a) =>
      `The certificate of ${a.subject} rests on a hash that can be forged. ${trustWords(a)}Most senders deliver all the same. TLS libraries with the settings of today do not trust it, and senders that demand a trusted certificate (MTA-STS) do not deliver.`,
    fix: () => 'Have a new certificate issued; every authority signs with SHA-256 or better.',
    judged: 'The certificate, or one sent above it that did not sign itself, is signed with MD5 or SHA-1.',
    refs: ['RFC 8446 §4.4.2.4'],
    example: { hosts, algorithm: 'sha1WithRSAEncryption', subject: 'CN=mx1.example.org', isTrusted: true },
  }),
};

function trustWords({ isTrusted }: { isTrusted: boolean }): string {
  return isTrusted ? 'Apart from that the certificate is trusted here and names the exchange. ' : '';
}

function reasonWords(reason: string, { expiredIssuer, until, from, names, issuer }: Distrust): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return expiredIssuer === ''
        ? `it expired on ${until}`
        : `that of its issuer ${expiredIssuer} has expired`;
    case 'CERT_NOT_YET_VALID':
      return `it is not valid before ${from}`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'it is self-signed';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'its issuer is not known here';
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `the certificate of its issuer ${issuer} is missing`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return names.length === 0 ? 'it names no host' : `it is for ${list(names)}`;
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
        ? `the certificate expired on ${a.until}`
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
      return `the certificate was sent without that of its issuer ${a.issuer}, which is not known here: the intermediate certificate is missing, or the authority is a private one`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return a.names.length === 0
        ? 'the certificate names no host'
        : `the certificate is for ${list(a.names)}`;
    default:
      return reasonWords(reason, a);
  }
}

function fixFor(reason: string, { expiredIssuer, aliasTarget }: Distrust): string {
  switch (reason) {
    case 'CERT_HAS_EXPIRED':
      return expiredIssuer === ''
        ? 'Renew the certificate, and check why the renewal did not happen or was not loaded.'
        : 'Send the present certificate of the issuer; the authority publishes it.';
    case 'CERT_NOT_YET_VALID':
      return 'Check the clock of the machine that made the certificate, and use the former certificate until then.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return aliasTarget === ''
        ? 'Use a certificate that names the exchange exactly as the MX record does.'
        : `Point the MX record at ${aliasTarget} instead of its alias: the certificate is for that name.`;
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return 'Have the server send the whole chain: its own certificate followed by the intermediate ones.';
    case 'NO_CERTIFICATE':
      return 'Give the server a certificate; ciphers without one protect against nobody who can alter the traffic.';
    default:
      return 'Use a certificate of a publicly trusted authority that names the exchange. Where a TLSA record (DANE) stands for the present one, publish that of the new one first.';
  }
}
