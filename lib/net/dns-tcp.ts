import { connect } from 'node:net';
import type { DnsHeard, DnsQuery } from '@/lib/dns/transport';
import { hasIdOf } from './dns-udp';
import { errnoOf } from './errno';
import { startStopwatch } from './stopwatch';

/** Octets taken from one connection: the longest message and its length; RFC 1035 §4.2.2. */
const MAX_TCP_OCTETS = 65_535 + 2;

/** Room for nearly every answer; more is made when more comes. */
const FIRST_TCP_OCTETS = 2_048;

/**
 * One question over one connection. `timeoutMs` is for connection and whole answer together, so that an answer that
 * comes in drops ends as silence. A connection that ends before a whole answer is `unreachable`, with how far it
 * came. Rejects only with the signal's reason.
 */
export function askOverTcp(query: DnsQuery, port: number, signal: AbortSignal): Promise<DnsHeard> {
  const elapsed = startStopwatch();
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const socket = connect({ host: query.address, port, noDelay: true });
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      socket.removeAllListeners().on('error', () => undefined);
      socket.destroy();
    };
    const cancel = () => {
      end();
      reject(signal.reason);
    };
    const hear = (heard: DnsHeard) => {
      end();
      resolve(heard);
    };
    const fail = (detail: string) => hear({ kind: 'unreachable', detail, ms: elapsed() });
    const timer = setTimeout(() => hear({ kind: 'silence', ms: elapsed() }), query.timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    let received: Buffer = Buffer.allocUnsafe(FIRST_TCP_OCTETS);
    let count = 0;
    let at = 0;
    socket.on('error', (error) => fail(errnoOf(error)));
    socket.on('end', () => fail(`connection closed after ${count} octets of the answer`));
    socket.on('connect', () => socket.write(framed(query.message)));
    socket.on('data', (bytes: Buffer) => {
      if (count + bytes.length > received.length)
        received = grown(received, Math.min(MAX_TCP_OCTETS, 2 * (count + bytes.length)));
      count += bytes.copy(received, count);
      for (
        let end = endOfMessage(received, at, count);
        end !== null;
        end = endOfMessage(received, at, count)
      ) {
        const message = received.subarray(at + 2, end);
        if (hasIdOf(message, query.message)) return hear({ kind: 'reply', message, ms: elapsed() });
        at = end;
      }
      if (count === MAX_TCP_OCTETS) fail(`${count} octets without an answer to the question`);
    });
  });
}

function grown(received: Buffer, octets: number): Buffer {
  const larger = Buffer.allocUnsafe(octets);
  received.copy(larger);
  return larger;
}

function framed(message: Uint8Array): Uint8Array {
  return Uint8Array.from([message.length >> 8, message.length & 0xff, ...message]);
}

/** Where the message whose length stands at `at` ends; null when not all of it is there yet. */
function endOfMessage(received: Buffer, at: number, count: number): number | null {
  if (at + 2 > count) return null;
  const end = at + 2 + received.readUInt16BE(at);
  return end > count ? null : end;
}
