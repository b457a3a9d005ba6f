import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Says why an address may not be contacted, in one word; null when it may. */
export type Guard = (address: string) => string | null;

/**
 * Which addresses may be contacted: globally routable unicast (RFC 6890 and its registries), and what is inside one
 * of the allowed networks. An address that carries an IPv4 address inside (IPv4-mapped, NAT64 RFC 6052, 6to4 RFC
 * 3056) is judged by that, too. The reason is the name of the range, e.g. `private`, `loopback`, `linkLocal`,
 * `carrierGradeNat`; `not-an-address` for anything else. Throws for a network that is no CIDR: the configuration has
 * been validated before.
 */
export function createGuard(allowNetworks: readonly string[]): Guard {
  const isAllowed = createNetworks(allowNetworks);
  return (text) => {
    if (isIP(text) === 0 || text.includes('%')) return 'not-an-address';
    return isAllowed(text) ? null : reasonAgainst(innerAddress(parseAddress(text)));
  };
}

/** Whether an address, or the IPv4 address that it carries, is inside one of these networks. */
export function createNetworks(cidrs: readonly string[]): (address: string) => boolean {
  const networks = cidrs.map(readNetwork);
  return (text) => {
    const address = parseAddress(text);
    return [address, innerAddress(address)].some((one) => networks.some((network) => isInside(one, network)));
  };
}

/** Whether a text is a CIDR that `createGuard` takes. */
export function isNetwork(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/** `ipaddr.js` takes `::192.0.2.1` for IPv4-mapped, which is not what the system connects to. */
function parseAddress(text: string): Address {
  return ipaddr.parse(text.replace(/^::(?=\d+\.)/, '0::'));
}

function readNetwork(text: string): Network {
  const [address, bits] = ipaddr.parseCIDR(text);
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96)
    return [address.toIPv4Address(), bits - 96];
  return [address, bits];
}

function isInside(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** The well-known prefix alone leads to global IPv4 addresses; 64:ff9b:1::/48 is for local use (RFC 8215). */
const NAT64: Network = ipaddr.parseCIDR('64:ff9b::/96');

/** The IPv4 address that traffic to an IPv6 address ends up at; the address itself when it carries none. */
function innerAddress(address: Address): Address {
  if (address instanceof ipaddr.IPv4) return address;
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (isInside(address, NAT64)) return new ipaddr.IPv4(bytes.slice(12));
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  return address;
}

/** Registered as not globally reachable, yet unknown to `ipaddr.js`. */
const SPECIAL = [
  ['reserved', '::/96'], // IPv4-compatible, RFC 4291 §2.5.5.1
  ['discard', '100::/63'], // RFC 6666, RFC 9780
  ['reserved', '3fff::/20'], // documentation, RFC 9637
  ['cloudPlatform', '168.63.129.16/32'], // Azure: of each virtual machine its own host, and of nobody else
].map(([reason = '', network = '']) => ({ reason, network: ipaddr.parseCIDR(network) }));

function reasonAgainst(address: Address): string | null {
  const range: string = address.range();
  if (range !== 'unicast') return range;
  const special = SPECIAL.find(({ network }) => isInside(address, network));
  if (special !== undefined) return special.reason;
  // IANA gives out global unicast from 2000::/3 only (RFC 4291 §2.4).
  return address instanceof ipaddr.IPv6 && ((address.parts[0] ?? 0) & 0xe000) !== 0x2000 ? 'reserved' : null;
}
