import { z } from 'zod';
import { isNetwork } from '@/lib/net/guard';

/** Who sees lists, and mails as they came: everybody, those who are signed in, or nobody. */
export const Lists = z.enum(['open', 'signed-in', 'closed'], 'must be open, signed-in or closed');
export type Lists = z.infer<typeof Lists>;

/** What those who sign in may do where nothing else is said of them. */
export const SignedInAs = z.enum(['checker', 'operator'], 'must be checker or operator');

/** Who is let in, and by what they are known. */
export interface Access {
  /** CIDRs of proxies whose forwarded headers are believed. */
  trustedProxies: readonly string[];
  /** Header, in lower case, in which such a proxy names who is signed in; null: nobody signs in. */
  trustedHeader: string | null;
  /** Names by which pages may be asked for, beside addresses and `localhost`. */
  hosts: readonly string[];
  /** `local`: whoever sits at this machine, as far as nobody signs in. */
  lists: Lists | 'local';
  /** Names of those who may do everything. */
  admins: readonly string[];
  /** Names of those who may send messages. */
  senders: readonly string[];
  signedInAs: z.infer<typeof SignedInAs>;
  /** Who runs this and how to reach them; null: not said. */
  operator: string | null;
}

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
