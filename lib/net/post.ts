import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { no, ok, type Result } from '@/lib/result';
import { errnoOf } from './errno';
import type { Guard } from './guard';

/** From the first packet to the end of the answer. */
const ANSWER_WITHIN_MS = 10_000;

/** Octets of an answer that are read, so that the connection ends in good order; nothing of it is kept. */
const MAX_ANSWER_OCTETS = 64 * 1024;

/** Something that is told to a program elsewhere. */
export interface Post {
  /** http or https. */
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What was answered: the status, and after how many seconds it may be tried again, where that was said. */
interface Posted {
  status: number;
  retryAfterSeconds: number | null;
}

/**
 * Posts to an address that `guard` lets through, as the system resolves it: what was looked at is what is connected to. Follows no
 * redirect. The problem is the name of an error such as `ECONNREFUSED`, `timeout`, or `blocked` when no address may be contacted.
 */
export function post({ url, headers, body }: Post, guard: Guard): Promise<Result<Posted, string>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node looks up names only.
  if (isIP(host) !== 0 && guard(host) !== null) return Promise.resolve(no('blocked'));
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    let request: http.ClientRequest;
    try {
      request = (url.protocol === 'https:' ? https : http).request(url, {
        method: 'POST',
        headers: { 'user-agent': 'mxproof', ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: guardedLookup(guard),
        // A connection of its own: none is kept open between two alerts.
        agent: false,
        signal,
      });
    } catch (error) {
      // What is no header, e.g. a password with a line end.
      return resolve(no(errnoOf(error)));
    }
    request.on('error', (error) => resolve(no(signal.aborted ? 'timeout' : errnoOf(error))));
    request.on('response', (response) => {
      let octets = 0;
      response.on('data', (piece: Buffer) => {
        octets += piece.length;
        if (octets > MAX_ANSWER_OCTETS) response.destroy();
      });
      response.on('error', () => undefined);
      response.on('close', () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve(ok({ status, retryAfterSeconds: secondsIn(answered['retry-after']) }));
      });
    });
    request.end(body);
  });
}

function guardedLookup(guard: Guard): LookupFunction {
  return (name, options, tell) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return tell(error, '', 4);
      const allowed = addresses.filter(({ address }) => guard(address) === null);
      const [first] = allowed;
      if (first === undefined) return tell(new Error('blocked'), '', 4);
      if (options.all) tell(null, allowed);
      else tell(null, first.address, first.family);
    });
  };
}

/** RFC 9110 §10.2.3; a date is not worth a second way of reading it. */
function secondsIn(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}
