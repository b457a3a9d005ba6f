import type { World } from '@/lib/check/world';
import type { DnsHeard } from '@/lib/dns/transport';
import { onlyIpv6 } from './only-ipv6';

/** What is wrong where the check is made, and nowhere else. */
export interface OwnSide {
  /** Nothing gets out over TCP to port 53. */
  noDnsTcp?: true;
  /** Questions to IPv6 addresses are lost without a word. */
  ipv6Silent?: true;
  /** There is no way out over IPv4. */
  noIpv4?: true;
  /** By how much the clock is wrong. */
  clockAheadDays?: number;
}

const DAY_MS = 86_400_000;

/** The same world, seen from a machine with such a network and clock. */
export function seenFrom(
  outside: World,
  { noDnsTcp, ipv6Silent, noIpv4, clockAheadDays = 0 }: OwnSide,
): World {
  const world = noIpv4 ? onlyIpv6(outside) : outside;
  return {
    ...world,
    now: () => world.now() + clockAheadDays * DAY_MS,
    dns(query, signal) {
      const isLost = (noDnsTcp && query.transport === 'tcp') || (ipv6Silent && query.address.includes(':'));
      const lost: DnsHeard = { kind: 'silence', ms: query.timeoutMs };
      return isLost ? Promise.resolve(lost) : world.dns(query, signal);
    },
  };
}
