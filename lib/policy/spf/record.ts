import ipaddr from 'ipaddr.js';
import { no, ok, type Result } from '@/lib/result';
import { type MacroString, parseDomainSpec } from './macro';

/** What a directive says of a sender that it matches; RFC 7208 §4.6.2. */
export type Qualifier = '+' | '-' | '~' | '?';

/** RFC 7208 §5. Where no domain is named, the mechanism is about the record's own. */
type Mechanism =
  | { kind: 'all' }
  | { kind: 'include' | 'exists'; domain: MacroString }
  | { kind: 'a' | 'mx'; domain: MacroString | null; prefix4: number; prefix6: number }
  | { kind: 'ptr'; domain: MacroString | null }
  | { kind: 'ip4' | 'ip6'; network: string; prefix: number };

export interface Directive {
  /** As it stands in the record. */
  text: string;
  qualifier: Qualifier;
  mechanism: Mechanism;
}

/** A modifier with a target; RFC 7208 §6. */
export interface Modifier {
  text: string;
  domain: MacroString;
}

export interface SpfRecord {
  text: string;
  directives: readonly Directive[];
  redirect: Modifier | null;
  exp: Modifier | null;
}

/** The first term that is not written as RFC 7208 §12 has it; any such makes the whole record useless (§4.6). */
export interface SpfSyntaxFault {
  term: string;
  what:
    | 'version'
    | 'unknown-mechanism'
    | 'no-domain'
    | 'bad-domain'
    | 'bad-address'
    | 'bad-prefix'
    | 'superfluous-argument'
    | 'repeated-modifier'
    | 'bad-modifier'
    | 'not-ascii';
}

/** RFC 7208 §4.5: the version, then a space or the end. Letters of either case. */
const VERSION = /^v=spf1(?: |$)/i;

/** RFC 7208 §12: what begins like this is a modifier, known or not. */
const MODIFIER = /^([a-z][a-z0-9\-_.]*)=(.*)$/is;

const DIRECTIVE = /^([-+~?]?)([a-z][a-z0-9]*)((?:[^a-z0-9].*)?)$/is;

/** Whether TXT text claims to be an SPF record. */
export function isSpf(text: string): boolean {
  return VERSION.test(text);
}

/** Reads a record (RFC 7208 §12). Nothing of one with a fault counts, not even what stands before it. */
export function parseSpf(text: string): Result<SpfRecord, SpfSyntaxFault> {
  if (!isSpf(text)) return no({ term: text, what: 'version' });
  const directives: Directive[] = [];
  let redirect: Modifier | null = null;
  let exp: Modifier | null = null;
  for (const term of text.slice('v=spf1'.length).split(' ')) {
    if (term === '') continue;
    if (/[^\x21-\x7e]/.test(term)) return no({ term, what: 'not-ascii' });
    const [, name, value = ''] = MODIFIER.exec(term) ?? [];
    if (name === undefined) {
      const directive = parseDirective(term);
      if (!directive.ok) return no({ term, what: directive.problem });
      directives.push(directive.value);
      continue;
    }
    const isRedirect = name.toLowerCase() === 'redirect';
    const isExp = name.toLowerCase() === 'exp';
    const domain = parseDomainSpec(value, isRedirect || isExp ? 'domain' : 'any');
    if (domain === null) return no({ term, what: 'bad-modifier' });
    // RFC 7208 §6: each of the two at most once.
    if ((isRedirect && redirect !== null) || (isExp && exp !== null))
      return no({ term, what: 'repeated-modifier' });
    if (isRedirect) redirect = { text: term, domain };
    if (isExp) exp = { text: term, domain };
  }
  return ok({ text, directives, redirect, exp });
}

function parseDirective(text: string): Result<Directive, SpfSyntaxFault['what']> {
  const [, qualifier = '', name = '', rest = ''] = DIRECTIVE.exec(text) ?? [];
  const mechanism = parseMechanism(name.toLowerCase(), rest);
  if (!mechanism.ok) return mechanism;
  return ok({ text, qualifier: qualifierOf(qualifier), mechanism: mechanism.value });
}

function qualifierOf(sign: string): Qualifier {
  return sign === '-' || sign === '~' || sign === '?' ? sign : '+';
}

function parseMechanism(name: string, rest: string): Result<Mechanism, SpfSyntaxFault['what']> {
  switch (name) {
    case 'all':
      return rest === '' ? ok({ kind: 'all' }) : no('superfluous-argument');
    case 'include':
    case 'exists':
      return withDomain(rest, (domain) => (domain === null ? no('no-domain') : ok({ kind: name, domain })));
    case 'ptr':
      return withDomain(rest, (domain) => ok({ kind: 'ptr', domain }));
    case 'a':
    case 'mx':
      return parseHosts(name, rest);
    case 'ip4':
    case 'ip6':
      return parseNetwork(name, rest);
    default:
      return no('unknown-mechanism');
  }
}

function withDomain<T>(
  rest: string,
  then: (domain: MacroString | null) => Result<T, SpfSyntaxFault['what']>,
): Result<T, SpfSyntaxFault['what']> {
  if (rest === '') return then(null);
  const domain = rest.startsWith(':') ? parseDomainSpec(rest.slice(1), 'domain') : null;
  return domain === null ? no('bad-domain') : then(domain);
}

/** `[:domain][/prefix of IPv4][//prefix of IPv6]`; RFC 7208 §5.3, §5.4. */
function parseHosts(kind: 'a' | 'mx', rest: string): Result<Mechanism, SpfSyntaxFault['what']> {
  const [prefixes = ''] = /(?:\/\d*)?(?:\/\/\d*)?$/.exec(rest) ?? [];
  const [, four, six] = /^(?:\/(\d*))?(?:\/\/(\d*))?$/.exec(prefixes) ?? [];
  const prefix4 = parsePrefix(four, 32);
  const prefix6 = parsePrefix(six, 128);
  if (prefix4 === null || prefix6 === null) return no('bad-prefix');
  return withDomain(rest.slice(0, rest.length - prefixes.length), (domain) =>
    ok({ kind, domain, prefix4, prefix6 }),
  );
}

/** RFC 7208 §5.6. */
function parseNetwork(kind: 'ip4' | 'ip6', rest: string): Result<Mechanism, SpfSyntaxFault['what']> {
  const [, network = '', length] = /^:([^/]*)(?:\/(.*))?$/s.exec(rest) ?? [];
  const prefix = parsePrefix(length, kind === 'ip4' ? 32 : 128);
  const isAddress = kind === 'ip4' ? ipaddr.IPv4.isValidFourPartDecimal(network) : isIpv6Text(network);
  if (!isAddress) return no('bad-address');
  return prefix === null ? no('bad-prefix') : ok({ kind, network, prefix });
}

/** The whole length where none is named; null for one that is none (RFC 7208 §12 allows no zero before a digit). */
function parsePrefix(digits: string | undefined, whole: number): number | null {
  if (digits === undefined) return whole;
  return /^(?:0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= whole ? Number(digits) : null;
}

/** RFC 7208 §12 takes the forms of RFC 4291 §2.2, which have no zone. */
function isIpv6Text(text: string): boolean {
  return !text.includes('%') && ipaddr.IPv6.isValid(text);
}
