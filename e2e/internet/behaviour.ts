import type { Answer } from 'dns-packet';
import { parentOf } from './name';
import { encodeAnswer, fitUdp, type Parts, type Query } from './respond';

/** What is wrong with a name server. */
export type Misbehaviour =
  | 'silent' // takes the question and says nothing
  | 'refused'
  | 'servfail'
  | 'notimp'
  | 'nxdomain' // denies the name, whatever it has
  | 'lame' // knows nothing of the zone: no records, no authority
  | 'upward-referral' // sends back to the root, as old lame servers do
  | 'not-authoritative' // the right records without the AA bit
  | 'malformed' // a message cut in its middle
  | 'wrong-id' // as a blind forger would
  | 'wrong-question' // answers what nobody asked
  | 'garbage' // bytes that are no DNS message
  | 'noise' // the same behind the right id
  | 'pointer-loop' // a name that is compressed into itself
  | 'cut-record' // ends within the last record, without the TC bit
  | 'reserved-label' // the name in the record begins with a label of the type 01, which nobody uses
  | 'fold-case' // repeats the question in small letters, whatever was asked
  | 'case-sensitive' // knows names in small letters only
  | 'empty-in-mixed-case' // denies what it has when the letters of the name are mixed
  | 'foreign-soa' // denies with the SOA of the zone above
  | 'truncate' // everything only over TCP
  | 'formerr-on-edns' // does not know EDNS and says so (RFC 6891 §7)
  | 'badvers-on-edns' // knows no version of EDNS (RFC 6891 §6.1.3)
  | 'drop-edns' // a filter in front drops questions with EDNS
  | 'ignore-edns'; // answers as if there had been none

/** How one name server behaves; without any of this it is well-behaved. */
export interface ServerBehaviour {
  how?: Misbehaviour;
  /** Misbehaves for questions of these types only. */
  only?: readonly string[];
  /** Loses each question of this rank over UDP: with 2, every second one. */
  losesEvery?: number;
  /** Puts the records of each answer in another order than those of the one before. */
  inTurn?: true;
  /** Somebody else answers first over UDP, without knowing the id of the question. */
  forgesFirst?: true;
  /** Waits so long before each answer. */
  slowMs?: number;
  /** Serves these records in place of those of the same name and type: an old copy. Full names, as in a zone file. */
  records?: readonly string[];
  /** An old copy without these names and all below them. Full names. */
  without?: readonly string[];
  /** The old copy is served over this transport alone. */
  recordsOver?: 'udp' | 'tcp';
  /** SERVFAIL for these names and all below them, as a resolver answers that cannot find out. */
  failsFor?: readonly string[];
  /** Over TCP: says nothing, nobody listens, or the answer comes one octet at a time. */
  tcp?: 'silent' | 'refused' | 'trickle';
}

/** What goes over the wire instead of the right answer; null for nothing at all. */
export function misbehave(
  how: Misbehaviour,
  query: Query,
  right: Parts,
  transport: 'udp' | 'tcp',
): Buffer | null {
  const good = () => {
    const message = encodeAnswer(query, right);
    return transport === 'udp' ? fitUdp(query, message) : message;
  };
  switch (how) {
    case 'silent':
      return null;
    case 'refused':
      return encodeAnswer(query, { rcode: 'REFUSED' });
    case 'servfail':
      return encodeAnswer(query, { rcode: 'SERVFAIL' });
    case 'notimp':
      return encodeAnswer(query, { rcode: 'NOTIMP' });
    case 'nxdomain':
      return encodeAnswer(query, {
        rcode: 'NXDOMAIN',
        authoritative: true,
        authorities: right.authorities ?? [],
      });
    case 'lame':
      return encodeAnswer(query, {});
    case 'upward-referral':
      return encodeAnswer(query, { authorities: [{ type: 'NS', name: '.', ttl: 3600, data: 'a.root' }] });
    case 'not-authoritative':
      return encodeAnswer(query, { ...right, authoritative: false });
    case 'malformed':
      return good().subarray(0, 20);
    case 'wrong-id':
      return encodeAnswer({ ...query, id: query.id ^ 0x5555 }, right);
    case 'wrong-question':
      return encodeAnswer({ ...query, spelled: 'nobody-asked.test' }, right);
    case 'garbage':
      return Buffer.from(Array.from({ length: 60 }, (_, i) => (i * 151 + 13) & 0xff));
    case 'noise':
      return Buffer.from(good().map((octet, at) => (at < 2 ? octet : (at * 151 + 13) & 0xff)));
    case 'pointer-loop':
      return withName(query, [0xc0, answerAt(query)]);
    case 'cut-record':
      return good().subarray(0, -5);
    case 'reserved-label':
      return withName(query, [0x41, 0x61, 0]);
    case 'fold-case':
      return encodeAnswer({ ...query, spelled: query.name }, right);
    case 'case-sensitive':
      return query.spelled === query.name ? good() : encodeAnswer(query, { rcode: 'REFUSED' });
    case 'empty-in-mixed-case':
      return query.spelled === query.name ? good() : encodeAnswer(query, { authoritative: true });
    case 'foreign-soa':
      return encodeAnswer(query, { ...right, authorities: (right.authorities ?? []).map(ofZoneAbove) });
    case 'truncate':
      return transport === 'udp' ? encodeAnswer(query, { authoritative: true, truncated: true }) : good();
    case 'formerr-on-edns':
      return query.udpSize === null
        ? good()
        : encodeAnswer({ ...query, udpSize: null }, { rcode: 'FORMERR' });
    case 'badvers-on-edns':
      return query.udpSize === null ? good() : encodeAnswer(query, { badVersion: true });
    case 'ignore-edns': // its answer was made without
      return good();
    case 'drop-edns':
      return query.udpSize === null ? good() : null;
  }
}

/** Where the first record stands in an answer to this question: behind its header, name, type and class. */
function answerAt(query: Query): number {
  return encodeAnswer({ ...query, udpSize: null }, {}).length;
}

/** An answer whose one record, of the type that was asked for, has this name in wire form. */
function withName(query: Query, name: readonly number[]): Buffer {
  const head = encodeAnswer({ ...query, udpSize: null }, { authoritative: true });
  head.writeUInt16BE(1, 6); // one answer (RFC 1035 §4.1.1)
  const typeAndClass = head.subarray(-4);
  const ttlAndNoData = [0, 0, 14, 16, 0, 0];
  return Buffer.concat([head, Uint8Array.from(name), typeAndClass, Uint8Array.from(ttlAndNoData)]);
}

/** What a blind forger sends: another id, and a record of its own. */
export function forgery(query: Query, forged: Answer): Buffer {
  return encodeAnswer({ ...query, id: query.id ^ 0x5555 }, { authoritative: true, answers: [forged] });
}

function ofZoneAbove(record: Answer): Answer {
  return record.type === 'SOA' ? { ...record, name: parentOf(record.name) } : record;
}
