import ipaddr from 'ipaddr.js';
import type { DomainName } from './name';
import { parseDomainName } from './name';
import { type Reader, WireError } from './reader';
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

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The name that an NS, CNAME, PTR or DNAME record holds. */
export function nameOf(record: ResourceRecord): DomainName {
  return printed(record.data);
}

/** The fields of an MX record. */
export function mxOf(record: ResourceRecord): { preference: number; exchange: DomainName } {
  const [preference = '', exchange = ''] = record.data.split(' ');
  return { preference: Number(preference), exchange: printed(exchange) };
}

/** The fields of an SOA record; timers in seconds (RFC 1035 §3.3.13). */
export function soaOf(record: ResourceRecord) {
  const [mname = '', rname = '', ...numbers] = record.data.split(' ');
  const [serial = 0, refreshSeconds = 0, retrySeconds = 0, expireSeconds = 0, minimumSeconds = 0] =
    numbers.map(Number);
  return {
    mname,
    rname,
    serial,
    refreshSeconds,
    retrySeconds,
    expireSeconds,
    minimumSeconds,
    ttl: record.ttl,
  };
}

/** Names inside records were made by `readData`: printing a name and reading it again gives the same name. */
function printed(text: string): DomainName {
  const name = parseDomainName(text);
  if (!name.ok) throw new Error(`not a printed name: ${text}`);
  return name.value;
}
