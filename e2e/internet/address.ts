/** 127.16.0.0/12: its second and third octet tell blocks apart. */
const FIRST_SECOND_OCTET = 16;
const BLOCKS = 16 * 256;

/** An address of the practice internet: each index is a /24 of its own, 0 that of the root. Throws beyond the network. */
export function address(index: number, host: number): string {
  const isBlock = Number.isInteger(index) && index >= 0 && index < BLOCKS;
  if (!isBlock || !Number.isInteger(host) || host < 0 || host > 254)
    throw new RangeError(`the practice internet has no host ${host} in block ${index}`);
  return `127.${FIRST_SECOND_OCTET + Math.floor(index / 256)}.${index % 256}.${host}`;
}

/** The same host as an IPv6 address (RFC 4291 §2.5.5.2): the system connects to the IPv4 one, so both are on this machine. */
export function inIpv6(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `::ffff:${(256 * a + b).toString(16)}:${(256 * c + d).toString(16)}`;
}
