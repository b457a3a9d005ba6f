import ipaddr from 'ipaddr.js';
import { typeNumber } from '@/lib/dns/message';
import { type DomainName, labelCount, labelsOf, lastLabels, parseDomainName, wireName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { readBase32hex, readBase64, readHex } from './encodings';
import { bitmapOf, type Rrsig } from './records';

const CLASS_IN = 1;

/**
 * What a signature over a set of records is made of (RFC 4034 §3.1.8.1): the RRSIG data without the signature, then every
 * record in canonical form and order (§6). Null when a record is of no form that could have been signed.
 */
export function signedData(set: readonly ResourceRecord[], rrsig: Rrsig): Uint8Array | null {
  const [first] = set;
  const signer = wireName(rrsig.signer);
  if (first === undefined || signer === null) return null;
  const owner = ownerBytes(first.name, rrsig.labels);
  const datas = set.map(canonicalData);
  if (owner === null || datas.some((data) => data === null)) return null;
  const type = uint16(typeNumber(rrsig.covers));
  const head = [
    ...[...type, rrsig.algorithm, rrsig.labels, ...uint32(rrsig.originalTtl)],
    ...[...uint32(rrsig.expiration), ...uint32(rrsig.inception), ...uint16(rrsig.keyTag), ...signer],
  ];
  const records = unique(datas.flatMap((data) => (data === null ? [] : [data])))
    .sort(compareBytes)
    .flatMap((data) => [
      ...[...owner, ...type, ...uint16(CLASS_IN), ...uint32(rrsig.originalTtl)],
      ...[...uint16(data.length), ...data],
    ]);
  return Uint8Array.from([...head, ...records]);
}

/** RFC 4034 §6.3: a record that stands twice counts once. */
function unique(datas: number[][]): number[][] {
  return [...new Map(datas.map((data) => [data.join(), data])).values()];
}

/** The owner as it was signed: a wildcard when the signature has fewer labels than the name (RFC 4035 §5.3.2). */
function ownerBytes(name: string, labels: number): number[] | null {
  const parsed = parseDomainName(name);
  if (!parsed.ok) return null;
  const isWildcard = name.startsWith('*.');
  if (labelCount(parsed.value) - (isWildcard ? 1 : 0) <= labels) return joined(wireName(name));
  return joined([1, 0x2a], wireName(lastLabels(parsed.value, labels)));
}

/** RDATA on the wire, uncompressed, names in lower case except that of NSEC (RFC 4034 §6.2, RFC 6840 §5.1). */
function canonicalData({ type, data }: ResourceRecord): number[] | null {
  const words = data.split(' ');
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = words;
  if (first === '\\#') return joined(readHex(words.slice(2).join('')));
  switch (type) {
    case 'A':
    case 'AAAA':
      return ipaddr.isValid(data) ? ipaddr.parse(data).toByteArray() : null;
    case 'NS':
    case 'CNAME':
    case 'DNAME':
    case 'PTR':
      return joined(wireName(data));
    case 'MX':
      return joined(uint16(Number(first)), wireName(second));
    case 'SOA':
      return joined(
        ...[wireName(first), wireName(second)],
        words.slice(2).flatMap((word) => uint32(Number(word))),
      );
    case 'TXT':
    case 'SPF':
      return stringBytes(data);
    case 'DS':
      return joined(uint16(Number(first)), [Number(second), Number(third)], readHex(fourth));
    case 'TLSA': // RFC 6698 §2.1
      return joined([Number(first), Number(second), Number(third)], readHex(fourth));
    case 'CAA': // RFC 8659 §4.1: the value has no length of its own
      return joined(
        [Number(first), second.length],
        ...[octetsOf(second), octetsOf(data.slice(data.indexOf('"') + 1, -1))],
      );
    case 'DNSKEY':
      return joined(uint16(Number(first)), [Number(second), Number(third)], readBase64(fourth));
    case 'NSEC':
      return joined(wireName(first), bitmapOf(words.slice(1)));
    case 'NSEC3': {
      const salt = readHex(fourth === '-' ? '' : fourth);
      const next = readBase32hex(fifth);
      return joined(
        ...[[Number(first), Number(second)], uint16(Number(third))],
        ...[salt && [salt.length, ...salt], next && [next.length, ...next]],
        bitmapOf(words.slice(5)),
      );
    }
    default:
      return null;
  }
}

/** Quoted strings as `readData` prints them → length-prefixed bytes (RFC 1035 §3.3.14). */
function stringBytes(data: string): number[] | null {
  const strings = [...data.matchAll(/"((?:[^"\\]|\\\d{3}|\\.)*)"/g)];
  return strings.flatMap(([, text = '']) => {
    const bytes = octetsOf(text);
    return [bytes.length, ...bytes];
  });
}

/** Text with its escapes (RFC 1035 §5.1) → octets. */
function octetsOf(text: string): number[] {
  return [...text.matchAll(/\\(\d{3})|\\(.)|(.)/g)].map(([, decimal, escaped, plain]) =>
    decimal === undefined ? (escaped ?? plain ?? '').charCodeAt(0) : Number(decimal),
  );
}

function joined(...parts: (Iterable<number> | null)[]): number[] | null {
  const bytes: number[] = [];
  for (const part of parts) {
    if (part === null) return null;
    bytes.push(...part);
  }
  return bytes;
}

function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function compareBytes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** RFC 4034 §6.1: by label from the right, as bytes. */
export function compareNames(a: DomainName, b: DomainName): number {
  const [left, right] = [labelsOf(a).reverse(), labelsOf(b).reverse()];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareBytes([...(left[i] ?? [])], [...(right[i] ?? [])]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
