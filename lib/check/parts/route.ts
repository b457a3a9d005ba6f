import type { DomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import { decideRoute, MAX_EXCHANGES, routeOf, unaskedHost } from '@/lib/route/read-route';
import type { RouteHost } from '@/lib/route/route';
import { aside } from '../aside';
import { judgeSoFar } from '../check-run';
import type { DomainRun } from '../domain-run';
import { createAddressComparison, lookForForgottenDot, reach } from './exchange';
import { examineIdentity } from './identity';
import { findReverseName } from './reverse-names';

/**
 * From the MX answer to the addresses; the sessions with an address start as soon as it is known. `onRoute` is called when all hosts are
 * known, and what proves them.
 */
export async function followRoute(run: DomainRun, mx: WalkResult, onRoute: () => void): Promise<void> {
  const { walks, record, dnssec, world } = run;
  const guard = (address: string) => world.guard(address);
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
  if (decision.kind === 'mx')
    record.tell(
      'route',
      routeOf(
        decision,
        mx,
        exchanges.map((exchange) => unaskedHost(exchange, guard)),
      ),
    );
  const identity = examineIdentity(run);
  const comparison = createComparison(run, mx);
  const hosts = await Promise.all(
    exchanges.map(async (exchange) => {
      const host = await reach(run, exchange, mx, (address) => {
        identity.goingTo(address);
      });
      comparison.begin(exchange.exchange, host);
      return host;
    }),
  );
  record.tell('route', routeOf(decision, mx, hosts));
  judgeSoFar(run);
  await dnssec.tell();
  judgeSoFar(run);
  onRoute();
  await Promise.all([comparison.over(), identity.tell()]);
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
