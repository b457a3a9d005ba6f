import type { z } from 'zod';
import ipaddr from 'ipaddr.js';
import { createGuard, isNetwork } from '@/lib/net/guard';

/** Names separated by commas; what is between them counts without blanks around. */
export function readList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** CIDRs separated by commas. */
export function readNetworks(text: string, context: z.RefinementCtx): string[] {
  const networks = readList(text);
  for (const network of networks)
    if (!isNetwork(network))
      context.addIssue({
        code: 'custom',
        message: `must be networks such as 192.168.0.0/16, separated by commas; "${network}" is none`,
      });
  return networks;
}

/** Addresses of the public internet, separated by commas. */
export function readPublicAddresses(text: string, context: z.RefinementCtx): string[] {
  const guard = createGuard([]);
  return readList(text).map((item) => {
    if (ipaddr.IPv4.isValidFourPartDecimal(item) || ipaddr.IPv6.isValid(item))
      if (guard(item) === null) return ipaddr.parse(item).toString();
    context.addIssue({
      code: 'custom',
      message: `must be public addresses such as 198.41.0.4, separated by commas; "${item}" is none`,
    });
    return item;
  });
}
