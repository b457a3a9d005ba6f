import { isIpv6 } from '@/lib/ip-family';
import { createSocket } from 'node:dgram';
import type { DnsHeard, DnsQuery } from '@/lib/dns/transport';
import { errnoOf } from './errno';
import { startStopwatch } from './stopwatch';

/**
 * One question in one datagram from a socket of its own: the system gives each a random port (RFC 5452 §9.2), and a
 * connected socket hears only the address and port it was connected to. Datagrams with another id are passed over
 * and do not end the wait. Rejects only with the signal's reason.
 */
export function askOverUdp(query: DnsQuery, port: number, signal: AbortSignal): Promise<DnsHeard> {
  const elapsed = startStopwatch();
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    let strays = 0;
    const socket = createSocket(isIpv6(query.address) ? 'udp6' : 'udp4');
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      socket.removeAllListeners().on('error', () => undefined);
      socket.close();
    };
    const cancel = () => {
      end();
      reject(signal.reason);
    };
    const hear = (heard: DnsHeard) => {
      end();
      resolve(heard);
    };
    const timer = setTimeout(() => hear({ kind: 'silence', ms: elapsed() }), query.timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    socket.on('error', (error) => hear({ kind: 'unreachable', detail: errnoOf(error), ms: elapsed() }));
    socket.on('message', (message) => {
      if (!hasIdOf(message, query.message)) strays++;
      else hear({ kind: 'reply', message, ms: elapsed(), ...(strays > 0 && { strays }) });
    });
    socket.on('connect', () => socket.send(query.message));
    socket.connect(port, query.address);
  });
}

/** RFC 1035 §4.1.1: the first two octets of a message. */
function hasIdOf(message: Uint8Array, query: Uint8Array): boolean {
  return message.length >= 2 && message[0] === query[0] && message[1] === query[1];
}
