import { isAddressLiteral } from '@/lib/route/read-route';
import { isIpv6 } from '@/lib/ip-family';
import { dnsStep, place } from '@/lib/report/reference';
import ipaddr from 'ipaddr.js';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled, routeSteps, stepEvidence } from '../seen';

/** Servers that failed together, and would have to: all of them in one network. */
export function* failedTogether(seen: Evidence): Iterable<Claim> {
  const { route } = seen;
  if (!isSettled(seen) || route?.kind !== 'unresolved') return;
  const steps = routeSteps(seen);
  const zone = steps.at(-1)?.zone ?? '.';
  const asked = steps.filter((step) => step.zone === zone);
  const addresses = [...new Set(asked.map(({ server }) => server.address))];
  const [network = '', ...others] = [...new Set(addresses.map(networkOf))];
  if (zone.includes('.') && zone !== '.' && addresses.length > 1 && others.length === 0)
    yield found('ns.one-network', { zone, network, addresses }, stepEvidence(asked));
}

/** Where the parent sends people, against whom the zone names, and what these names lead to. */
export function* delegation(seen: Evidence): Iterable<Claim> {
  if (!isSettled(seen)) return;
  for (const zone of [...(seen.zone === null ? [] : [seen.zone]), ...seen.exchangeZones]) {
    if (zone.nameServers.length === 0) continue;
    yield* namedDifferently(seen, zone);
    yield* glue(zone);
    yield* names(zone);
    yield* spread(zone);
    yield* shared(zone);
    if (zone === seen.zone) yield* elsewhere(zone);
  }
}

function* namedDifferently({ trace }: Evidence, { name, parent, ns }: ZoneView): Iterable<Claim> {
  if (parent === null || ns.length === 0) return;
  const onlyParent = parent.ns.filter((server) => !ns.includes(server));
  const onlyZone = ns.filter((server) => !parent.ns.includes(server));
  if (onlyParent.length === 0 && onlyZone.length === 0) return;
  const own = trace.steps.find((step) => isQuestion(step, name, 'NS') && step.outcome === 'answer');
  yield found('ns.sets-differ', { zone: name, parent: parent.zone, onlyParent, onlyZone, servers: ns }, [
    dnsStep(parent.step),
    ...(own === undefined ? [] : [dnsStep(own.n)]),
  ]);
}

/** Glue is compared for servers inside the zone only: for the others it is no more than a hint. */
function* glue({ name: zone, parent, nameServers }: ZoneView): Iterable<Claim> {
  if (parent === null) return;
  const above = parent.zone;
  const foreign = parent.glue.filter(
    ({ name }) => above !== '.' && name !== above && !name.endsWith(`.${above}`),
  );
  if (foreign.length > 0) {
    const servers = [...new Set(foreign.map(({ name }) => name))];
    yield found('ns.glue-foreign', { zone, parent: above, servers }, [dnsStep(parent.step)]);
  }
  for (const server of parent.ns.filter((one) => one === zone || one.endsWith(`.${zone}`))) {
    const given = parent.glue.filter(({ name }) => name === server).map(({ address }) => address);
    const { addresses = [], evidence = [] } = nameServers.find(({ name }) => name === server) ?? {};
    const proof = [dnsStep(parent.step), ...evidence.map(dnsStep)];
    if (given.length === 0)
      yield found('ns.glue-missing', { zone, server, others: parent.glue.length > 0, addresses }, proof);
    else if (addresses.length > 0 && given.some((address) => !addresses.includes(address)))
      yield found('ns.glue-differs', { zone, server, glue: given, addresses }, proof);
  }
}

function* names({ name: zone, nameServers }: ZoneView): Iterable<Claim> {
  for (const { name: server, state, aliases, evidence } of nameServers) {
    const proof = evidence.length > 0 ? evidence.map(dnsStep) : [place('route')];
    const target = aliases.at(-1);
    if (target !== undefined) yield found('ns.is-alias', { zone, server, target }, proof);
    if (isAddressLiteral(server)) yield found('ns.is-address-literal', { zone, server }, proof);
    else if (state === 'none' || state === 'nxdomain') yield found('ns.no-address', { zone, server }, proof);
  }
}

/** Names that lead to one address, by the zone or by the glue of its parent; where all do, there is one server. */
function* shared({ name: zone, parent, nameServers }: ZoneView): Iterable<Claim> {
  const own = nameServers.flatMap(({ name, addresses, evidence }) =>
    addresses.map((address) => ({ name, address, proof: evidence })),
  );
  const glue = (parent?.glue ?? []).map((one) => ({ ...one, proof: [parent?.step ?? 0] }));
  const told = new Set<string>();
  for (const set of [own, glue]) {
    if (new Set(set.map(({ address }) => address)).size < 2) continue;
    for (const group of groupBy(set, ({ address }) => address)) {
      const servers = [...new Set(group.map(({ name }) => name))];
      const proof = [...new Set(group.flatMap((one) => one.proof))].map(dnsStep);
      const { address } = group[0];
      if (servers.length < 2 || told.has(address)) continue;
      told.add(address);
      yield found('ns.shared-address', { zone, address, servers }, proof);
    }
  }
}

/** Servers whose names have to be found in other domains first. */
function* elsewhere({ name: zone, parent, nameServers }: ZoneView): Iterable<Claim> {
  if (parent === null) return;
  const home = parent.zone.includes('.') ? parent.zone : zone;
  const servers = nameServers.map(({ name }) => name);
  if (servers.some((name) => name === home || name.endsWith(`.${home}`))) return;
  yield found('ns.other-domain', { zone, servers }, [dnsStep(parent.step)]);
}

/** How much would have to fail at once. */
function* spread({ name: zone, nameServers }: ZoneView): Iterable<Claim> {
  const servers = nameServers.flatMap(({ name, addresses }) =>
    addresses.map((address) => ({ name, address })),
  );
  const addresses = [...new Set(servers.map(({ address }) => address))];
  const [first] = servers;
  if (first === undefined || nameServers.some(({ state }) => state === 'failed')) return;
  const proof = nameServers.flatMap(({ evidence }) => evidence.map(dnsStep));
  const label = `${first.name} [${first.address}]`;
  if (addresses.every((address) => isIpv6(address)))
    yield found(
      'ns.ipv6-only',
      { zone, servers: servers.map(({ name, address }) => `${name} [${address}]`) },
      proof,
    );
  if (addresses.every((address) => !isIpv6(address))) yield found('ns.ipv4-only', { zone }, proof);
  if (addresses.length === 1 || nameServers.length === 1)
    yield found('ns.only-one', { zone, server: label }, proof);
  else {
    const networks = [...new Set(addresses.map(networkOf))];
    const [network = ''] = networks;
    if (networks.length === 1) yield found('ns.one-network', { zone, network, addresses }, proof);
  }
}

/** The /24 or the /48: what one customer commonly gets, and what goes away together. */
export function networkOf(address: string): string {
  const bits = isIpv6(address) ? 48 : 24;
  const network =
    bits === 48
      ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)
      : ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`);
  return `${network.toString()}/${bits}`;
}

export function isQuestion({ question }: TraceStep, name: string, type: string): boolean {
  return question.name === name && question.type === type;
}
