import { type DomainName, labelCount } from '@/lib/dns/name';
import type { Walked } from '@/lib/dns/walk';
import { type Exchange, isAddressLiteral, resolvedHost, unaskedHost } from '@/lib/route/read-route';
import type { RouteHost } from '@/lib/route/route';
import type { Walks } from './walks';
import type { World } from './world';

/**
 * The addresses of one exchange, both families at once; `onFound` is told each family's answer as soon as it is there.
 * An address written where a name must stand is not looked up.
 */
export async function resolveExchange(
  exchange: Exchange,
  mx: Walked,
  walks: Walks,
  world: World,
  onFound: (walked: Walked) => void,
): Promise<RouteHost> {
  if (isAddressLiteral(exchange.exchange)) return unaskedHost(exchange);
  const guard = (address: string) => world.guard(address);
  const after = mx.steps.at(-1) ?? null;
  const found = await Promise.all(
    ['A', 'AAAA'].map(async (type) => {
      const walked = await walks.ask(exchange.exchange, type, after);
      onFound(walked);
      return walked;
    }),
  );
  return resolvedHost(exchange, found, guard);
}

/** Asks every server of the zone that holds an exchange for its addresses: each sender may ask another one. */
export async function compareAddresses(exchange: DomainName, walks: Walks): Promise<void> {
  const zone = walks.delegation(exchange);
  if (isAddressLiteral(exchange) || labelCount(zone.zone) < 2) return;
  const questions = ['A', 'AAAA'].map((type) => ({ name: exchange, type }));
  await walks.survey(zone, zone.servers, questions);
}
