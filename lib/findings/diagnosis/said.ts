import { isIpv6 } from '@/lib/ip-family';
import { Category } from '@/lib/meaning/schema';
import type { Session } from '@/lib/smtp/session';
import { isOwnTrouble } from '../said';
import { type Examination, supported } from './cause';
import type { Failure } from './failure';

/** Supported when the finding takes the reply for one of these, and tells whose it is; null otherwise. */
export function said({ meaning, host, lead }: Failure, categories: readonly Category[]): Examination | null {
  if (meaning === null || isOwnTrouble(meaning)) return null;
  const category = Category.safeParse(lead.args['category']).data ?? meaning.category;
  if (!categories.includes(category)) return null;
  const { says } = lead.args;
  return supported(`${host} says: ${typeof says === 'string' ? says : meaning.says}.`, lead.evidence);
}

/** Follows the way of the packets to the mail port. */
export function traceCommand({ address, port }: Session): string {
  return `traceroute ${isIpv6(address) ? '-6 ' : ''}-T -p ${port} ${address}`;
}

/** Tries the connection; to be run on another machine. */
export function connectCommand({ address, port }: Session): string {
  return `nc -vz -w 10 ${address} ${port}`;
}
