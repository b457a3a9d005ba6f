/**
 * Addresses that mean nothing outside of one network: RFC 1918 §3, RFC 6598 §7, RFC 3927 §2.1, RFC 1122 §3.2.1.3 (loopback),
 * RFC 4193 §3.1, RFC 4291 §2.5.
 */
const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i;

/** Whether an IP address, in its text form, can be nobody's on the public Internet. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.test(address);
}
