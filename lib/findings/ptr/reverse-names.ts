import { isIpv6 } from '@/lib/ip-family';
import { dnsStep, sessionLine } from '@/lib/report/reference';
import { bannerName, ehloName } from '@/lib/smtp/ehlo-name';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

/** Words in names of lines that are lent to customers. */
const GENERIC_WORDS =
  /(^|[.-])(dyn|dynamic|dhcp|dsl|adsl|pool|ppp|dialup|cable|customer|static-ip)([.-]|\d|$)/;

/** Reverse names of the exchanges' addresses, beside the names they say themselves. */
export function* reverseNames(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  for (const { address, state, names, evidence } of seen.reverse) {
    const host = seen.route?.hosts.find(({ addresses }) => addresses.some((one) => one.address === address));
    const about = { host: host?.exchange ?? address, address };
    const proof = [...evidence, ...names.flatMap((name) => name.evidence)].map(dnsStep);
    const list = names.map(({ name }) => name);
    if (proof.length === 0) continue;
    if (state === 'failed') {
      yield found('ptr.unresolved', about, proof);
      continue;
    }
    if (state === 'none') {
      yield found('ptr.missing', about, proof);
      continue;
    }
    if (names.every(({ confirmed }) => confirmed === false))
      yield found(
        'ptr.not-confirmed',
        { ...about, names: list, denied: names.every((name) => isDenied(seen, name.evidence)) },
        proof,
      );
    const generic = list.find((name) => isGeneric(name, address));
    if (generic !== undefined) yield found('ptr.generic', { ...about, name: generic }, proof);
    const session = seen.sessions.find((one) => one.address === address && one.banner !== null);
    const banner = session === undefined ? null : bannerName(session);
    if (session === undefined || banner === null) continue;
    const ehlo = ehloName(session) ?? banner;
    if (!list.includes(banner) || ehlo !== banner)
      yield found('ptr.names-differ', { ...about, names: list, banner, ehlo }, [
        ...proof,
        sessionLine(session.n),
      ]);
  }
}

/** The last of these steps, about one name, is a denial of the name itself. */
function isDenied({ trace }: Evidence, steps: readonly number[]): boolean {
  return trace.steps.findLast(({ n }) => steps.includes(n))?.outcome === 'nxdomain';
}

/** Made by a provider for all addresses of a range: the address stands in the name, or a word that says so. */
function isGeneric(name: string, address: string): boolean {
  const [host = ''] = name.split(/\.(?=[^.]+\.[^.]+$)/);
  if (GENERIC_WORDS.test(host)) return true;
  if (isIpv6(address)) return false;
  const octets = address.split('.');
  const numbers = host.match(/\d+/g)?.map((digits) => String(Number(digits))) ?? [];
  return [octets, octets.toReversed()].some((order) => numbers.join('.').includes(order.join('.')));
}
