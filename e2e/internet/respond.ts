import packet, { type Answer, type OptAnswer, type Packet } from 'dns-packet';
import { isWithin } from './name';
import { withProof } from './signed-answer';
import { lookUp, type Lookup, type Zone } from './zone';

/** Largest answer over UDP to a question without EDNS, in bytes (RFC 1035 §4.2.1). */
const PLAIN_UDP_BYTES = 512;
/** Largest answer we send over UDP however much the asker would take, in bytes (DNS Flag Day 2020). */
const MAX_UDP_BYTES = 1232;

const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
type Rcode = keyof typeof RCODES;

/** A question that was understood. */
export interface Query {
  id: number;
  name: string;
  /** The name with its letters as they were sent. */
  spelled: string;
  type: string;
  /** UDP payload the asker takes; null without EDNS. */
  udpSize: number | null;
  /** The asker wants aliases followed across zones (the RD bit). */
  recursive?: boolean;
  /** Signatures are wanted (RFC 3225). */
  wantsProof: boolean;
}

/** Null for bytes that are not one question. */
export function readQuery(bytes: Buffer): Query | null {
  let message: Packet;
  try {
    message = packet.decode(bytes);
  } catch {
    return null;
  }
  const [question] = message.questions ?? [];
  if (message.type !== 'query' || question === undefined) return null;
  const opt = message.additionals?.find((record) => record.type === 'OPT');
  const spelled = question.name === '' ? '.' : question.name;
  return {
    id: message.id ?? 0,
    spelled,
    name: spelled.toLowerCase(),
    type: question.type,
    recursive: ((message.flags ?? 0) & packet.RECURSION_DESIRED) !== 0,
    udpSize: opt?.type === 'OPT' ? opt.udpPayloadSize : null,
    wantsProof: opt?.type === 'OPT' && opt.flag_do,
  };
}

/** Aliases followed from zone to zone for one question. */
const MAX_ALIASES = 11;

/** What the zones of one server say; to whom wants recursion also about the target of an alias in another zone. */
export function answerFrom(zones: readonly Zone[], query: Query): Lookup | 'REFUSED' {
  const found = answerOnce(zones, query);
  if (query.recursive !== true || found === 'REFUSED') return found;
  let last = found;
  const answers = [...found.answers];
  for (let aliases = 0; aliases < MAX_ALIASES; aliases++) {
    const alias = last.answers.findLast(({ type }) => type === 'CNAME');
    if (alias?.type !== 'CNAME' || last.answers.some(({ type }) => type === query.type)) break;
    const next = answerOnce(zones, { ...query, name: alias.data });
    if (next === 'REFUSED') break;
    answers.push(...next.answers);
    last = next;
  }
  return { ...last, answers };
}

/** From the closest zone; REFUSED when there is none for the name. */
function answerOnce(zones: readonly Zone[], query: Query): Lookup | 'REFUSED' {
  const zone = zones
    .filter(({ origin }) => isWithin(query.name, origin) && (query.type !== 'DS' || origin !== query.name))
    .sort((a, b) => b.origin.length - a.origin.length)[0];
  if (zone === undefined) return 'REFUSED';
  const found = lookUp(zone, query.name, query.type);
  return query.wantsProof && zone.signed !== null ? withProof(zone, zone.signed, query, found) : found;
}

/** What an answer message is made of, beside the question. */
export type Parts = { [K in 'answers' | 'authorities' | 'additionals']?: Answer[] } & {
  rcode?: Rcode;
  authoritative?: boolean;
  truncated?: boolean;
  /** BADVERS: its upper bits stand in the OPT record (RFC 6891 §6.1.3). */
  badVersion?: boolean;
};

/** The message for one answer, as it goes over TCP, or over UDP before `fitUdp`. */
export function encodeAnswer(query: Query, parts: Parts): Buffer {
  const { rcode = 'NOERROR', authoritative = false, truncated = false, additionals = [] } = parts;
  return packet.encode({
    type: 'response',
    id: query.id,
    flags:
      (authoritative ? packet.AUTHORITATIVE_ANSWER : 0) |
      (truncated ? packet.TRUNCATED_RESPONSE : 0) |
      RCODES[rcode],
    questions: [{ name: query.spelled, type: typeOf(query.type), class: 'IN' }],
    answers: parts.answers ?? [],
    authorities: parts.authorities ?? [],
    additionals:
      query.udpSize === null
        ? additionals
        : [...additionals, { ...OPT, extendedRcode: parts.badVersion === true ? 1 : 0 }],
  });
}

const OPT: OptAnswer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: MAX_UDP_BYTES,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/** Too large for the asker's UDP: the empty answer with the TC bit, which says "come back over TCP" (RFC 2181 §9). */
export function fitUdp(query: Query, message: Buffer): Buffer {
  const room = Math.min(Math.max(query.udpSize ?? PLAIN_UDP_BYTES, PLAIN_UDP_BYTES), MAX_UDP_BYTES);
  return message.length <= room ? message : encodeAnswer(query, { authoritative: true, truncated: true });
}

/** The type came out of the codec as a word and goes back into it: the codec knows every word it makes. */
function typeOf(type: string): packet.RecordType {
  return type as packet.RecordType;
}
