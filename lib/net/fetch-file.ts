import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { FetchFile, Fetched } from '@/lib/policy/fetched';
import { errnoOf } from './errno';
import type { Guard } from './guard';

/** Octets of a file that are read; RFC 8461 §3.3 allows a limit of 64 kB. */
const MAX_OCTETS = 65_536;

/** From the first packet to the last octet; RFC 8461 §3.3 suggests a minute, and nobody waits so long here. */
const WITHIN_MS = 10_000;

interface FetchConfig {
  guard: Guard;
  /** Port of every server that is asked for a policy. */
  httpsPort: number;
  /** PEM of the authorities trusted instead of Node's own. */
  authorities?: string[];
}

/** Codes of Node and OpenSSL for a certificate that is not to be trusted. */
const UNTRUSTED =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_ALTNAME_INVALID)/;

/** The one way to files over HTTPS: asks the guard, connects to the address that was handed in, and follows no redirect. */
export function createFetchFile({ guard, httpsPort: port, authorities }: FetchConfig): FetchFile {
  return ({ host, address, path }) => {
    if (guard(address) !== null) return Promise.resolve({ kind: 'failed', code: 'blocked' });
    return new Promise((resolve) => {
      const signal = AbortSignal.timeout(WITHIN_MS);
      const end = (fetched: Fetched) => {
        request.destroy();
        resolve(fetched);
      };
      const fail = (error: Error) => {
        const code = signal.aborted ? 'timeout' : errnoOf(error);
        end(UNTRUSTED.test(code) ? { kind: 'untrusted', code } : { kind: 'failed', code });
      };
      const request = https.get({
        host,
        port,
        path,
        servername: host,
        lookup: only(address),
        headers: { 'user-agent': 'mxproof', accept: 'text/plain' },
        agent: false,
        signal,
        ...(authorities === undefined ? {} : { ca: authorities }),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        const pieces: Buffer[] = [];
        let octets = 0;
        const { statusCode: status = 0, headers } = response;
        const contentType = headers['content-type']?.slice(0, 200) ?? null;
        const answer = (isWhole: boolean) => {
          const text = Buffer.concat(pieces).subarray(0, MAX_OCTETS).toString('utf8');
          end({ kind: 'answer', status, contentType, text, isWhole });
        };
        response.on('data', (piece: Buffer) => {
          pieces.push(piece);
          octets += piece.length;
          if (octets > MAX_OCTETS) answer(false);
        });
        response.on('end', () => answer(true));
        response.on('error', fail);
      });
    });
  };
}

/** Nothing is looked up: our own walk has, and the guard has let the address through. */
function only(address: string): LookupFunction {
  const family = isIPv6(address) ? 6 : 4;
  return (_name, options, tell) => {
    if (options.all) tell(null, [{ address, family }]);
    else tell(null, address, family);
  };
}
