import { hasEdns } from '@/lib/dns/heard';
import type { KnownZone } from '@/lib/dns/memory';
import { type DomainName, isWithin, labelCount, lastLabels, ROOT } from '@/lib/dns/name';
import type { ResourceRecord, TraceStep } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import type { TrustAnchor } from './anchors';
import { algorithmName, type DnssecCrypto } from './crypto';
import { readDenial } from './denial';
import type { DnssecLink, DnssecReason, DnssecState, Signature } from './evidence';
import { dsFor, keyLabel, namedKeys } from './keys';
import { type Dnskey, dnskeyOf, type Rrsig } from './records';
import { type Verifier, verifySet } from './verify';

/** Zones whose keys are examined in one check; a usual one has three, and some for exchanges elsewhere. */
const MAX_LINKS = 40;

/** Everything the chain takes from outside. */
export interface ChainWorld {
  /** None: nothing can be proven, and nothing is asked. */
  anchors: readonly TrustAnchor[];
  crypto: DnssecCrypto;
  /** Seconds since 1970. */
  now: number;
  ask(name: DomainName, type: string, after: number | null): Promise<WalkResult>;
  /** The zones that walks have come through on the way to a name, the root first. */
  path(name: DomainName): readonly KnownZone[];
  step(n: number): TraceStep | undefined;
}

/** A zone and what its keys are worth. Below a link that is not secure there are no further ones. */
export interface Link extends DnssecLink {
  zone: DomainName;
  verifier: Verifier;
}

/** The chain of keys from the trust anchor down (RFC 4035 §5), found out as far as it is needed. */
export interface Chain {
  /** The link of the closest zone that walks have come through on the way to the name, or where the chain ends above it. */
  to(name: DomainName): Promise<Link>;
  /** On from a secure link, past cuts that no referral showed because one server holds both sides of them. */
  onward(from: Link, name: DomainName): Promise<Link>;
  /** All links examined, from the root down. */
  links(): Promise<DnssecLink[]>;
}

export function createChain(world: ChainWorld): Chain {
  const cuts = new Map<DomainName, Promise<Link | null>>();

  const cut = (zone: DomainName, parent: Link, referral: number | null): Promise<Link | null> => {
    const known = cuts.get(zone);
    if (known !== undefined) return known;
    const made =
      cuts.size < MAX_LINKS
        ? examineCut(world, zone, parent, referral)
        : Promise.resolve(link(world, zone, 'indeterminate', 'too-long', {}));
    made.catch(() => undefined); // a cancelled check is seen by whoever waits
    cuts.set(zone, made);
    return made;
  };
  let root: Promise<Link> | null = null;
  const rootLink = () => (root ??= examineRoot(world));

  return {
    async to(name) {
      let at = await rootLink();
      for (const { zone, step } of world.path(name)) {
        if (zone === ROOT) continue;
        if (at.state !== 'secure') break;
        at = (await cut(zone, at, step)) ?? at;
      }
      return at;
    },
    async onward(from, name) {
      let at = from;
      for (let count = labelCount(from.zone) + 1; count <= labelCount(name); count++) {
        if (at.state !== 'secure') break;
        at = (await cut(lastLabels(name, count), at, null)) ?? at;
      }
      return at;
    },
    async links() {
      const all = [await rootLink(), ...(await Promise.all(cuts.values()))];
      return (
        all
          .filter((one) => one !== null)
          // A cut that was only guessed at is none as long as nothing shows it.
          .filter(({ zone, ds, state }) => state !== 'bogus' || ds.length > 0 || isWalked(world, zone))
          .sort((a, b) => labelCount(a.zone) - labelCount(b.zone))
          .map(({ verifier: _, ...shown }) => shown)
      );
    },
  };
}

async function examineRoot(world: ChainWorld): Promise<Link> {
  if (world.anchors.length === 0) return link(world, ROOT, 'indeterminate', 'no-trust-anchor', {});
  return examineKeys(world, ROOT, world.anchors, null, null);
}

/** The way over one zone cut; null when the parent proves that there is none. */
async function examineCut(
  world: ChainWorld,
  zone: DomainName,
  parent: Link,
  referral: number | null,
): Promise<Link | null> {
  const told = referral === null ? undefined : world.step(referral);
  const byReferral = told === undefined ? null : readDs(told.authority, zone, parent.verifier);
  if (told !== undefined && byReferral !== null) return overCut(world, zone, byReferral, told.n);
  const walked = await world.ask(zone, 'DS', referral);
  const step = world.step(walked.steps.at(-1) ?? 0);
  const evidence = [...(referral === null ? [] : [referral]), ...walked.steps];
  if (walked.kind === 'failed' || step === undefined)
    return link(world, zone, 'indeterminate', 'no-answer', { evidence });
  if (!hasEdns(step)) return link(world, zone, 'indeterminate', 'without-edns', { evidence });
  const records = [...step.answer, ...step.authority];
  const byAnswer = readDs(records, zone, parent.verifier);
  if (byAnswer !== null) return overCut(world, zone, byAnswer, step.n);
  return link(world, zone, 'bogus', whyUnproven(records, parent.verifier), { evidence });
}

type DsFound =
  | { kind: 'set'; records: ResourceRecord[] }
  | { kind: 'unproven'; records: ResourceRecord[]; reason: DnssecReason; rrsig: Rrsig | null }
  | { kind: 'none'; reason: DnssecReason }
  | { kind: 'no-cut' };

/** What a section says about the DS set of a zone; null when it says nothing that is proven. */
function readDs(records: readonly ResourceRecord[], zone: DomainName, parent: Verifier): DsFound | null {
  const set = records.filter(({ name, type }) => name === zone && type === 'DS');
  if (set.length > 0) {
    const proof = verifySet(set, records, parent);
    if (proof.proven) return { kind: 'set', records: set };
    return { kind: 'unproven', records: set, reason: proof.problem, rrsig: proof.rrsig };
  }
  const isReferral = records.some(({ name, type }) => name === zone && type === 'NS');
  switch (readDenial(records, parent).absence(zone, 'DS')) {
    case 'delegation':
      return { kind: 'none', reason: 'unsigned' };
    case 'opt-out':
      return { kind: 'none', reason: 'opt-out' };
    case 'too-costly':
      return { kind: 'none', reason: 'too-many-iterations' };
    case 'no-data':
    case 'no-name':
      return isReferral ? null : { kind: 'no-cut' };
    case null:
      return null;
  }
}

async function overCut(
  world: ChainWorld,
  zone: DomainName,
  found: DsFound,
  step: number,
): Promise<Link | null> {
  const evidence = [step];
  switch (found.kind) {
    case 'no-cut':
      return null;
    case 'none':
      return link(world, zone, 'insecure', found.reason, { evidence });
    case 'unproven': {
      const ds = namedKeys(zone, found.records, world.crypto).map(keyLabel);
      return link(world, zone, 'bogus', found.reason, { ds, rrsig: found.rrsig, evidence });
    }
    case 'set':
      return examineKeys(world, zone, found.records, step, step);
  }
}

/** Does the zone have the key that its parent names, and does that key sign the others? (RFC 4035 §5.2) */
async function examineKeys(
  world: ChainWorld,
  zone: DomainName,
  naming: readonly TrustAnchor[],
  named: number | null,
  after: number | null,
): Promise<Link> {
  const { crypto } = world;
  const all = namedKeys(zone, naming, crypto);
  const ds = [...new Set(all.map(keyLabel))];
  const usable = all.filter((one) => one.isVerifiable);
  const before = named === null ? [] : [named];
  // RFC 4035 §5.2, RFC 6840 §5.2: with no algorithm that is understood, the zone counts as unsigned.
  if (usable.length === 0)
    return link(world, zone, 'insecure', 'unknown-algorithm', { ds, evidence: before });
  const walked = await world.ask(zone, 'DNSKEY', after);
  const step = world.step(walked.steps.at(-1) ?? 0);
  const evidence = [...before, ...walked.steps];
  if (walked.kind === 'failed' || step === undefined)
    return link(world, zone, 'indeterminate', 'no-answer', { ds, evidence });
  if (!hasEdns(step)) return link(world, zone, 'indeterminate', 'without-edns', { ds, evidence });
  const set = step.answer.filter(({ name, type }) => name === zone && type === 'DNSKEY');
  const keys = set.flatMap((record) => dnskeyOf(record) ?? []);
  const about = { ds, evidence, keys };
  if (keys.length === 0) return link(world, zone, 'bogus', 'no-keys', about);
  const entry = keys.filter((key) => usable.some((one) => one.names(key)));
  const by = { zone, crypto, now: world.now };
  if (entry.length === 0) {
    const signing = keys.filter((key) => verifySet(set, step.answer, { ...by, keys: [key] }).proven);
    const fitting = signing.map((key) => dsFor(zone, key, crypto));
    return { ...link(world, zone, 'bogus', 'wrong-ds', about), fitting };
  }
  const proof = verifySet(set, step.answer, { ...by, keys: entry });
  if (!proof.proven) return link(world, zone, 'bogus', proof.problem, { ...about, rrsig: proof.rrsig });
  return link(world, zone, 'secure', null, { ...about, rrsig: proof.rrsig });
}

/** Why an absence is not proven: most often everything in the answer has expired, which its SOA shows best. */
export function whyUnproven(records: readonly ResourceRecord[], by: Verifier): DnssecReason {
  const soa = records.filter(({ type }) => type === 'SOA');
  const proof = verifySet(soa, records, by);
  return proof.proven || soa.length === 0 ? 'no-proof' : proof.problem;
}

function link(
  { crypto, now }: ChainWorld,
  zone: DomainName,
  state: DnssecState,
  reason: DnssecReason | null,
  about: { ds?: string[]; keys?: readonly Dnskey[]; rrsig?: Rrsig | null; evidence?: number[] },
): Link {
  const { ds = [], keys = [], rrsig = null, evidence = [] } = about;
  return {
    zone,
    state,
    reason,
    ds,
    evidence,
    keys: keys.map(keyLabel),
    signature: rrsig && signatureView(rrsig),
    verifier: { zone, crypto, now, keys: state === 'secure' ? keys : [] },
  };
}

export function signatureView({ keyTag, algorithm, inception, expiration }: Rrsig): Signature {
  return {
    keyTag,
    algorithm: algorithmName(algorithm),
    from: new Date(inception * 1000).toISOString(),
    until: new Date(expiration * 1000).toISOString(),
  };
}

function isWalked({ path }: ChainWorld, name: DomainName): boolean {
  return path(name).some(({ zone }) => zone === name);
}

/** Is the signer at or below the zone of a link, and at or above the name? */
export function isBetween(signer: DomainName, zone: DomainName, name: DomainName): boolean {
  return isWithin(signer, zone) && isWithin(name, signer);
}
