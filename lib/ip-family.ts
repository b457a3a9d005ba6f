export type IpFamily = 'ipv4' | 'ipv6';

/** The family of an address in its text form (RFC 4291 §2.2: only that of IPv6 has a colon); not for any other text. */
export function familyOf(address: string): IpFamily {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

export function isIpv6(address: string): boolean {
  return familyOf(address) === 'ipv6';
}
