import { type Classification, classify, malformed } from './classify';
import type { DnsMessage } from './message';
import type { DomainName } from './name';
import type { DnsHeard } from './transport';
import { decodeMessage } from './wire';

/** Tries over UDP before a server counts as silent, and how long each waits: RFC 1035 §7.2 leaves the numbers open. */
const UDP_TRIES_MS = [1500, 2500] as const;

/** For the TCP connection and the whole answer; a fallback path, so a little more patient (RFC 7766 §6.2.3). */
const TCP_MS = 4000;

export interface Attempt {
  transport: 'udp' | 'tcp';
  edns: boolean;
  timeoutMs: number;
}

/** One attempt, read: the message if there was one, and what it means for the walk. */
export interface Reading {
  heard: DnsHeard;
  message: DnsMessage | null;
  result: Classification;
}

/**
 * One question to one server: UDP with EDNS first; TCP when truncated (RFC 7766 §5); without EDNS when the server
 * does not know it (RFC 6891 §7) or, on the second try, when it stays silent (some filters drop EDNS). With `over`
 * TCP, that alone is tried. Yields each attempt and is handed its reading; returns the last one.
 */
export function* attempts(over: Attempt['transport'] = 'udp'): Generator<Attempt, Reading, Reading> {
  if (over === 'tcp') {
    const read = yield { transport: over, edns: true, timeoutMs: TCP_MS };
    return isEdnsRefused(read) ? yield { transport: over, edns: false, timeoutMs: TCP_MS } : read;
  }
  let edns = true;
  for (const [index, timeoutMs] of UDP_TRIES_MS.entries()) {
    let read = yield { transport: 'udp', edns, timeoutMs };
    if (edns && isEdnsRefused(read)) {
      edns = false;
      read = yield { transport: 'udp', edns, timeoutMs };
    }
    if (read.message?.truncated === true) return yield { transport: 'tcp', edns, timeoutMs: TCP_MS };
    if (read.heard.kind !== 'silence' || index === UDP_TRIES_MS.length - 1) return read;
    edns = false;
  }
  throw new Error('UDP_TRIES_MS is empty');
}

function isEdnsRefused({ result }: Reading): boolean {
  return result.outcome === 'formerr' || result.outcome === 'notimp';
}

/** What was heard on one attempt → its meaning for the walk. */
export function readHeard(
  heard: DnsHeard,
  asked: { zone: DomainName; name: DomainName; type: string },
  edns: boolean,
): Reading {
  if (heard.kind !== 'reply') {
    const outcome = heard.kind;
    const detail = heard.kind === 'silence' ? null : heard.detail;
    return { heard, message: null, result: { ...malformed(''), outcome, detail } };
  }
  const decoded = decodeMessage(heard.message);
  if (!decoded.ok) return { heard, message: null, result: malformed(decoded.problem) };
  const result = classify(decoded.value, asked);
  if (decoded.value.truncated)
    return { heard, message: decoded.value, result: { ...result, rejected: 'truncated' } };
  const refusesEdns = edns && (result.outcome === 'formerr' || result.outcome === 'notimp');
  return {
    heard,
    message: decoded.value,
    result: refusesEdns ? { ...result, rejected: 'edns-refused' } : result,
  };
}
