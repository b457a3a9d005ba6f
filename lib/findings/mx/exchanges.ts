import { dnsStep, place, sessionLine } from '@/lib/report/reference';
import type { RouteHost } from '@/lib/route/route';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { mxOwner } from '../seen';
import { mistyped } from './mistyped';

/** What is odd about each mail exchanger of the route. */
export function* exchanges(seen: Evidence): Iterable<Claim> {
  const { route } = seen;
  if (route === null || (route.kind !== 'mx' && route.kind !== 'literal' && route.kind !== 'implicit'))
    return;
  const usable = route.hosts.filter(({ addresses }) => addresses.some(({ blocked }) => !blocked));
  const many = addressless(seen, route.hosts);
  if (many.length > 0) {
    const about = { domain: mxOwner(seen), all: route.hosts.length, others: usable.length > 0 };
    const exchanges = many.map(({ exchange }) => exchange);
    yield found(
      'mx.many-without-address',
      { ...about, exchanges },
      many.flatMap(({ evidence }) => evidence.map(dnsStep)),
    );
  }
  for (const host of route.hosts.filter((one) => !many.includes(one))) {
    const others = usable.some((other) => other !== host);
    yield* oddities(seen, host, others);
  }
}

/** From so many exchanges without an address on the sum is told, and not each. */
const MANY = 3;

/** Those of which nothing else is to be said; none where they are few. */
function addressless(seen: Evidence, hosts: readonly RouteHost[]): RouteHost[] {
  const without = hosts.filter(
    (host) =>
      host.flags.includes('no-address') &&
      host.evidence.length > 0 &&
      !isWrongName(seen, host.exchange) &&
      denial(seen, host).unregistered === '',
  );
  return without.length < MANY ? [] : without;
}

function* oddities(seen: Evidence, host: RouteHost, others: boolean): Iterable<Claim> {
  const { exchange, preference } = host;
  const domain = mxOwner(seen);
  const evidence = host.evidence.length > 0 ? host.evidence.map(dnsStep) : [place('route')];
  const target = host.aliasChain.at(-1);
  for (const flag of host.flags)
    switch (flag) {
      case 'alias':
        if (target !== undefined && seen.route?.kind === 'mx' && !leadsNowhere(host))
          yield found(
            'mx.is-alias',
            { domain, preference, exchange, target, chain: host.aliasChain },
            evidence,
          );
        break;
      case 'address-literal':
        yield found('mx.is-address-literal', { domain, preference, exchange, others }, [place('route')]);
        break;
      case 'no-address':
        yield found(
          'mx.no-address',
          {
            exchange,
            preference,
            others,
            mistyped: isWrongName(seen, exchange),
            preferred: seen.route?.hosts[0]?.preference === preference,
            target: target ?? '',
            ...denial(seen, host),
          },
          evidence,
        );
        break;
      case 'address-unresolved':
        yield found('mx.address-unresolved', { exchange, preference, others }, evidence);
        break;
      case 'alias-loop':
        yield found('mx.alias-loop', { exchange, chain: host.aliasChain, others }, evidence);
        break;
      case 'private-address':
        yield* blockedAddresses(seen, host, others);
        break;
    }
}

/** Where the alias itself is not the fault that counts. */
function leadsNowhere({ flags }: RouteHost): boolean {
  return flags.includes('alias-loop') || flags.includes('no-address');
}

/** Whether DNS denies the name, and with it a domain that anybody may register: then a registry has said so. */
function denial(
  { trace }: Evidence,
  { state, evidence }: RouteHost,
): { denied: boolean; unregistered: string } {
  const denied = state === 'nxdomain';
  const step = trace.steps.find(({ n, outcome }) => evidence.includes(n) && outcome === 'nxdomain');
  const isRegistry = step !== undefined && step.zone !== '.' && !step.zone.includes('.');
  const labels = step?.question.name.split('.').slice(-2) ?? [];
  return { denied, unregistered: denied && isRegistry ? labels.join('.') : '' };
}

/** The MX record names nobody's host: another finding tells what was meant, or that the record was altered. */
export function isWrongName(seen: Evidence, exchange: string): boolean {
  const isAltered = seen.dnssec?.answers.some(
    ({ type, reason }) => type === 'MX' && reason === 'bad-signature',
  );
  if (isAltered === true) return true;
  const origins = [seen.zone?.name ?? '', mxOwner(seen)];
  return (
    !exchange.includes('.') || exchange.endsWith('.localhost') || mistyped(seen, exchange, origins) !== null
  );
}

function* blockedAddresses(seen: Evidence, host: RouteHost, others: boolean): Iterable<Claim> {
  const { exchange } = host;
  const blocked = host.addresses.flatMap(({ address }) =>
    seen.sessions.filter(
      (one) =>
        one.exchange === exchange &&
        one.address === address &&
        one.outcome === 'blocked' &&
        one.choice === undefined,
    ),
  );
  if (blocked.length === 0) return;
  const addresses = blocked.map(({ address }) => address);
  const reasons = blocked.map(({ detail }) => detail ?? 'special');
  yield found(
    'mx.private-address',
    { exchange, addresses, reasons, others: others || host.addresses.length > blocked.length },
    blocked.map(({ n }) => sessionLine(n)),
  );
}
