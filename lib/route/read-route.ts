import { addressState } from '@/lib/dns/address-state';
import { familyOf, isIpv6 } from '@/lib/ip-family';
import ipaddr from 'ipaddr.js';
import type { DomainName } from '@/lib/dns/name';
import { mxOf } from '@/lib/dns/rdata';
import type { WalkResult } from '@/lib/dns/walk';
import type { HostFlag, Route, RouteAddress, RouteHost } from './route';

/** Exchanges of one MX set that are looked up, in order of preference; sets in use have up to about a dozen. */
export const MAX_EXCHANGES = 20;

/** Addresses of one exchange and family that are contacted; more than a handful are never in use. */
export const MAX_ADDRESSES_PER_FAMILY = 8;

export interface Exchange {
  exchange: DomainName;
  preference: number;
  ttl: number | null;
}

/** What the answer to the MX question alone decides; `left` are exchanges beyond `MAX_EXCHANGES`, which are not looked up. `implicit` still has to be proved by an address. */
export type Decision =
  | { kind: 'mx'; exchanges: Exchange[]; left: Exchange[] }
  | { kind: 'implicit'; exchanges: [Exchange] }
  | { kind: 'null' }
  | { kind: 'unresolved' };

/**
 * The route by the MX answer (RFC 5321 §5.1): ascending preference; no MX or a name error leads to the domain's own
 * address; a failure of DNS leads nowhere for now. A single MX of `.` says that there is no mail (RFC 7505 §3).
 */
export function decideRoute(domain: DomainName, mx: WalkResult): Decision {
  if (mx.kind === 'failed') return { kind: 'unresolved' };
  if (mx.kind !== 'answer')
    return { kind: 'implicit', exchanges: [{ exchange: domain, preference: 0, ttl: null }] };
  const exchanges = mx.records.map((record) => ({ ...mxOf(record), ttl: record.ttl }));
  if (exchanges.every(({ exchange }) => exchange === '.')) return { kind: 'null' };
  const ordered = exchanges
    .filter(({ exchange }) => exchange !== '.')
    .sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1));
  return {
    kind: 'mx',
    exchanges: ordered.slice(0, MAX_EXCHANGES),
    left: ordered.slice(MAX_EXCHANGES),
  };
}

/** True for an exchange that is an address written where a name must stand (RFC 5321 §2.3.5, RFC 1035 §3.3.9). */
export function isAddressLiteral(exchange: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(exchange) || isIpv6(exchange);
}

/** The address of such an exchange. */
export function literalAddress(
  { exchange, ttl }: Exchange,
  guard: (address: string) => string | null,
): RouteAddress {
  return addressOf(exchange, ttl, guard);
}

/** An exchange before its addresses are known. */
export function unaskedHost(
  { exchange, preference, ttl }: Exchange,
  guard: (address: string) => string | null,
): RouteHost {
  const flags: HostFlag[] = isAddressLiteral(exchange) ? ['address-literal'] : [];
  if (flags.length > 0 && guard(exchange) !== null) flags.push('private-address');
  return {
    exchange,
    preference,
    ttl,
    isAlias: false,
    aliasChain: [],
    addresses: [],
    evidence: [],
    state: 'not-asked',
    flags,
  };
}

/** An exchange with what its A and AAAA walks found; `guard` says why an address may not be contacted. */
export function resolvedHost(
  about: Exchange,
  walks: readonly WalkResult[],
  guard: (address: string) => string | null,
): RouteHost {
  const addresses = addressesOf(walks, guard);
  const aliasChain = (walks[0]?.aliases ?? []).map(({ target }) => target);
  const state = addressState(walks);
  const flags: HostFlag[] = [];
  if (aliasChain.length > 0) flags.push('alias');
  if (state === 'none' || state === 'nxdomain') flags.push('no-address');
  // Nobody's servers failed: the records themselves lead nowhere.
  if (state === 'failed') flags.push(walks.some(isLost) ? 'alias-loop' : 'address-unresolved');
  if (addresses.some(({ blocked }) => blocked)) flags.push('private-address');
  return {
    ...about,
    isAlias: aliasChain.length > 0,
    aliasChain,
    state,
    flags,
    addresses,
    evidence: walks.flatMap(({ steps }) => steps),
  };
}

/** The addresses that A and AAAA walks found. */
export function addressesOf(
  walks: readonly WalkResult[],
  guard: (address: string) => string | null,
): RouteAddress[] {
  return walks.flatMap(({ records }) =>
    records.slice(0, MAX_ADDRESSES_PER_FAMILY).map((record) => addressOf(record.data, record.ttl, guard)),
  );
}

/** One address, from DNS or from an address literal (then without TTL). */
function addressOf(
  address: string,
  ttl: number | null,
  guard: (address: string) => string | null,
): RouteAddress {
  return {
    address,
    family: familyOf(address),
    ttl,
    blocked: guard(address) !== null,
  };
}

/** The whole route, once every host has been looked up. */
export function routeOf(decision: Decision, mx: WalkResult, hosts: readonly RouteHost[]): Route {
  const common = {
    failure: mx.detail,
    alias: mx.aliases.map(({ target }): string => target),
    evidence: mx.steps,
    hosts: [...hosts],
  };
  const [host] = hosts;
  if (decision.kind !== 'implicit' || host === undefined)
    return { ...common, kind: decision.kind, domainExists: decision.kind === 'unresolved' ? null : true };
  if (host.state === 'failed' || host.state === 'not-asked')
    return { ...common, kind: 'unresolved', domainExists: null };
  const exists = mx.kind !== 'nxdomain' || host.state !== 'nxdomain';
  const evidence = [...mx.steps, ...host.evidence];
  if (host.state === 'none' || host.state === 'nxdomain')
    return { ...common, evidence, kind: 'none', domainExists: exists, hosts: [] };
  return { ...common, evidence, kind: 'implicit', domainExists: true };
}

/** The route of an address literal, which needs no DNS (RFC 5321 §4.1.3). */
export function literalRoute(address: string, guard: (address: string) => string | null): Route {
  const target = addressOf(address, null, guard);
  return {
    kind: 'literal',
    domainExists: null,
    failure: null,
    alias: [],
    evidence: [],
    hosts: [
      {
        exchange: `[${address}]`,
        preference: 0,
        ttl: null,
        isAlias: false,
        aliasChain: [],
        evidence: [],
        state: 'found',
        flags: target.blocked ? ['private-address'] : [],
        addresses: [target],
      },
    ],
  };
}

function isLost({ detail }: WalkResult): boolean {
  return detail === 'alias-loop' || detail === 'alias-chain-too-long';
}
