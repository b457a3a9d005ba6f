import ipaddr from 'ipaddr.js';
import { isIpv6 } from '@/lib/ip-family';
import { reverseName } from '@/lib/dns/reverse';
import type { LookUp } from '../lookup';

/** RFC 7208 §4.6.4: names of one address that are looked at; the others are passed over. */
const MAX_NAMES = 10;

/** Whether an address is in the network; those of another family are in none. */
export function isSameNetwork(ip: string, network: string, prefix: number): boolean {
  const [address, other] = [ipaddr.parse(ip), ipaddr.parse(network)];
  return address.kind() === other.kind() && address.match(other, prefix);
}

/** RFC 7208 §5.5: whether a proven name of the address is the target or below it. */
export async function matchesPtr(ip: string, target: string, lookUp: LookUp): Promise<boolean> {
  const names = await provenNames(ip, lookUp);
  return names.some((name) => isAtOrBelow(name, target));
}

/** RFC 7208 §7.3: the name for `p`: best the domain itself, then one below it, then any; null without a proven one. */
export async function provenName(ip: string, domain: string, lookUp: LookUp): Promise<string | null> {
  const names = await provenNames(ip, lookUp);
  const own = domain.toLowerCase();
  return (
    names.find((name) => name === own) ?? names.find((name) => isAtOrBelow(name, own)) ?? names[0] ?? null
  );
}

/** The names that the address leads to and that lead back to it; a lookup that fails proves nothing (RFC 7208 §5.5). */
async function provenNames(ip: string, lookUp: LookUp): Promise<string[]> {
  const { data } = await lookUp(reverseName(ip), 'PTR');
  const proven: string[] = [];
  for (const name of data.slice(0, MAX_NAMES)) {
    const found = await lookUp(name, isIpv6(ip) ? 'AAAA' : 'A');
    if (found.data.some((address) => isSameNetwork(ip, address, isIpv6(ip) ? 128 : 32)))
      proven.push(name.toLowerCase());
  }
  return proven;
}

function isAtOrBelow(name: string, target: string): boolean {
  const own = target.toLowerCase().replace(/\.$/, '');
  return name === own || name.endsWith(`.${own}`);
}
