import { type DomainName, printedName } from '@/lib/dns/name';
import { typeNumber } from '@/lib/dns/message';
import type { ResourceRecord } from '@/lib/dns/trace';
import { readBase32hex, readBase64, readHex } from './encodings';

/** A DS record, RFC 4034 §5.1. */
export interface Ds {
  keyTag: number;
  algorithm: number;
  digestType: number;
  digest: Uint8Array;
}

/** A DNSKEY record, RFC 4034 §2.1. */
export interface Dnskey {
  flags: number;
  protocol: number;
  algorithm: number;
  key: Uint8Array;
  keyTag: number;
  rdata: Uint8Array;
}

/** An RRSIG record, RFC 4034 §3.1; times in seconds since 1970. */
export interface Rrsig {
  covers: string;
  algorithm: number;
  labels: number;
  originalTtl: number;
  expiration: number;
  inception: number;
  keyTag: number;
  signer: DomainName;
  signature: Uint8Array;
}

/** An NSEC record, RFC 4034 §4.1. `next` has its letters as they were sent. */
export interface Nsec {
  owner: DomainName;
  next: string;
  types: readonly string[];
}

/** An NSEC3 record, RFC 5155 §3.1. */
export interface Nsec3 {
  /** Hash of the owner, and of the next one, as raw bytes. */
  owner: Uint8Array;
  next: Uint8Array;
  zone: string;
  algorithm: number;
  optOut: boolean;
  iterations: number;
  salt: Uint8Array;
  types: readonly string[];
}

const ZONE_KEY = 0x0100;
const OPT_OUT = 0x01;

/** All readers take what `readData` printed; null for a record that is not of this form. */
export function dsOf({ data }: ResourceRecord): Ds | null {
  const [keyTag, algorithm, digestType, digest] = data.split(' ');
  const bytes = readHex(digest ?? '');
  return bytes && { digest: bytes, keyTag: Number(keyTag), ...numbers({ algorithm, digestType }) };
}

export function dnskeyOf({ data }: ResourceRecord): Dnskey | null {
  const [flags, protocol, algorithm, text] = data.split(' ');
  const key = readBase64(text ?? '');
  if (key === null) return null;
  const said = numbers({ flags, protocol, algorithm });
  const rdata = Uint8Array.of(said.flags >> 8, said.flags & 0xff, said.protocol, said.algorithm, ...key);
  return { ...said, key, rdata, keyTag: keyTagOf(rdata) };
}

/** A key that may sign records of its zone (RFC 4034 §2.1.1, §2.1.2). */
export function isZoneKey({ flags, protocol }: Dnskey): boolean {
  return (flags & ZONE_KEY) !== 0 && protocol === 3;
}

/** RFC 4034 appendix B. */
function keyTagOf(rdata: Uint8Array): number {
  let sum = 0;
  for (const [index, byte] of rdata.entries()) sum += index % 2 === 0 ? byte << 8 : byte;
  return (sum + (sum >>> 16)) & 0xffff;
}

export function rrsigOf({ data }: ResourceRecord): Rrsig | null {
  const [covers, algorithm, labels, originalTtl, expires, begins, keyTag, signer, text] = data.split(' ');
  const signature = readBase64(text ?? '');
  if (covers === undefined || signer === undefined || signature === null) return null;
  const times = { expiration: momentOf(expires ?? ''), inception: momentOf(begins ?? '') };
  return {
    covers,
    signer: printedName(signer),
    signature,
    ...times,
    ...numbers({ algorithm, labels, originalTtl, keyTag }),
  };
}

export function nsecOf({ name, data }: ResourceRecord): Nsec | null {
  const [next, ...types] = data.split(' ');
  return next === undefined ? null : { owner: printedName(name), next, types };
}

export function nsec3Of({ name, data }: ResourceRecord): Nsec3 | null {
  const [algorithm, flags, iterations, saltText, nextText, ...types] = data.split(' ');
  const dot = name.indexOf('.');
  const owner = readBase32hex(dot === -1 ? name : name.slice(0, dot));
  const next = readBase32hex(nextText ?? '');
  const salt = readHex(saltText === '-' ? '' : (saltText ?? ''));
  if (owner === null || next === null || salt === null) return null;
  const zone = dot === -1 ? '.' : name.slice(dot + 1);
  const said = numbers({ algorithm, flags, iterations });
  return { ...said, owner, next, zone, salt, types, optOut: (said.flags & OPT_OUT) !== 0 };
}

/** `YYYYMMDDHHmmSS` → seconds since 1970 (RFC 4034 §3.2). */
function momentOf(text: string): number {
  const [year, month, day, hour, minute, second] = (
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  )
    .slice(1)
    .map(Number);
  return Date.UTC(year ?? NaN, (month ?? NaN) - 1, day, hour, minute, second) / 1000;
}

function numbers<K extends string>(words: Record<K, string | undefined>): Record<K, number> {
  const entries = Object.entries<string | undefined>(words).map(([key, word]) => [key, Number(word)]);
  return Object.fromEntries(entries) as Record<K, number>;
}

/** The types of a bitmap, as bytes in the one order there is (RFC 4034 §4.1.2). */
export function bitmapOf(types: readonly string[]): number[] {
  const windows = new Map<number, number[]>();
  for (const number of types.map(typeNumber).sort((a, b) => a - b)) {
    const window = windows.get(number >> 8) ?? [];
    const at = (number & 0xff) >> 3;
    while (window.length <= at) window.push(0);
    window[at] = (window[at] ?? 0) | (0x80 >> (number & 7));
    windows.set(number >> 8, window);
  }
  return [...windows].flatMap(([number, bytes]) => [number, bytes.length, ...bytes]);
}
