import ipaddr from 'ipaddr.js';
import { isIpv6 } from '@/lib/ip-family';
import type { LookUp } from '../lookup';
import type { MacroValues } from './macro';
import { provenName } from './matching';

/** The mail whose sender is looked at. */
export interface SpfMail {
  /** Of the host that hands it over; null when a record is looked at without any. */
  ip: string | null;
  /** The envelope sender, or `postmaster` at the HELO name where it is empty (RFC 7208 §2.4). */
  sender: string;
  helo: string;
  /** Name of the host that is asked to take it. */
  receiver: string;
  /** Since 1970. */
  nowSeconds: number;
}

/** What the letters of a macro stand for in the record of a domain; RFC 7208 §7.2. */
export function macroValues(domain: string, mail: SpfMail, lookUp: LookUp): MacroValues {
  const at = mail.sender.lastIndexOf('@');
  const ip = mail.ip ?? '0.0.0.0';
  return async (letter) => {
    switch (letter) {
      case 's':
        return at > 0 ? mail.sender : `postmaster@${mail.sender.slice(at + 1)}`;
      case 'l':
        return at > 0 ? mail.sender.slice(0, at) : 'postmaster'; // RFC 7208 §4.3
      case 'o':
        return mail.sender.slice(at + 1);
      case 'd':
        return domain;
      case 'i':
        return isIpv6(ip) ? nibblesOf(ip).join('.') : ip;
      case 'p':
        return (await provenName(ip, domain, lookUp)) ?? 'unknown';
      case 'v':
        return isIpv6(ip) ? 'ip6' : 'in-addr';
      case 'h':
        return mail.helo;
      case 'c':
        return ip;
      case 'r':
        return mail.receiver;
      case 't':
        return String(mail.nowSeconds);
    }
  };
}

function nibblesOf(ip: string): string[] {
  return ipaddr
    .parse(ip)
    .toByteArray()
    .flatMap((byte) => [(byte >> 4).toString(16), (byte & 15).toString(16)]);
}
