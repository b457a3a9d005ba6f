import { type DomainName, wireName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { algorithmName, digestOf, type DnssecCrypto, isVerifiable } from './crypto';
import { type Dnskey, dnskeyOf, type Ds, dsOf, isZoneKey } from './records';

/** A key that the parent, or a trust anchor, names: RFC 4034 §5.2. */
export interface NamedKey {
  keyTag: number;
  algorithm: number;
  /** Can it be told here whether a key is the one meant? */
  isVerifiable: boolean;
  names(key: Dnskey): boolean;
}

/** DS records of a zone, and DNSKEY records that are trust anchors, as the keys they name. */
export function namedKeys(
  zone: DomainName,
  records: readonly Pick<ResourceRecord, 'type' | 'data'>[],
  crypto: DnssecCrypto,
): NamedKey[] {
  return records.flatMap(({ type, data }) => {
    const record = { name: zone, ttl: 0, type, data };
    if (type === 'DNSKEY') {
      const key = dnskeyOf(record);
      return key === null ? [] : [{ ...byItself(key) }];
    }
    const ds = dsOf(record);
    return ds === null ? [] : [byDigest(zone, ds, crypto)];
  });
}

function byItself(anchor: Dnskey): NamedKey {
  const { keyTag, algorithm } = anchor;
  return {
    keyTag,
    algorithm,
    isVerifiable: isVerifiable(algorithm),
    names: ({ rdata }) => isSame(rdata, anchor.rdata),
  };
}

/** RFC 4034 §5.1.4: the digest is over the owner name and the data of the key. */
function byDigest(zone: DomainName, ds: Ds, crypto: DnssecCrypto): NamedKey {
  const { keyTag, algorithm } = ds;
  const digest = digestOf(ds.digestType);
  return {
    keyTag,
    algorithm,
    isVerifiable: isVerifiable(algorithm) && digest !== null,
    names: (key) =>
      digest !== null &&
      key.keyTag === keyTag &&
      key.algorithm === algorithm &&
      isZoneKey(key) &&
      isSame(crypto.digest(digest, Uint8Array.from([...(wireName(zone) ?? []), ...key.rdata])), ds.digest),
  };
}

/** The data of the DS record that names a key, with SHA-256 (RFC 4509 §2.1), as it stands in a zone file. */
export function dsFor(zone: DomainName, key: Dnskey, crypto: DnssecCrypto): string {
  const digest = crypto.digest('SHA-256', Uint8Array.from([...(wireName(zone) ?? []), ...key.rdata]));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${key.keyTag} ${key.algorithm} 2 ${hex.toUpperCase()}`;
}

/** `20326 RSASHA256`. */
export function keyLabel({ keyTag, algorithm }: { keyTag: number; algorithm: number }): string {
  return `${keyTag} ${algorithmName(algorithm)}`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
