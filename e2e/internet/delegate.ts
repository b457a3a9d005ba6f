import { address } from './address';
import { isWithin, parentOf } from './name';
import { signZone } from './sign';
import { createKey } from './signing-key';
import { addressRecords, loadZone, type Zone, type ZoneData } from './zone';

export interface RootServer {
  name: string;
  address: string;
}

/** Block 0 is that of the root, the resolver and the TLDs; scenarios have blocks of their own. */
const ROOT_SERVERS = { 'a.root': [address(0, 1)], 'b.root': [address(0, 2)] };
const FIRST_TLD_HOST = 11;

const ED25519 = 15;

/** Stands in for a resolver: knows all zones, from wherever it has them. */
export const RESOLVER = address(0, 3);

/** The tree of zones and who serves them. */
export interface Tree {
  roots: RootServer[];
  /** The DS record of the root's key, in master-file form. */
  trustAnchor: string;
  /** Zones by the address that serves them. */
  served: Map<string, Zone[]>;
}

/**
 * Grows the tree above the zones given: the root, a zone for every TLD in use, and in each parent the delegation and the
 * glue that lies within it (RFC 1034 §4.2.1).
 */
export function growTree(zones: readonly ZoneData[]): Tree {
  const tlds = [...new Set(zones.map(({ origin }) => lastLabel(origin)))].sort();
  const given = new Set(zones.map(({ origin }) => origin));
  const above = ['.', ...tlds].filter((origin) => !given.has(origin)).map((origin) => registry(origin, tlds));
  const all = [...above, ...zones];
  const loaded = new Map(all.map((data) => [data.origin, loadZone(data)]));
  for (const data of all) delegate(data, loaded);
  const trustAnchor = signAll(all, loaded);
  const served = new Map<string, Zone[]>();
  for (const { origin, servers } of all)
    for (const address of Object.values(servers).flat()) {
      const zone = loaded.get(origin);
      if (zone !== undefined) served.set(address, [...(served.get(address) ?? []), zone]);
    }
  served.set(RESOLVER, [...loaded.values()]);
  const roots = Object.entries(ROOT_SERVERS).flatMap(([name, addresses]) =>
    addresses.map((address) => ({ name, address })),
  );
  return { roots, served, trustAnchor };
}

/** The root or a TLD, with two servers. */
function registry(origin: string, tlds: readonly string[]): ZoneData {
  if (origin === '.') return { origin, servers: ROOT_SERVERS, records: [], signing: {} };
  const host = FIRST_TLD_HOST + 2 * tlds.indexOf(origin);
  const servers = {
    [`a.nic.${origin}`]: [address(0, host)],
    [`b.nic.${origin}`]: [address(0, host + 1)],
  };
  return { origin, servers, records: [], signing: {} };
}

/** Keys first, since parents sign the DS records of their children; returns that of the root. */
function signAll(all: readonly ZoneData[], loaded: ReadonlyMap<string, Zone>): string {
  let trustAnchor = '';
  const keys = all.flatMap(({ origin, signing }) => {
    const zone = loaded.get(origin);
    if (zone === undefined || signing === undefined) return [];
    const key = createKey(origin, signing.algorithm ?? ED25519);
    const { keyTag, algorithm, digestType, digest } =
      signing.wrong === 'ds' ? createKey(origin, key.algorithm).ds : key.ds;
    if (origin === '.')
      trustAnchor = `. 3600 IN DS ${keyTag} ${algorithm} ${digestType} ${digest.toString('hex')}`;
    else if (signing.wrong !== 'no-ds') {
      const data = { keyTag, algorithm, digestType, digest };
      parentZone(origin, loaded).records.push({ name: origin, ttl: 3600, type: 'DS', data });
    }
    if (signing.wrong !== 'no-signatures')
      zone.records.push({ name: origin, ttl: 3600, type: 'DNSKEY', data: key.dnskey });
    return signing.wrong === 'no-signatures' ? [] : [{ zone, key, signing }];
  });
  for (const { zone, key, signing } of keys) zone.signed = signZone(zone, key, signing);
  return trustAnchor;
}

function delegate({ origin, servers, delegation }: ZoneData, loaded: ReadonlyMap<string, Zone>): void {
  if (origin === '.') return;
  const parent = parentZone(origin, loaded);
  for (const [server, addresses] of Object.entries(delegation ?? servers)) {
    parent.records.push({ name: origin, ttl: 3600, type: 'NS', data: server });
    if (!isWithin(server, parent.origin)) continue;
    const known = new Set(
      parent.records.flatMap(({ name, ...rest }) =>
        'data' in rest && typeof rest.data === 'string' && name === server ? [rest.data] : [],
      ),
    );
    parent.records.push(
      ...addressRecords(
        server,
        addresses.filter((address) => !known.has(address)),
      ),
    );
  }
}

function parentZone(origin: string, loaded: ReadonlyMap<string, Zone>): Zone {
  for (let at = parentOf(origin); ; at = parentOf(at)) {
    const zone = loaded.get(at);
    if (zone !== undefined) return zone;
  }
}

function lastLabel(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
