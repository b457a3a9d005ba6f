import type { DomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import {
  addressesOf,
  decideRoute,
  type Exchange,
  MAX_ADDRESSES_PER_FAMILY,
  MAX_EXCHANGES,
  routeOf,
  unaskedHost,
} from '@/lib/route/read-route';
import type { RouteHost } from '@/lib/route/route';
import { aside } from '../aside';
import { judgeSoFar } from '../check-run';
import type { DomainRun } from '../domain-run';
import { createAddressComparison, lookForForgottenDot, resolveExchange } from './exchange';
import { examineIdentity, type OwnIdentity } from './identity';
import { findReverseName } from './reverse-names';

/** From the MX answer to the addresses; the sessions with an address start as soon as it is known. */
export async function followRoute(run: DomainRun, mx: WalkResult): Promise<void> {
  const { walks, record, dnssec } = run;
  const decision = decideRoute(walks.domain, mx);
  if (decision.kind === 'unresolved' || decision.kind === 'null') {
    record.tell('route', routeOf(decision, mx, []));
    return;
  }
  const { exchanges } = decision;
  if (decision.kind === 'mx' && decision.left.length > 0) {
    const left = decision.left.map(({ preference, exchange }) => `${preference} ${exchange}`);
    record.note({ type: 'limit', limit: 'exchanges', count: MAX_EXCHANGES, left });
  }
  if (decision.kind === 'mx') record.tell('route', routeOf(decision, mx, exchanges.map(unaskedHost)));
  const identity = examineIdentity(run);
  const comparison = createComparison(run, mx);
  const hosts = await Promise.all(
    exchanges.map(async (exchange) => {
      const host = await reach(run, exchange, mx, identity);
      comparison.begin(exchange.exchange, host);
      return host;
    }),
  );
  record.tell('route', routeOf(decision, mx, hosts));
  judgeSoFar(run);
  await dnssec.tell();
  judgeSoFar(run);
  await Promise.all([comparison.over(), identity.tell()]);
}

/** Finds the addresses of an exchange and opens a session with each. */
function reach(
  run: DomainRun,
  exchange: Exchange,
  mx: WalkResult,
  identity: OwnIdentity,
): Promise<RouteHost> {
  const { dnssec, sessions, world } = run;
  return resolveExchange(run, exchange, mx, (walked) => {
    dnssec.examine(walked);
    noteAddressesLeft(run, walked);
    const addresses = addressesOf([walked], (address) => world.guard(address));
    sessions.open(exchange, addresses);
    for (const { address, blocked } of addresses) if (!blocked) identity.goingTo(address);
  });
}

/** What is asked about an exchange beside the way of the mail. */
interface Comparison {
  begin(exchange: DomainName, host: RouteHost): void;
  over(): Promise<void>;
}

function createComparison(run: DomainRun, mx: WalkResult): Comparison {
  const { walks, zones } = run;
  const compareAddresses = createAddressComparison(walks);
  const named = new Set<string>();
  const underWay: Promise<void>[] = [];
  return {
    begin(exchange, { addresses, flags, evidence }) {
      underWay.push(aside(compareAddresses(exchange)), aside(zones.examine(exchange)));
      if (flags.includes('no-address')) underWay.push(aside(lookForForgottenDot(walks, exchange, mx)));
      for (const { address, blocked } of addresses) {
        if (blocked || named.has(address)) continue;
        named.add(address);
        underWay.push(aside(findReverseName(run, { address, exchange }, evidence.at(-1) ?? null)));
      }
    },
    async over() {
      await Promise.all(underWay);
    },
  };
}

function noteAddressesLeft({ record }: DomainRun, { question: { name }, records }: WalkResult): void {
  const left = records.slice(MAX_ADDRESSES_PER_FAMILY).map(({ data }) => `${name} [${data}]`);
  if (left.length > 0)
    record.note({ type: 'limit', limit: 'addresses', count: MAX_ADDRESSES_PER_FAMILY, left });
}
