import ipaddr from 'ipaddr.js';
import { type DomainName, parseDomainName } from './name';

/** The name under which the PTR record of an address stands (RFC 1035 §3.5, RFC 3596 §2.5). Throws for no address. */
export function reverseName(address: string): DomainName {
  const parsed = ipaddr.parse(address);
  const bytes = parsed.toByteArray();
  const labels =
    parsed.kind() === 'ipv4'
      ? [...bytes.map(String).reverse(), 'in-addr', 'arpa']
      : [...bytes.flatMap(nibbles).reverse(), 'ip6', 'arpa'];
  const name = parseDomainName(labels.join('.'));
  if (!name.ok) throw new Error(`no reverse name for ${address}`);
  return name.value;
}

function nibbles(byte: number): [string, string] {
  return [(byte >> 4).toString(16), (byte & 0xf).toString(16)];
}
