import { define, hostsDo, list } from '../../define';
import { protocolName } from '../protocol-name';

type Hosts = { hosts: string[] };

const OPPORTUNISTIC =
  'Most senders use TLS when they can and deliver anyway; senders that enforce it (MTA-STS, DANE, or by contract) keep the mail and return it in the end.';

/** Five states of encryption that are never merged. */
export const state = {
  'tls.trusted': define<Hosts & { protocol: string }>({
    name: 'Encrypted, certificate trusted',
    severity: 'ok',
    side: 'none',
    layer: 6,
    permanence: null,
    title: (a) => `${list(a.hosts)}: encrypted with ${protocolName(a.protocol)}, certificate trusted`,
    why: (a) =>
      `The certificate is valid, issued by a trusted authority, and names the exchange. ${protocolName(a.protocol)} was agreed; whether other versions are spoken was not tested.`,
    fix: () => '',
    judged: 'STARTTLS succeeded, the chain leads to a trusted authority and the exchange is among the names.',
    refs: ['RFC 3207 §4'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], protocol: 'TLSv1.3' },
  }),
  'tls.not-offered': define<Hosts>({
    name: 'No encryption offered',
    severity: 'notice',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'does', 'do')} not offer encryption`,
    why: () =>
      `STARTTLS is not among the capabilities, so mail crosses the network readable. ${OPPORTUNISTIC}`,
    fix: () => 'Give the server a certificate and switch STARTTLS on.',
    judged: 'The answer to EHLO does not list STARTTLS.',
    refs: ['RFC 3207 §4', 'RFC 8461 §5', 'RFC 7672 §2.2'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'] },
  }),
  'tls.refused': define<Hosts & { reply: string }>({
    name: 'STARTTLS offered and refused',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      `${hostsDo(a.hosts, 'offers STARTTLS and then refuses', 'offer STARTTLS and then refuse')} it`,
    why: (a) => `The answer was "${a.reply}". ${OPPORTUNISTIC}`,
    fix: () => 'Look into the mail server’s log: most often the certificate or its key cannot be read.',
    judged: 'STARTTLS was offered and the command was answered with 4yz or 5yz.',
    refs: ['RFC 3207 §4', 'RFC 8461 §5', 'RFC 7672 §2.2'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], reply: '454 4.7.0 TLS not available' },
  }),
  'tls.failed': define<Hosts & { reason: string; code: string; small: number }>({
    name: 'TLS handshake failed',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The TLS handshake with ${list(a.hosts)} failed`,
    why: (a) =>
      `STARTTLS was offered and agreed, then the handshake ended with: ${a.reason}. ${failureOf(a.code).why}${smallWords(a.small)}Many senders come back without encryption and deliver, as this check did. Some keep the mail and try again; enforcing ones (MTA-STS, DANE) return it in the end.`,
    fix: (a) => failureOf(a.code).fix,
    headline: (a) => `Deferred: the TLS handshake with ${list(a.hosts)} failed.`,
    plain: () => 'The receiving mail server offers an encrypted connection that does not work.',
    judged: 'The server answered 220 to STARTTLS and the handshake did not complete.',
    refs: ['RFC 3207 §4.1'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      reason: 'wrong version number',
      code: 'ERR_SSL_WRONG_VERSION_NUMBER',
      small: 0,
    },
  }),
};

function smallWords(bytes: number): string {
  return bytes === 0
    ? ''
    : `A smaller ClientHello of ${bytes} bytes failed as well, so its size is not the cause. `;
}

interface Failure {
  when: RegExp;
  why: string;
  fix: string;
}

/** By OpenSSL's or the system's name of the error; the first that fits. */
const FAILURES: readonly Failure[] = [
  {
    when: /ALERT_INTERNAL_ERROR/,
    why: 'The server ended it with the alert "internal error": its own TLS part failed, whatever this side offered. ',
    fix: 'Look into the mail server’s log at the time shown here: the TLS library may not fit the program, or certificate and key cannot be read. Update the server.',
  },
  {
    when: /ETIMEDOUT/,
    why: 'Nothing more came. The certificate is often the first thing that fills a whole packet: a way that loses large packets (MTU) looks like this, and so does a TLS proxy that hangs. ',
    fix: 'Check whether the TLS service of the mail server answers, and whether large packets arrive (ICMP "fragmentation needed" must not be blocked).',
  },
  {
    when: /ECONNRESET|EPIPE|UNEXPECTED_EOF/,
    why: 'The server hung up: usually its certificate or key cannot be read, or its TLS process crashed. ',
    fix: 'Look into the mail server’s log for errors about certificate, key and their permissions.',
  },
  {
    when: /WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|HTTP_REQUEST|RECORD|UNEXPECTED_MESSAGE/,
    why: 'What came back is not TLS: the server, or something in between, went on in the clear. ',
    fix: 'Take SMTP inspection out of the way, and check that STARTTLS is handled by one program only.',
  },
  {
    when: /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS|SIGALG|SIGNATURE_TYPE|DH_KEY|INSUFFICIENT_SECURITY/,
    why: 'The two sides have no version, cipher or key in common. This check offers everything from TLS 1.0 on. ',
    fix: 'Update the TLS library of the mail server, and allow TLS 1.2 or later with the usual ciphers and a key of 2048 bits or more.',
  },
];

const ANY_FAILURE: Failure = {
  when: /^/,
  why: '',
  fix: 'Check protocol versions and ciphers of the mail server, and that certificate and key belong together.',
};

function failureOf(code: string): Failure {
  return FAILURES.find(({ when }) => when.test(code)) ?? ANY_FAILURE;
}
