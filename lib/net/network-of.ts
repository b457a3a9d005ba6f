import ipaddr from 'ipaddr.js';

/** Octets that make a network: an IPv4 /24, an IPv6 /48, which is what one site commonly has (RFC 6177). */
const NETWORK_OCTETS = { ipv4: 3, ipv6: 6 };

/** A key of the network in which an address is; what is no address is one of its own. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.toByteArray().slice(0, NETWORK_OCTETS[parsed.kind()]).join('.');
}
