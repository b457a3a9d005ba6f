import type { World } from '@/lib/check/world';
import type { SessionRecorder } from '@/lib/smtp/transport';

/** IPv4 and UDP headers; what a question costs beside its message. */
const UDP_HEADER_OCTETS = 28;
const TCP_HEADER_OCTETS = 40;
/** What we send for a connection beside what is said on it, or at most for one that is refused: SYN, ACK, FIN, ACK. */
export const TCP_PACKETS = 4;
/** What we send for a question over TCP: that, the question, and the acknowledgement of its answer. */
export const QUESTION_PACKETS = TCP_PACKETS + 2;
/** What a TLS handshake adds: ClientHello, Finished, close_notify, and acknowledgements of a certificate. */
const TLS_PACKETS = 5;
/** A ClientHello with a post-quantum share, Finished, and records around. */
const TLS_OCTETS = 2_000;
/** A file over HTTPS: connection, handshake, one request, and acknowledgements of at most 64 kB. */
export const FETCH_PACKETS = TCP_PACKETS + TLS_PACKETS + 30;
const FETCH_OCTETS = TLS_OCTETS + 300;
/** A segment on an Ethernet. */
const SEGMENT_OCTETS = 1_400;

/** What was sent to the servers of somebody. */
export interface Sent {
  packets: number;
  octets: number;
  questions: number;
  /** To the one address that was asked most. */
  mostToOneAddress: number;
  sessions: number;
  /** Packets of the session that had most. */
  mostOfOneSession: number;
  /** The most sessions that were under way at the same moment. */
  sessionsAtOnce: number;
  fetches: number;
}

/** The world, with an eye on what is sent to these addresses, or to any. */
export function counting(world: World, addresses: readonly string[] | null): { world: World; sent(): Sent } {
  const counts = {
    packets: 0,
    octets: 0,
    questions: 0,
    sessions: 0,
    mostOfOneSession: 0,
    sessionsAtOnce: 0,
    fetches: 0,
  };
  const perAddress = new Map<string, number>();
  let underWay = 0;
  const isMeant = (address: string) => addresses === null || addresses.includes(address);
  const count = (packets: number, octets: number) => {
    counts.packets += packets;
    counts.octets += octets;
  };
  return {
    world: {
      ...world,
      async dns(query, signal) {
        const heard = await world.dns(query, signal);
        if (isMeant(query.address) && heard.kind !== 'blocked') {
          const isTcp = query.transport === 'tcp';
          counts.questions++;
          count(
            isTcp ? QUESTION_PACKETS : 1,
            query.message.length + (isTcp ? QUESTION_PACKETS * TCP_HEADER_OCTETS : UDP_HEADER_OCTETS),
          );
          perAddress.set(query.address, (perAddress.get(query.address) ?? 0) + 1);
        }
        return heard;
      },
      async smtp(plan, record, signal) {
        if (!isMeant(plan.address)) return world.smtp(plan, record, signal);
        counts.sessions++;
        counts.sessionsAtOnce = Math.max(counts.sessionsAtOnce, ++underWay);
        const exchanged = countingExchange(record);
        try {
          return await world.smtp(plan, exchanged.record, signal);
        } finally {
          underWay--;
          const { packets, octets } = exchanged.sent();
          counts.mostOfOneSession = Math.max(counts.mostOfOneSession, packets);
          count(packets, octets);
        }
      },
      fetchFile(place) {
        if (isMeant(place.address)) {
          counts.fetches++;
          count(FETCH_PACKETS, FETCH_OCTETS + FETCH_PACKETS * TCP_HEADER_OCTETS);
        }
        return world.fetchFile(place);
      },
    },
    sent: () => ({ ...counts, mostToOneAddress: Math.max(0, ...perAddress.values()) }),
  };
}

/** What we send of a session by what is said on it: our lines, and at most an acknowledgement of each reply. */
function countingExchange(record: SessionRecorder): {
  record: SessionRecorder;
  sent(): { packets: number; octets: number };
} {
  let packets = TCP_PACKETS;
  let octets = 0;
  return {
    record: {
      line(line) {
        const length = line.octets ?? line.text.length + 2;
        if (line.who === 'client') {
          packets += Math.ceil(length / SEGMENT_OCTETS);
          octets += length;
        }
        if (line.who === 'server' && line.text.charAt(3) !== '-') packets++;
        record.line(line);
      },
      tls(facts) {
        if (facts.state !== 'not-offered' && facts.state !== 'refused') {
          packets += TLS_PACKETS;
          octets += TLS_OCTETS;
        }
        record.tls(facts);
      },
    },
    sent: () => ({ packets, octets: octets + packets * TCP_HEADER_OCTETS }),
  };
}
