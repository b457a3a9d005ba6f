import { type DomainName, isWithin, labelCount, lastLabels, wireName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { absentAt, type Denial, type Denier, wildcardOf } from './absence';
import { type Nsec3, nsec3Of } from './records';
import type { Verifier } from './verify';

/** Hashing rounds that are made for a proof; resolvers in use stop there and take the zone as unsigned (RFC 9276 §3.2). */
const MAX_ITERATIONS = 150;

/** The only hash there is: SHA-1 (RFC 5155 §11). */
const SHA1 = 1;

/** RFC 5155 §8, over records that are proven. */
export function hashedDenial(records: readonly ResourceRecord[], { zone, crypto }: Verifier): Denier {
  const all = records.flatMap((record) => nsec3Of(record) ?? []);
  const nsec3s = all.filter((one) => one.algorithm === SHA1 && one.zone === zone);
  const tooCostly = nsec3s.some(({ iterations }) => iterations > MAX_ITERATIONS);
  const hashes = new Map<string, Uint8Array>();

  const hash = (name: DomainName, { salt, iterations }: Nsec3): Uint8Array => {
    const key = `${name} ${iterations} ${salt.join()}`;
    const known = hashes.get(key);
    if (known !== undefined) return known;
    let bytes: Uint8Array = wireName(name) ?? new Uint8Array();
    for (let i = 0; i <= iterations; i++)
      bytes = crypto.digest('SHA-1', Uint8Array.from([...bytes, ...salt]));
    hashes.set(key, bytes);
    return bytes;
  };
  const matching = (name: DomainName) => nsec3s.find((one) => compare(hash(name, one), one.owner) === 0);
  const covering = (name: DomainName) => nsec3s.find((one) => isBetween(hash(name, one), one));

  /** RFC 5155 §8.3: the longest name above that is there, and the record that covers the one below it. */
  const closestEncloser = (name: DomainName): { encloser: DomainName; cover: Nsec3 } | null => {
    for (let count = labelCount(name) - 1; count >= labelCount(zone); count--) {
      const match = matching(lastLabels(name, count));
      if (match === undefined) continue;
      const hides =
        match.types.includes('DNAME') || (match.types.includes('NS') && !match.types.includes('SOA'));
      const cover = covering(lastLabels(name, count + 1));
      return hides || cover === undefined ? null : { encloser: lastLabels(name, count), cover };
    }
    return null;
  };

  const absence = (name: DomainName, type: string): Denial => {
    const match = matching(name);
    if (match !== undefined) return absentAt(match.types, type);
    const closest = closestEncloser(name);
    if (closest === null) return null;
    if (closest.cover.optOut) return 'opt-out';
    const wildcard = wildcardOf(closest.encloser);
    if (covering(wildcard) !== undefined) return 'no-name';
    const atWildcard = matching(wildcard);
    return atWildcard === undefined ? null : absentAt(atWildcard.types, type);
  };
  return {
    absence: (name, type) =>
      !isWithin(name, zone) || nsec3s.length === 0 ? null : tooCostly ? 'too-costly' : absence(name, type),
    allowsWildcard: (name, signedLabels) =>
      tooCostly || covering(lastLabels(name, signedLabels + 1)) !== undefined,
  };
}

/** The hashes of a zone make a ring: the last record leads back to the first. */
function isBetween(hash: Uint8Array, { owner, next }: Nsec3): boolean {
  const isLast = compare(owner, next) >= 0;
  const isAfter = compare(owner, hash) < 0;
  const isBefore = compare(hash, next) < 0;
  return isLast ? isAfter || isBefore : isAfter && isBefore;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
