import { isIpv6 } from '@/lib/ip-family';
import { inTxtStrings } from '@/lib/policy/txt';
import type { FixRecord } from '@/lib/report/finding';
import { zoneLine } from './zone-line';

/** The one TXT record of a name that is for nothing else. */
export function onlyTxt(name: string, data: string): FixRecord {
  return { name, type: 'TXT', data, instead: 'all' };
}

/** A TXT record beside others; `former` goes, where it is not empty. */
export function oneTxt(name: string, data: string, former: string): FixRecord {
  return { name, type: 'TXT', data, instead: former === '' ? [] : [former] };
}

/**
 * RFC 7208 §4.6.2: terms count in their order, so the address stands first in what there is. Where `former` is empty, others may send as
 * well of whom nothing is known: they are not forbidden to.
 */
export function spfNaming(domain: string, address: string, former: string): FixRecord {
  const term = `ip${isIpv6(address) ? '6' : '4'}:${address}`;
  const [version = 'v=spf1', ...terms] = former.split(/ +/);
  return oneTxt(
    domain,
    former === '' ? `v=spf1 mx ${term} ~all` : [version, term, ...terms].join(' '),
    former,
  );
}

/** As it stands in a zone file. */
export function recordLine({ name, type, data }: FixRecord): string {
  return zoneLine(name, type, type === 'TXT' ? inTxtStrings(data) : data);
}
