import { isIpv6 } from '@/lib/ip-family';
import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { Resolver } from '@/lib/dns/ask-resolver';
import { createDnsTransport } from './dns';

const DNS_PORT = 53;

/** Where a resolver is. */
export interface ResolverPlace {
  address: string;
  port: number;
}

/** Reads `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353`; null for anything else. */
export function readResolver(text: string): ResolverPlace | null {
  if (isIP(text) !== 0) return { address: text, port: DNS_PORT };
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const address = match?.[1] ?? match?.[2] ?? '';
  const port = Number(match?.[3]);
  return isIP(address) !== 0 && port > 0 && port <= 65_535 ? { address, port } : null;
}

/** The resolvers that this machine is set up to use. */
export function systemResolvers(): ResolverPlace[] {
  return getServers()
    .map(readResolver)
    .filter((place) => place !== null);
}

/** Resolvers are named by who runs this instance, so the guard is not asked about them. */
export function openResolvers(places: readonly ResolverPlace[]): Resolver[] {
  return places.map(({ address, port }) => {
    const bracketed = isIpv6(address) ? `[${address}]` : address;
    return {
      name: port === DNS_PORT ? address : `${bracketed}:${port}`,
      address,
      dns: createDnsTransport({ guard: () => null, port, queriesPerMinute: Infinity }),
    };
  });
}
