import { no, ok, type Result } from '../result';
import { type DnsMessage, RCODES, typeName, typeNumber } from './message';
import { wireName } from './name';
import { readData } from './rdata';
import { Reader, WireError, type WireProblem } from './reader';
import type { ResourceRecord } from './trace';

/** UDP payload we say we take: never fragmented on the paths in use (DNS Flag Day 2020, RFC 9715 §3.2). */
const EDNS_UDP_BYTES = 1232;

/** Records read from one message; a 64 kB message of the smallest records holds about 5,400. */
const MAX_RECORDS = 4096;

/** First octet of the flags in the OPT record: the DO bit (RFC 3225 §3). */
const DNSSEC_OK = 0x80;

const CLASS_IN = 1;

/** Seconds; the top bit is not part of it (RFC 2181 §8). */
const MAX_TTL = 0x7fffffff;

const OPT = 41;

/**
 * A query for one name and type (RFC 1035 §4.1), with an OPT record when `edns` (RFC 6891), which asks for signatures
 * too, as most resolvers do (RFC 4035 §3.2.1). Recursion is desired only when said so.
 */
export function encodeQuery(query: {
  id: number;
  /** In presentation form; its letters go out as they are. */
  name: string;
  type: string;
  edns: boolean;
  recursion?: boolean;
}): Uint8Array {
  const bytes = [
    query.id >> 8,
    query.id & 0xff,
    query.recursion === true ? 1 : 0,
    0,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    query.edns ? 1 : 0,
  ];
  const name = wireName(query.name);
  if (name === null) throw new Error(`not a domain name: ${query.name}`);
  const type = typeNumber(query.type);
  bytes.push(...name, type >> 8, type & 0xff, 0, CLASS_IN);
  if (query.edns) bytes.push(0, 0, OPT, EDNS_UDP_BYTES >> 8, EDNS_UDP_BYTES & 0xff, 0, 0, DNSSEC_OK, 0, 0, 0);
  return Uint8Array.from(bytes);
}

/**
 * Any bytes → a message, or what is wrong with them. A message with the TC bit that ends inside a record is not
 * malformed: the records before the cut are returned (RFC 2181 §9 lets us use none of them as an answer).
 */
export function decodeMessage(bytes: Uint8Array): Result<DnsMessage, WireProblem> {
  const reader = new Reader(bytes);
  try {
    return ok(readMessage(reader));
  } catch (error) {
    if (error instanceof WireError) return no(error.problem);
    throw error;
  }
}

function readMessage(reader: Reader): DnsMessage {
  const [id, flags] = [reader.uint16(), reader.uint16()];
  const [questions, answers, authorities, additionals] = [
    reader.uint16(),
    reader.uint16(),
    reader.uint16(),
    reader.uint16(),
  ];
  if (questions + answers + authorities + additionals > MAX_RECORDS)
    throw new WireError('wire.too-many-records');
  const message: DnsMessage = {
    id,
    isResponse: (flags & 0x8000) !== 0,
    opcode: (flags >> 11) & 0xf,
    authoritative: (flags & 0x0400) !== 0,
    truncated: (flags & 0x0200) !== 0,
    rcode: '',
    edns: null,
    questions: [],
    answer: [],
    authority: [],
    additional: [],
  };
  let extendedRcode = 0;
  try {
    for (let i = 0; i < questions; i++)
      message.questions.push({
        name: reader.name(),
        type: typeName(reader.uint16()),
        class: reader.uint16(),
      });
    for (const [section, count] of [
      [message.answer, answers],
      [message.authority, authorities],
      [message.additional, additionals],
    ] as const)
      for (let i = 0; i < count; i++) {
        const opt = readRecord(reader, section);
        if (opt === null) continue;
        message.edns = { udpSize: opt.udpSize, version: opt.version };
        extendedRcode = opt.extendedRcode;
      }
  } catch (error) {
    if (!(error instanceof WireError && message.truncated)) throw error;
  }
  const rcode = (extendedRcode << 4) | (flags & 0xf);
  message.rcode = RCODES.get(rcode) ?? `RCODE${rcode}`;
  return message;
}

/** Appends one record of class IN to its section; returns the fields of an OPT record, which is none (RFC 6891 §6.1.2). */
function readRecord(
  reader: Reader,
  section: ResourceRecord[],
): { udpSize: number; version: number; extendedRcode: number } | null {
  const name = reader.name();
  const [type, klass, ttl, length] = [reader.uint16(), reader.uint16(), reader.uint32(), reader.uint16()];
  const end = reader.offset + length;
  if (end > reader.length) throw new WireError('wire.ends-early');
  if (type === OPT) {
    reader.offset = end;
    return { udpSize: klass, version: (ttl >> 16) & 0xff, extendedRcode: ttl >>> 24 };
  }
  const data = readData(reader, type, end);
  if (reader.offset !== end) throw new WireError('wire.rdata-length');
  // A TTL with the top bit set is read as zero: RFC 2181 §8.
  const read = ttl > MAX_TTL ? { ttl: 0, saidTtl: ttl } : { ttl };
  if (klass === CLASS_IN) section.push({ name, type: typeName(type), ...read, data });
  return null;
}
