import { BlockList, isIP } from 'node:net';

/** Tells whether a text is an address in one of these CIDRs, which are valid; IPv4-mapped ones count as IPv4. */
export function networkSet(cidrs: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits = ''] = cidr.split('/');
    networks.addSubnet(address, Number(bits), family(address));
  }
  return (address) => isIP(address) !== 0 && networks.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
