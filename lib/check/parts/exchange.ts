import { type DomainName, labelCount, parseDomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import { forgottenDot } from '@/lib/route/forgotten-dot';
import {
  addressesOf,
  type Exchange,
  isAddressLiteral,
  literalAddress,
  MAX_ADDRESSES_PER_FAMILY,
  resolvedHost,
  unaskedHost,
} from '@/lib/route/read-route';
import type { RouteAddress, RouteHost } from '@/lib/route/route';
import type { DomainRun } from '../domain-run';
import type { WalkingRun, Walks } from '../walks';
import { overBoth } from './zone';

/**
 * Finds the addresses of an exchange and opens a session with each as soon as it is known; `onAddress` is told of those
 * that may be contacted. An address written where a name must stand is contacted as some senders do.
 */
export async function reach(
  run: DomainRun,
  exchange: Exchange,
  mx: WalkResult,
  onAddress: (address: string) => void,
): Promise<RouteHost> {
  const { dnssec, sessions, world } = run;
  const guard = (address: string) => world.guard(address);
  const open = (addresses: readonly RouteAddress[]) => {
    sessions.open(exchange, addresses);
    for (const { address, blocked } of addresses) if (!blocked) onAddress(address);
  };
  if (isAddressLiteral(exchange.exchange)) {
    const address = literalAddress(exchange, guard);
    if (!address.blocked) open([address]);
    return unaskedHost(exchange, guard);
  }
  return resolveExchange(run, exchange, mx, (walked) => {
    dnssec.examine(walked);
    noteAddressesLeft(run, walked);
    open(addressesOf([walked], guard));
  });
}

function noteAddressesLeft({ record }: DomainRun, { question: { name }, records }: WalkResult): void {
  const left = records.slice(MAX_ADDRESSES_PER_FAMILY).map(({ data }) => `${name} [${data}]`);
  if (left.length > 0)
    record.note({ type: 'limit', limit: 'addresses', count: MAX_ADDRESSES_PER_FAMILY, left });
}

/** Both families at once; `onFound` is told each family's answer as soon as it is there. */
async function resolveExchange(
  { walks, world }: WalkingRun,
  exchange: Exchange,
  mx: WalkResult,
  onFound: (walked: WalkResult) => void,
): Promise<RouteHost> {
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

/** Is there a name of which this one is what becomes of it without the dot at its end? */
export async function lookForForgottenDot(walks: Walks, exchange: DomainName, mx: WalkResult): Promise<void> {
  const { meant, kind } = forgottenDot(exchange, mx.zone) ?? {};
  const name = parseDomainName(meant ?? '');
  if (kind === 'other' && name.ok) await walks.askAside(name.value, 'A', mx.steps.at(-1) ?? null);
}

/**
 * Asks every server of the zone that holds an exchange for its addresses: each sender may ask another one. Over TCP, too,
 * for the first exchange of each zone: whether a server's two ways agree is a matter of the server, not of the name.
 */
export function createAddressComparison(walks: Walks): (exchange: DomainName) => Promise<void> {
  const askedOverTcp = new Set<DomainName>();
  return async (exchange) => {
    const zone = walks.delegation(exchange);
    if (isAddressLiteral(exchange) || labelCount(zone.zone) < 2) return;
    const questions = ['A', 'AAAA'].map((type) => ({ name: exchange, type }));
    const isFirst = !askedOverTcp.has(zone.zone);
    askedOverTcp.add(zone.zone);
    await walks.survey(zone, zone.servers, isFirst ? questions.flatMap(overBoth) : questions);
  };
}
