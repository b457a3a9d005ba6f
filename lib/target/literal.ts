import ipaddr from 'ipaddr.js';
import { ok, type Result } from '../result';
import { type TargetProblem, wrong } from './problem';

/** An address in the place of a domain (RFC 5321 §4.1.3). */
export interface Literal {
  /** In brackets, as it goes on the wire. */
  domain: string;
  /** The address alone, in its shortest form (RFC 5952). */
  address: string;
}

/** `[192.0.2.1]` or `[IPv6:2001:db8::1]`, from `at` to the end of the text. */
export function parseLiteral(text: string, at: number): Result<Literal, TargetProblem> {
  const close = text.indexOf(']', at);
  if (close < 0) return wrong('literal-unclosed', text.length, 0, 'The opening [ has no closing ].');
  if (close + 1 < text.length)
    return wrong('literal-address', close + 1, text.length - close - 1, 'Nothing may follow the closing ].');
  const inside = text.slice(at + 1, close);
  const tag = /^([a-z0-9-]*[a-z0-9]):/i.exec(inside)?.[1];
  if (tag?.toLowerCase() === 'ipv6') return readIpv6(inside.slice(5), at + 6);
  if (ipaddr.IPv4.isValidFourPartDecimal(inside)) return ok({ domain: `[${inside}]`, address: inside });
  if (isIpv6(inside))
    return wrong('literal-tag', at + 1, 0, `In brackets an IPv6 address needs its tag: [IPv6:${inside}].`);
  if (tag !== undefined)
    return wrong('literal-tag', at + 1, tag.length, `The kind of address "${tag}" is not known; IPv6 is.`);
  return wrong(
    'literal-address',
    at + 1,
    inside.length,
    'Between brackets an IPv4 address of four decimal numbers up to 255, or IPv6: and an IPv6 address, must stand.',
  );
}

/** The bracketed form of an address that was typed without brackets; null when it is no address. */
export function bracketed(text: string): string | null {
  // What is none costs the library an exception.
  if (/^[\d.]+$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text)) return `[${text}]`;
  return isIpv6(text) ? `[IPv6:${text}]` : null;
}

function readIpv6(text: string, at: number): Result<Literal, TargetProblem> {
  if (!isIpv6(text))
    return wrong('literal-address', at, text.length, 'After [IPv6: an IPv6 address must stand.');
  const address = shortest(text);
  return ok({ domain: `[IPv6:${address}]`, address });
}

/** Characters of the longest written form, with an IPv4 address at the end; RFC 4291 §2.2. */
const MAX_IPV6_CHARACTERS = 45;

/** Without a zone index, which means nothing to others (RFC 4007 §11); an IPv4 address at the end without leading zeros. */
function isIpv6(text: string): boolean {
  if (text.length > MAX_IPV6_CHARACTERS || !/^[0-9a-f:.]+$/i.test(text)) return false;
  const tail = text.slice(text.lastIndexOf(':') + 1);
  if (tail.includes('.') && !ipaddr.IPv4.isValidFourPartDecimal(tail)) return false;
  return ipaddr.IPv6.isValid(text);
}

/** `ipaddr.js` takes `::192.0.2.1` for IPv4-mapped; RFC 4291 §2.5.5.1 does not. */
function shortest(text: string): string {
  return ipaddr.IPv6.parse(text.replace(/^::(?=\d+\.)/, '0::')).toRFC5952String();
}
