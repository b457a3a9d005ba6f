import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import type { World } from '@/lib/check/world';
import { type DomainName, isWithin, parseDomainName } from '@/lib/dns/name';
import { createGuard, createNetworks, isNetwork } from './guard';

/** Addresses of a machine change seldom, and are asked for with every question. */
const ADDRESSES_MS = 10_000;

/** Whom the operator wants never to be contacted. */
export interface NeverContact {
  /** With everything below them. */
  domains: readonly DomainName[];
  /** As CIDRs; an address is one of itself. */
  networks: readonly string[];
}

/** One entry of the list: a domain, an address or a network; null for anything else. */
export function readNeverContact(text: string): Partial<NeverContact> | null {
  if (isNetwork(text)) return { networks: [text] };
  if (isIP(text) !== 0)
    return text.includes('%') ? null : { networks: [`${text}/${isIPv6(text) ? 128 : 32}`] };
  const name = parseDomainName(text);
  return name.ok && /[a-z]/.test(name.value) ? { domains: [name.value] } : null;
}

/**
 * Whom this instance does not contact although it could. Addresses of its own machine may be contacted when they are in
 * one of the allowed networks; what the operator has excluded may not.
 */
export function createOwnChoice(
  never: NeverContact,
  allowNetworks: readonly string[],
  ownAddresses: () => ReadonlySet<string> = addressesOfMachine(),
): World['choice'] {
  const excluded = createNetworks(never.networks);
  const allowed = createNetworks(allowNetworks);
  const guard = createGuard([]);
  const isExcluded = (name: string): boolean => {
    const parsed = parseDomainName(name);
    return parsed.ok && never.domains.some((domain) => isWithin(parsed.value, domain));
  };
  return ({ names, address }) => {
    if (names.some(isExcluded)) return 'operator';
    if (address === null || !ipaddr.isValid(address)) return null;
    if (excluded(address)) return 'operator';
    // What the guard forbids on every machine is a fault of whoever has published it, and is told as such.
    if (guard(address) !== null || allowed(address)) return null;
    return ownAddresses().has(ipaddr.process(address).toString()) ? 'own-machine' : null;
  };
}

/** The addresses of the network interfaces, in one spelling. */
function addressesOfMachine(): () => ReadonlySet<string> {
  let known = { at: -Infinity, addresses: new Set<string>() };
  return () => {
    if (performance.now() - known.at > ADDRESSES_MS) {
      const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
      const addresses = all.map(({ address }) => ipaddr.process(address.split('%', 1)[0] ?? '').toString());
      known = { at: performance.now(), addresses: new Set(addresses) };
    }
    return known.addresses;
  };
}
