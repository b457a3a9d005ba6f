import ipaddr from 'ipaddr.js';
import type { Caller } from './caller';

/** Octets of an IPv6 address that its network has at least (RFC 6177); the rest is chosen by whoever uses it. */
const NETWORK_OCTETS = 8;

/** What a caller is counted by: who they are, else the IPv4 address, else the IPv6 /64. No name is an address. */
export function callerKey({ who, ip }: Pick<Caller, 'who' | 'ip'>): string {
  if (who !== null) return `as ${who}`;
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  const network = address.toByteArray().map((octet, at) => (at < NETWORK_OCTETS ? octet : 0));
  return `${ipaddr.fromByteArray(network).toString()}/64`;
}
