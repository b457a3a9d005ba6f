import ipaddr from 'ipaddr.js';
import { type DomainName, printedName } from './name';
import { type Reader, WireError } from './reader';
import { typeName } from './message';
import type { ResourceRecord } from './trace';

/** RDATA up to `end` → presentation form (RFC 1035 §5.1; RFC 3597 §5 for types not read here). */
export function readData(reader: Reader, type: number, end: number): string {
  const size = end - reader.offset;
  switch (type) {
    case 1: // A
      return address(reader, size, 4);
    case 28: // AAAA, RFC 3596 §2.2
      return address(reader, size, 16);
    case 2: // NS
    case 5: // CNAME
    case 12: // PTR
    case 39: // DNAME
      return reader.name();
    case 15: // MX
      return `${reader.uint16()} ${reader.name()}`;
    case 6: // SOA
      return [reader.name(), reader.name(), ...Array.from({ length: 5 }, () => reader.uint32())].join(' ');
    case 16: // TXT
    case 99: // SPF
      return strings(reader, end);
    case 43: // DS, RFC 4034 §5.3
      return `${reader.uint16()} ${reader.uint8()} ${reader.uint8()} ${hex(rest(reader, end)).toUpperCase()}`;
    case 48: // DNSKEY, RFC 4034 §2.2
      return `${reader.uint16()} ${reader.uint8()} ${reader.uint8()} ${base64(rest(reader, end))}`;
    case 46: // RRSIG, RFC 4034 §3.2
      return [
        ...[typeName(reader.uint16()), reader.uint8(), reader.uint8(), reader.uint32()],
        ...[moment(reader.uint32()), moment(reader.uint32()), reader.uint16(), reader.name()],
        base64(rest(reader, end)),
      ].join(' ');
    case 47: // NSEC, RFC 4034 §4.2
      return [reader.exactName(), ...types(reader, end)].join(' ');
    case 50: // NSEC3, RFC 5155 §3.3
      return [
        ...[reader.uint8(), reader.uint8(), reader.uint16(), hex(reader.take(reader.uint8())) || '-'],
        ...[base32hex(reader.take(reader.uint8())), ...types(reader, end)],
      ].join(' ');
    case 52: // TLSA, RFC 6698 §2.2
      return `${reader.uint8()} ${reader.uint8()} ${reader.uint8()} ${hex(rest(reader, end))}`;
    case 257: // CAA, RFC 8659 §4.1.1
      return `${reader.uint8()} ${tag(reader.take(reader.uint8()))} ${quote(rest(reader, end))}`;
    default:
      return `\\# ${size}${size > 0 ? ` ${hex(reader.take(size))}` : ''}`;
  }
}

function address(reader: Reader, size: number, expected: number): string {
  if (size !== expected) throw new WireError('wire.rdata-length');
  return ipaddr.fromByteArray([...reader.take(size)]).toString();
}

function strings(reader: Reader, end: number): string {
  const parts: string[] = [];
  while (reader.offset < end) parts.push(quote(reader.take(reader.uint8())));
  return parts.join(' ');
}

function quote(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === '\\') text += `\\${char}`;
    else text += byte >= 0x20 && byte < 0x7f ? char : `\\${String(byte).padStart(3, '0')}`;
  }
  return `"${text}"`;
}

/** RFC 8659 §4.1: letters and digits; what is none is escaped as in a text. */
function tag(bytes: Uint8Array): string {
  return quote(bytes).slice(1, -1);
}

function rest(reader: Reader, end: number): Uint8Array {
  if (end < reader.offset) throw new WireError('wire.rdata-length');
  return reader.take(end - reader.offset);
}

/** Seconds since 1970, modulo 2^32, as `YYYYMMDDHHmmSS` (RFC 4034 §3.2). */
function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** A type bitmap → the types in it (RFC 4034 §4.1.2). */
function types(reader: Reader, end: number): string[] {
  const found: string[] = [];
  while (reader.offset < end) {
    const window = reader.uint8();
    for (const [index, byte] of reader.take(reader.uint8()).entries())
      for (let bit = 0; bit < 8; bit++)
        if ((byte & (0x80 >> bit)) !== 0) found.push(typeName(window * 256 + index * 8 + bit));
  }
  return found;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** RFC 4648 §7, without padding, in lower case as signers print it. */
export function base32hex(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => Number.parseInt(five.padEnd(5, '0'), 2).toString(32))
    .join('');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The name that an NS, CNAME, PTR or DNAME record holds. */
export function nameOf(record: ResourceRecord): DomainName {
  return printedName(record.data);
}

/** The fields of an MX record. */
export function mxOf(record: ResourceRecord): { preference: number; exchange: DomainName } {
  const [preference = '', exchange = ''] = record.data.split(' ');
  return { preference: Number(preference), exchange: printedName(exchange) };
}
