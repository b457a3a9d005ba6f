import { createHash } from 'node:crypto';
import type { Answer, RecordType } from 'dns-packet';
import { base32hex } from '@/lib/dns/rdata';
import { isWithin, upTo } from './name';
import type { Denial, SignedParts, Signing } from './signing';
import { createKey, type SigningKey } from './signing-key';
import { rdataOf, typeNumber, wireName } from './wire-form';
import type { Zone } from './zone';

const DAY_SECONDS = 86_400;
const SALT = Buffer.from('ab', 'hex');
const OPT_OUT = 1;

/** Signs everything the zone has authority for, and what is not in it (RFC 4035 §2). */
export function signZone(zone: Zone, key: SigningKey, signing: Signing): SignedParts {
  const owned = zone.records.filter((record) => isSigned(zone, record));
  const hash =
    signing.denial === undefined || signing.denial === 'nsec' ? null : hasher(signing.iterations ?? 0);
  const denials = signing.wrong === 'no-denial' ? [] : denialsOf(zone, hash, signing);
  const all = [...owned, ...denials.map(({ record }) => record)];
  const keyOf = ({ name, type }: Answer) => `${name} ${type}`;
  const sets = [...new Set(all.map(keyOf))].map((id) => all.filter((record) => keyOf(record) === id));
  const signatures = sets.flatMap((set) => {
    const isMx = set.some(({ type }) => type === 'MX');
    if (isMx && signing.wrong === 'mx-unsigned') return [];
    const foreign = isMx && signing.wrong === 'mx-by-foreign-key';
    return [signSet(set, zone.origin, foreign ? createKey(zone.origin, key.algorithm) : key, signing)];
  });
  return { signatures, denials, hash };
}

/** Delegations and glue are the child's: RFC 4035 §2.2. */
function isSigned({ origin, records }: Zone, { name, type }: Answer): boolean {
  const isCut = (at: string) => at !== origin && records.some((one) => one.type === 'NS' && one.name === at);
  if (isCut(name)) return type === 'DS';
  return !upTo(name, origin).some(isCut);
}

function signSet(set: Answer[], signersName: string, key: SigningKey, signing: Signing): Answer {
  const [first] = set;
  if (first === undefined || !('ttl' in first)) throw new Error('an empty set has no signature');
  const { name, type } = first;
  const originalTTL = first.ttl ?? 0;
  const labels = name.split('.').filter((label) => label !== '' && label !== '*').length;
  const [from, until] = signing.validDays ?? [-1, 14];
  const now = Math.floor(Date.now() / 1000);
  const data = {
    typeCovered: type,
    algorithm: key.algorithm,
    labels,
    originalTTL,
    signersName,
    keyTag: key.keyTag,
    inception: now + from * DAY_SECONDS,
    expiration: now + until * DAY_SECONDS,
  };
  const head = rdataOf(rrsig(name, originalTTL, { ...data, signature: Buffer.alloc(0) }));
  const body = set
    .map(rdataOf)
    .sort(Buffer.compare)
    .map((rdata) => Buffer.concat([wireName(name), fixed(type, originalTTL, rdata.length), rdata]));
  const signature = key.sign(Buffer.concat([head, ...body]));
  if (signing.wrong === 'forged') signature.reverse();
  return rrsig(name, originalTTL, { ...data, signature });
}

function rrsig(name: string, ttl: number, data: object): Answer {
  return { name, ttl, type: 'RRSIG', data } as Answer;
}

function fixed(type: string, ttl: number, length: number): Buffer {
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16BE(typeNumber(type), 0);
  bytes.writeUInt16BE(1, 2);
  bytes.writeUInt32BE(ttl, 4);
  bytes.writeUInt16BE(length, 8);
  return bytes;
}

/** RFC 5155 §5. */
function hasher(iterations: number): (name: string) => string {
  return (name) => {
    let hash = wireName(name);
    for (let i = 0; i <= iterations; i++)
      hash = createHash('sha1')
        .update(Buffer.concat([hash, SALT]))
        .digest();
    return base32hex(hash);
  };
}

function denialsOf(zone: Zone, hash: ((name: string) => string) | null, signing: Signing): Denial[] {
  const optOut = signing.denial === 'opt-out';
  const names = namesOf(zone, hash !== null)
    .filter((name) => !optOut || typesAt(zone, name).join() !== 'NS')
    .map((name) => ({ name, at: hash === null ? name : hash(name) }))
    .sort((a, b) => (hash === null ? compareNames(a.at, b.at) : a.at < b.at ? -1 : 1));
  return names.map(({ name, at }, index) => {
    const next = names[(index + 1) % names.length]?.at ?? at;
    const types = typesAt(zone, name);
    const signed = types.length > 0 && types.join() !== 'NS' ? ['RRSIG'] : [];
    if (hash === null) {
      const data = { nextDomain: next, rrtypes: [...types, 'RRSIG', 'NSEC'] as RecordType[] };
      return { at, next, record: { name, ttl: 300, type: 'NSEC', data } };
    }
    const data = {
      algorithm: 1,
      flags: optOut ? OPT_OUT : 0,
      iterations: signing.iterations ?? 0,
      salt: SALT,
      nextDomain: fromBase32hex(next),
      rrtypes: [...types, ...signed] as RecordType[],
    };
    const owner = zone.origin === '.' ? at : `${at}.${zone.origin}`;
    return { at, next, record: { name: owner, ttl: 300, type: 'NSEC3', data } };
  });
}

/** Names with records of the zone's own or a cut; for NSEC3 also those that only have names below them (RFC 5155 §7.1). */
function namesOf(zone: Zone, withEmpty: boolean): string[] {
  const cuts = zone.records.filter(({ type, name }) => type === 'NS' && name !== zone.origin);
  const own = zone.records
    .filter(({ name }) => !cuts.some((cut) => name !== cut.name && isWithin(name, cut.name)))
    .map(({ name }) => name);
  return [...new Set(withEmpty ? own.flatMap((name) => upTo(name, zone.origin)) : own)];
}

function typesAt(zone: Zone, name: string): string[] {
  const types = new Set(zone.records.filter((record) => record.name === name).map(({ type }) => type));
  // Glue at a cut is the child's.
  const isCut = name !== zone.origin && types.has('NS');
  return [...types].filter((type) => !isCut || type === 'NS' || type === 'DS');
}

/** RFC 4034 §6.1. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (name === '.' ? [] : name.split('.').reverse())) as [
    string[],
    string[],
  ];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = Buffer.compare(Buffer.from(left[i] ?? ''), Buffer.from(right[i] ?? ''));
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function fromBase32hex(text: string): Buffer {
  const bits = Array.from(text, (char) => Number.parseInt(char, 32).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
