import ipaddr from 'ipaddr.js';
import { type DomainName, parseDomainName } from './name';

/** The name under which the PTR record of an address stands (RFC 1035 §3.5, RFC 3596 §2.5). Throws for no address. */
export function reverseName(address: string): DomainName {
  const zone = ipaddr.parse(address).kind() === 'ipv4' ? 'in-addr.arpa' : 'ip6.arpa';
  const name = parseDomainName(`${reversed(address)}.${zone}`);
  if (!name.ok) throw new Error(`no reverse name for ${address}`);
  return name.value;
}

/** The numbers of an address from the last to the first, as names have them: octets of IPv4, nibbles of IPv6. Throws for no address. */
export function reversed(address: string): string {
  const parsed = ipaddr.parse(address);
  const bytes = parsed.toByteArray();
  const numbers = parsed.kind() === 'ipv4' ? bytes.map(String) : bytes.flatMap(nibbles);
  return numbers.reverse().join('.');
}

function nibbles(byte: number): [string, string] {
  return [(byte >> 4).toString(16), (byte & 0xf).toString(16)];
}
