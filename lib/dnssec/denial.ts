import { type DomainName, isWithin, labelCount, lastLabels, printedName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { absentAt, type Denier, wildcardOf } from './absence';
import { compareNames } from './canonical';
import { hashedDenial } from './denial-nsec3';
import { type Nsec, nsecOf } from './records';
import { type Verifier, verifySet } from './verify';

/** Reads the NSEC and NSEC3 records of an authority section, and believes those that the keys of the zone prove. */
export function readDenial(authority: readonly ResourceRecord[], by: Verifier): Denier {
  const proven = (type: string) =>
    authority.filter(
      (record) =>
        record.type === type &&
        verifySet(
          authority.filter(({ name, type: other }) => name === record.name && other === type),
          authority,
          by,
        ).proven,
    );
  const nsecs = proven('NSEC').flatMap((record) => nsecOf(record) ?? []);
  return nsecs.length > 0 ? plainDenial(nsecs, by.zone) : hashedDenial(proven('NSEC3'), by);
}

/** RFC 4035 §5.4. */
function plainDenial(nsecs: readonly Nsec[], zone: DomainName): Denier {
  const covering = (name: DomainName) => nsecs.find((nsec) => covers(nsec, name, zone));
  return {
    absence(name, type) {
      const match = nsecs.find(({ owner }) => owner === name);
      if (match !== undefined) return absentAt(match.types, type);
      const cover = covering(name);
      if (cover === undefined) return null;
      // A name that only has names below it: RFC 4592 §2.2.2.
      if (isWithin(nextOf(cover), name)) return 'no-data';
      const wildcard = wildcardOf(closestEncloser(cover, name));
      if (covering(wildcard) !== undefined) return 'no-name';
      const atWildcard = nsecs.find(({ owner }) => owner === wildcard);
      return atWildcard === undefined ? null : absentAt(atWildcard.types, type);
    },
    allowsWildcard: (name) => covering(name) !== undefined,
  };
}

/** Is the name between the two of the record? The last record of the zone leads back to its first name. */
function covers(nsec: Nsec, name: DomainName, zone: DomainName): boolean {
  const { owner } = nsec;
  // A cut or a DNAME above the name hides what is below: RFC 6840 §4.1.
  const hides = nsec.types.includes('DNAME') || (nsec.types.includes('NS') && !nsec.types.includes('SOA'));
  if (hides && isWithin(name, owner)) return false;
  const next = nextOf(nsec);
  return compareNames(owner, name) < 0 && (next === zone || compareNames(name, next) < 0);
}

function nextOf({ next }: Nsec): DomainName {
  return printedName(next);
}

/** The longest name above that exists: it is above the owner or the next name of the covering record. */
function closestEncloser(nsec: Nsec, name: DomainName): DomainName {
  const common = (other: DomainName) => {
    for (let count = labelCount(name) - 1; count > 0; count--)
      if (isWithin(other, lastLabels(name, count))) return count;
    return 0;
  };
  return lastLabels(name, Math.max(common(nsec.owner), common(nextOf(nsec))));
}
