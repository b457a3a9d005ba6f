import { isIpv6 } from '@/lib/ip-family';
import { createSocket } from 'node:dgram';
import { createGuard } from './guard';

/** Any port will do: nothing is sent to it. */
const DISCARD_PORT = 9;

/** What the system answers when it has not decided. */
const UNSPECIFIED = new Set(['0.0.0.0', '::']);

/**
 * The address of this machine that a connection to the address would come from; null when there is no way to it. Connecting
 * a UDP socket asks the routing table only: no packet leaves.
 */
export function ownAddress(remote: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket(isIpv6(remote) ? 'udp6' : 'udp4');
    const end = (address: string | null) => {
      socket.close();
      resolve(address);
    };
    socket.once('error', () => end(null));
    socket.connect(DISCARD_PORT, remote, () => {
      const { address } = socket.address();
      end(UNSPECIFIED.has(address) ? null : address);
    });
  });
}

/** Why nobody outside sees an address. */
const insideOnly = createGuard([]);

/**
 * Our own address as a server at the remote one sees it: one outside sees in place of a private one the first of its family that the
 * operator has named; null when none is, since what translates it is not known here.
 */
export function seenAddress(own: string | null, remote: string, named: readonly string[]): string | null {
  if (own === null || insideOnly(own) === null || insideOnly(remote) !== null) return own;
  return named.find((one) => isIpv6(one) === isIpv6(own)) ?? null;
}
