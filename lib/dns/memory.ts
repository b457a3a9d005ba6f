import type { IpFamily } from '@/lib/ip-family';
import type { Server } from './ask';
import type { Delegation } from './classify';
import { type DomainName, isWithin, labelCount, lastLabels, ROOT } from './name';
import type { RootServer } from './root-hints';

/** Name servers of one delegation that are considered; larger sets exist only to make resolvers work (NXNSAttack). */
const MAX_SERVERS_PER_ZONE = 13;

/** Addresses asked in one zone. */
const MAX_ADDRESSES_PER_ZONE = 26;

/** A zone as its parent delegated it. */
export interface KnownZone {
  zone: DomainName;
  /** Referrals from the root to here. */
  depth: number;
  servers: Server[];
  /** Names of servers without usable glue. */
  glueless: DomainName[];
  /** The step that held the referral; null for the root. */
  step: number | null;
}

/** What the walks of one check have learned about zones, so that the root and the TLDs are asked once. */
export class ZoneMemory {
  private readonly zones = new Map<DomainName, KnownZone>();
  private readonly turns = new Map<string, Promise<void>>();
  /** Who answered first, and who was silent by then, by address: the fast are asked first, the slow last. */
  readonly regard = new Map<string, 'fast' | 'slow'>();
  /** Families that this machine turned out not to reach at all. */
  readonly deadFamilies = new Set<IpFamily>();

  constructor(roots: readonly RootServer[], parse: (name: string) => DomainName) {
    const servers = roots.map(({ name, address }) => ({ name: parse(name), address, from: null }));
    this.zones.set(ROOT, { zone: ROOT, depth: 0, servers, glueless: [], step: null });
  }

  /** The zone closest to the name, from the name up; the root at least. */
  closest(name: DomainName): KnownZone {
    for (let count = labelCount(name); count > 0; count--) {
      const known = this.zones.get(lastLabels(name, count));
      if (known !== undefined) return known;
    }
    const root = this.zones.get(ROOT);
    if (root === undefined) throw new Error('the root is always known');
    return root;
  }

  /** Keeps a delegation; the first one seen stays, so that all walks of a check speak of the same servers. */
  learn(parent: KnownZone, referral: { zone: DomainName; servers: Delegation[] }, step: number): KnownZone {
    const known = this.zones.get(referral.zone);
    if (known !== undefined) return known;
    const named = referral.servers.slice(0, MAX_SERVERS_PER_ZONE);
    const zone: KnownZone = {
      zone: referral.zone,
      depth: parent.depth + 1,
      servers: named
        .flatMap(({ name, addresses }) => addresses.map((address) => ({ name, address, from: step })))
        .slice(0, MAX_ADDRESSES_PER_ZONE),
      glueless: named.filter(({ addresses }) => addresses.length === 0).map(({ name }) => name),
      step,
    };
    this.zones.set(referral.zone, zone);
    return zone;
  }

  /** A server with the addresses that a parent gave as glue, of whichever zone. */
  named(name: DomainName): Server[] {
    return [...this.zones.values()].flatMap(({ servers }) =>
      servers.filter((server) => server.name === name),
    );
  }

  /** Every zone on the way from the root to the name, the root first. */
  path(name: DomainName): KnownZone[] {
    return [...this.zones.values()]
      .filter(({ zone }) => isWithin(name, zone))
      .sort((a, b) => a.depth - b.depth);
  }

  /**
   * Root and TLDs only: of the walks that would ask one zone about names under the same next label, the first goes
   * and the others wait, since its referral answers them too. Returns the end of the turn; look at `closest` again
   * after it.
   */
  async turn(zone: DomainName, name: DomainName): Promise<() => void> {
    const key = `${zone} ${lastLabels(name, labelCount(zone) + 1)}`;
    const other = this.turns.get(key);
    if (labelCount(zone) > 1 || other !== undefined) {
      await other;
      return () => undefined;
    }
    let end: () => void = () => undefined;
    this.turns.set(
      key,
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    return end;
  }
}
