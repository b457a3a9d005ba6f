import { connect } from 'node:net';
import type { DnsHeard, DnsQuery } from '@/lib/dns/transport';
import { errnoOf } from './errno';
import { startStopwatch } from './stopwatch';

/** Octets of the longest message and its length; RFC 1035 §4.2.2. */
const MAX_FRAME_OCTETS = 65_535 + 2;

/** Octets of answers to nothing that was asked, after which a connection is given up. */
const MAX_STRANGE_OCTETS = MAX_FRAME_OCTETS;

/** Room for nearly every answer; more is made when more comes. */
const FIRST_OCTETS = 2_048;

/** A question whose answer has not come. */
interface Waiting {
  readonly query: DnsQuery;
  /** Where it was put last. */
  connection: Connection | null;
  hear(heard: { kind: 'reply'; message: Uint8Array } | { kind: 'unreachable'; detail: string }): void;
}

interface Connection {
  /** False when a question with the same id waits here already: their answers could not be told apart. */
  put(waiting: Waiting): boolean;
  /** Nobody waits for this answer any more; the connection ends with its last question. */
  forget(waiting: Waiting): void;
}

/**
 * Questions over TCP to name servers on `port`. Those to one address that are under way at the same time share a
 * connection, sent without waiting for each other (RFC 7766 §6.2.1). `timeoutMs` is for connection and whole answer together,
 * so that an answer that comes in drops ends as silence. A connection that ends early is `unreachable`, with how far it
 * came; if it had answered others, the question is put again on a new one. Rejects only with the signal's reason.
 */
export function createDnsTcp(port: number): (query: DnsQuery, signal: AbortSignal) => Promise<DnsHeard> {
  const connections = new Map<string, Connection>();

  const put = (waiting: Waiting): void => {
    const { address } = waiting.query;
    if (connections.get(address)?.put(waiting) === true) return;
    const connection = openConnection(address, port, (left, detail, hasAnswered) => {
      if (connections.get(address) === connection) connections.delete(address);
      for (const one of left)
        if (hasAnswered) put(one);
        else one.hear({ kind: 'unreachable', detail });
    });
    connections.set(address, connection);
    connection.put(waiting);
  };

  return (query, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const elapsed = startStopwatch();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
      };
      const waiting: Waiting = {
        query,
        connection: null,
        hear(heard) {
          end();
          resolve({ ...heard, ms: elapsed() });
        },
      };
      const leave = () => {
        end();
        waiting.connection?.forget(waiting);
      };
      const cancel = () => {
        leave();
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        leave();
        resolve({ kind: 'silence', ms: elapsed() });
      }, query.timeoutMs);
      signal.addEventListener('abort', cancel, { once: true });
      put(waiting);
    });
}

/** `onEnd`: the questions left without an answer, why, and whether any had one. */
function openConnection(
  address: string,
  port: number,
  onEnd: (left: readonly Waiting[], detail: string, hasAnswered: boolean) => void,
): Connection {
  const waiting = new Map<number, Waiting>();
  let hasAnswered = false;
  let strangeOctets = 0;
  let received: Buffer = Buffer.allocUnsafe(FIRST_OCTETS);
  let count = 0;
  const socket = connect({ host: address, port, noDelay: true });

  const end = (detail: string) => {
    socket.removeAllListeners().on('error', () => undefined);
    socket.destroy();
    const left = [...waiting.values()];
    waiting.clear();
    onEnd(left, detail, hasAnswered);
  };
  const forget = (id: number) => {
    waiting.delete(id);
    if (waiting.size === 0) end('');
  };
  const read = (message: Uint8Array) => {
    const id = idOf(message);
    const asked = waiting.get(id);
    if (asked === undefined) {
      strangeOctets += message.length + 2;
      return;
    }
    hasAnswered = true;
    asked.hear({ kind: 'reply', message: Uint8Array.from(message) });
    forget(id);
  };

  socket.on('error', (error) => end(errnoOf(error)));
  socket.on('end', () => end(`connection closed after ${count} octets of the answer`));
  socket.on('data', (bytes: Buffer) => {
    if (count + bytes.length > received.length)
      received = grown(received.subarray(0, count), 2 * (count + bytes.length));
    count += bytes.copy(received, count);
    let at = 0;
    for (let to = endOfMessage(received, at, count); to !== null; to = endOfMessage(received, at, count)) {
      read(received.subarray(at + 2, to));
      if (waiting.size === 0) return;
      at = to;
    }
    count = received.copy(received, 0, at, count);
    if (strangeOctets + count > MAX_STRANGE_OCTETS)
      end(`${strangeOctets + count} octets without an answer to the question`);
  });

  return {
    put(one) {
      const id = idOf(one.query.message);
      if (waiting.has(id)) return false;
      waiting.set(id, one);
      one.connection = this;
      socket.write(framed(one.query.message));
      return true;
    },
    forget(one) {
      const id = idOf(one.query.message);
      if (waiting.get(id) === one) forget(id);
    },
  };
}

/** RFC 1035 §4.1.1; -1 when there is not even that. */
function idOf(message: Uint8Array): number {
  return message.length < 2 ? -1 : Buffer.from(message.buffer, message.byteOffset).readUInt16BE();
}

function grown(received: Buffer, octets: number): Buffer {
  const larger = Buffer.allocUnsafe(octets);
  received.copy(larger);
  return larger;
}

function framed(message: Uint8Array): Uint8Array {
  return Uint8Array.from([message.length >> 8, message.length & 0xff, ...message]);
}

/** Where the message whose length stands at `at` ends; null when not all of it is there yet. */
function endOfMessage(received: Buffer, at: number, count: number): number | null {
  if (at + 2 > count) return null;
  const end = at + 2 + received.readUInt16BE(at);
  return end > count ? null : end;
}
