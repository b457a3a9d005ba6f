import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import type { Certificate, TlsFacts } from '@/lib/smtp/session';
import type { HelloKind } from '@/lib/smtp/tls-offer';
import { certificateFacts, chainFacts } from './certificate';
import { errnoOf } from './errno';
import { clientOptions, type TlsClient } from './tls-client';

export type Handshake =
  | { socket: TLSSocket; tls: TlsFacts }
  /** No handshake; `stopped` when the check was cancelled, else the facts say how it failed. */
  | { socket: null; tls: TlsFacts | 'stopped' };

/** Whom we meant to reach, and which authorities are trusted; undefined: those of Node and `NODE_EXTRA_CA_CERTS`. */
export interface TlsPeer extends TlsClient {
  exchange: string;
  address: string;
  authorities: string[] | undefined;
  hello: HelloKind;
  /** Told of the certificate that was shown, with those above it. */
  onCertificate?: ((certificate: X509Certificate) => void) | undefined;
}

/** The TLS handshake over a connection on which STARTTLS was agreed. Never rejects. */
export function handshake(
  socket: Socket,
  peer: TlsPeer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Handshake> {
  const host = isName(peer.exchange) ? peer.exchange : peer.address;
  const before = socket.bytesWritten;
  return new Promise((resolve) => {
    const secure = connect({
      ...clientOptions(peer, peer.hello),
      socket,
      ...(isName(host) ? { servername: host } : {}), // RFC 6066 §3: never an address
      ...(peer.authorities === undefined ? {} : { ca: peer.authorities }),
    });
    const hello = { kind: peer.hello, bytes: socket.bytesWritten - before };
    const failed = (code: string, text: string): TlsFacts => ({ ...failedHandshake(code, text), hello });
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      secure.removeAllListeners('secureConnect').removeAllListeners('error').removeAllListeners('close');
    };
    const fail = (tls: TlsFacts | 'stopped') => {
      end();
      for (const one of [secure, socket]) one.on('error', () => undefined).destroy();
      resolve({ socket: null, tls });
    };
    const stop = () => fail('stopped');
    const timer = setTimeout(
      () => fail(failed('ETIMEDOUT', `the handshake was not finished within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    signal.addEventListener('abort', stop, { once: true });
    secure.on('error', (error: Error) => fail(failed(errnoOf(error), reasonOf(error))));
    secure.on('close', () => fail(failed('ECONNRESET', CLOSED)));
    secure.on('secureConnect', () => {
      end();
      const shown = secure.getPeerX509Certificate();
      if (shown !== undefined) peer.onCertificate?.(shown);
      resolve({ socket: secure, tls: { ...factsOf(secure, shown, host), hello } });
    });
  });
}

const CLOSED = 'the connection was closed during the handshake';

export function failedHandshake(code: string, text: string): TlsFacts {
  return { state: 'failed', protocol: null, cipher: null, certificate: null, problem: { code, text } };
}

/** OpenSSL's own words, e.g. `wrong version number`. */
function reasonOf(error: Error): string {
  if ('reason' in error && typeof error.reason === 'string') return error.reason;
  return errnoOf(error) === 'ECONNRESET' ? CLOSED : error.message;
}

function factsOf(secure: TLSSocket, x509: X509Certificate | undefined, host: string): TlsFacts {
  const { standardName, name } = secure.getCipher();
  const about = { protocol: secure.getProtocol(), cipher: standardName || name };
  if (x509 === undefined) {
    const problem = { code: 'NO_CERTIFICATE', text: 'the server showed no certificate' };
    return { ...about, state: 'untrusted', certificate: null, problem };
  }
  const certificate = certificateFacts(x509);
  const chainCode = secure.authorized ? null : String(secure.authorizationError);
  const problems = problemsOf(x509, chainCode, host);
  const [code] = problems;
  return {
    ...about,
    state: code === undefined ? 'trusted' : 'untrusted',
    certificate,
    problems,
    problem:
      code === undefined ? null : { code, text: problems.map((one) => wordsOf(one, certificate)).join('; ') },
    chain: chainFacts(x509),
    isChainComplete: !INCOMPLETE.includes(chainCode ?? ''),
  };
}

/** All that speaks against the certificate: OpenSSL names one thing about the chain, the last it found. */
function problemsOf(x509: X509Certificate, chainCode: string | null, host: string): string[] {
  if (chainCode === null) return isFor(x509, host) ? [] : [OTHER_NAME];
  const codes = new Set([chainCode]);
  if (x509.checkIssued(x509)) codes.add('DEPTH_ZERO_SELF_SIGNED_CERT');
  if (!isFor(x509, host)) codes.add(OTHER_NAME);
  return [...codes];
}

const OTHER_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';

const INCOMPLETE = [
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

function wordsOf(code: string, { names, subject }: Certificate): string {
  if (code === OTHER_NAME)
    return `the certificate is for ${names.slice(0, 5).join(', ') || subject || 'nobody'}`;
  return CHAIN_WORDS[code] ?? code.toLowerCase().replaceAll('_', ' ');
}

/** Names in the subject do not count, and a wildcard stands for one whole label (RFC 9525 §2, §6.3). */
const NAME_RULES = { subject: 'never', partialWildcards: false } as const;

function isFor(x509: X509Certificate, host: string): boolean {
  const isNamed = isName(host) ? x509.checkHost(host, NAME_RULES) : x509.checkIP(host);
  return isNamed !== undefined;
}

const CHAIN_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends at an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate of the issuer is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the chain sent is incomplete, or its issuer is not known here',
};

function isName(host: string): boolean {
  return !host.startsWith('[') && isIP(host) === 0;
}
