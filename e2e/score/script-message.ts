import packet from 'dns-packet';
import { RCODES, typeNumber } from '@/lib/dns/message';
import type { ScriptEntry, ScriptQuestion, ScriptRecord } from './dns-scenario';

const RCODE_NUMBERS: ReadonlyMap<string, number> = new Map(
  [...RCODES].map(([number, name]) => [name, number]),
);

/** Types whose data is one name. */
const NAME_TYPES = ['NS', 'CNAME', 'DNAME', 'PTR'] as const;

/** Types that the packet library writes by name, beside those with a form of their own below. */
const BY_NAME: readonly string[] = [...NAME_TYPES, 'A', 'AAAA', 'MX', 'SOA', 'TXT', 'DS', 'ANY'];

/** The reply of an entry on the wire. Throws for a record of a type or form that no scenario had so far. */
export function encodeEntry(entry: ScriptEntry, id: number, question: ScriptQuestion | null): Uint8Array {
  const flag = (name: string, bit: number) => (entry.flags.includes(name) ? bit : 0);
  return packet.encode({
    type: entry.flags.includes('QR') ? 'response' : 'query',
    id,
    flags:
      flag('AA', packet.AUTHORITATIVE_ANSWER) |
      flag('TC', packet.TRUNCATED_RESPONSE) |
      flag('RA', packet.RECURSION_AVAILABLE) |
      (RCODE_NUMBERS.get(entry.rcode) ?? 0),
    questions: question === null ? [] : [packetQuestion(question)],
    answers: entry.answer.map(packetRecord),
    authorities: entry.authority.map(packetRecord),
    additionals: entry.additional.map(packetRecord),
  });
}

function packetQuestion({ name, type, cls }: ScriptQuestion): packet.Question {
  return { name: withoutDot(name), type: packetType(type), class: packetClass(cls) };
}

function packetRecord({ name, type, cls, rdata }: ScriptRecord): packet.Answer {
  const owner = { name: withoutDot(name), class: packetClass(cls), ttl: 3600 };
  const words = rdata.split(/\s+/);
  const [first = '', second = '', third = ''] = words;
  const hosts = NAME_TYPES.find((one) => one === type);
  if (hosts !== undefined) return { ...owner, type: hosts, data: withoutDot(rdata) };
  if (type === 'A' || type === 'AAAA') return { ...owner, type, data: rdata };
  if (type === 'MX')
    return { ...owner, type, data: { preference: Number(first), exchange: withoutDot(second) } };
  if (type === 'TXT') return { ...owner, type, data: stringsOf(rdata) };
  if (type === 'DS') {
    const [keyTag, algorithm, digestType] = [Number(first), Number(second), Number(third)];
    const digest = Buffer.from(words.slice(3).join(''), 'hex');
    return { ...owner, type, data: { keyTag, algorithm, digestType, digest } };
  }
  if (type === 'SOA') {
    const [serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0] = words.slice(2).map(Number);
    const [mname, rname] = [withoutDot(first), withoutDot(second)];
    return { ...owner, type, data: { mname, rname, serial, refresh, retry, expire, minimum } };
  }
  // RFC 3597 §5: `\#`, how many octets, and these in hexadecimal.
  if (first === '\\#') return unnamed(owner, type, Buffer.from(words.slice(2).join(''), 'hex'));
  throw new Error(`no way to write ${type} ${rdata}`);
}

/** The library writes `UNKNOWN_65` with its bytes as they are, and has no word for it among its types. */
function unnamed(owner: object, type: string, data: Buffer): packet.Answer {
  return { ...owner, type: packetType(type), data } as packet.Answer;
}

function packetType(type: string): packet.RecordType {
  return (BY_NAME.includes(type) ? type : `UNKNOWN_${typeNumber(type)}`) as packet.RecordType;
}

function packetClass(cls: string): packet.RecordClass {
  return cls === 'CH' ? 'CH' : 'IN';
}

function stringsOf(rdata: string): string[] {
  return [...rdata.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** The library knows names without the last dot, and the root as one. */
function withoutDot(name: string): string {
  return name === '.' ? name : name.replace(/\.$/, '');
}
