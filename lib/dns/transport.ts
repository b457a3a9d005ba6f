import type { OwnChoice } from '@/lib/own-choice';

/** One datagram or one TCP exchange with one name server: all that the DNS core needs from the network. */
export interface DnsQuery {
  address: string;
  transport: 'udp' | 'tcp';
  /** The whole DNS message, without TCP's length prefix. */
  message: Uint8Array;
  timeoutMs: number;
}

/**
 * What the network did. `reply` is any datagram whose source address, source port and id matched; nothing else
 * about it has been believed; `strays` counts the datagrams with another id that came before. `blocked`: the guard forbade
 * the address, for the reason that `detail` names, or by `choice`, and nothing was sent. `heldMs`: how long the question was held back here
 * before it was sent, since the server is asked only so often; it is no part of `ms`.
 */
export type DnsHeard = { heldMs?: number } & (
  | { kind: 'reply'; message: Uint8Array; ms: number; strays?: number }
  | { kind: 'silence'; ms: number }
  | { kind: 'unreachable'; detail: string; ms: number }
  | { kind: 'blocked'; detail: string | null; choice?: OwnChoice; ms: number }
);

/** Does a wait for a turn: whoever counts the time of work does not count it. */
export type Hold = (wait: () => Promise<void>) => Promise<void>;

/**
 * Never rejects for anything the network did; rejects with the signal's reason when cancelled. `hold` is given each wait before the
 * question is sent.
 */
export type DnsTransport = (query: DnsQuery, signal: AbortSignal, hold?: Hold) => Promise<DnsHeard>;
