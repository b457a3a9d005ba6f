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
  | 'fold-case' // repeats the question in small letters, whatever was asked
  | 'case-sensitive' // knows names in small letters only
  | 'empty-in-mixed-case' // denies what it has when the letters of the name are mixed
  | 'foreign-soa' // denies with the SOA of the zone above
  | 'truncate' // everything only over TCP
  | 'formerr-on-edns' // does not know EDNS and says so (RFC 6891 §7)
  | 'drop-edns' // a filter in front drops questions with EDNS
  | 'ignore-edns'; // answers as if there had been none

/** How one name server behaves; without any of this it is well-behaved. */
export interface ServerBehaviour {
  how?: Misbehaviour;
  /** Misbehaves for questions of these types only. */
  only?: readonly string[];
  /** Loses each question of this rank over UDP: with 2, every second one. */
  losesEvery?: number;
  /** Waits so long before each answer. */
  slowMs?: number;
  /** Serves these records in place of those of the same name and type: an old copy. Full names, as in a zone file. */
  records?: readonly string[];
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
    case 'ignore-edns': // its answer was made without
      return good();
    case 'drop-edns':
      return query.udpSize === null ? good() : null;
  }
}

function ofZoneAbove(record: Answer): Answer {
  return record.type === 'SOA' ? { ...record, name: parentOf(record.name) } : record;
}
