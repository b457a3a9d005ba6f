/** Octets of one line without its end; RFC 5321 §4.5.3.1.5 allows 512, servers in use send more. */
export const MAX_LINE_OCTETS = 4096;

/** Octets heard in one session; a long EHLO has one thousand, a hostile server has no end. */
export const MAX_SESSION_OCTETS = 262_144;

/** Octets shown of a line that has no end. */
const CUT_AT = 512;

/** One line as it came, without its end. */
export interface HeardLine {
  bytes: Uint8Array;
  /** `lf`: ended by a bare LF, which RFC 5321 §2.3.8 forbids. `none`: cut, because a limit was reached. */
  end: 'crlf' | 'lf' | 'none';
}

/** What the transcript notes beside a line that ended otherwise than with CRLF. */
export const LINE_END_NOTES = {
  crlf: undefined,
  lf: 'This line ends with a bare LF.',
  none: 'This line is cut: it was longer than what is read.',
} as const;

/** Bytes in any pieces → lines; holds no more than `MAX_SESSION_OCTETS`. */
export interface LineReader {
  push(bytes: Uint8Array): void;
  /** The next whole line; null when there is none, and for good after one that was cut. */
  next(): HeardLine | null;
  /** Octets heard that are not part of a line already given out. */
  rest(): Uint8Array;
  /** Which limit ended the reading; null as long as none did. */
  limit(): 'line-octets' | 'session-octets' | null;
  /** Drops what has not been given out (RFC 3207 §4.2); the count of the session goes on. */
  forget(): void;
}

export function createLineReader(): LineReader {
  let held: Uint8Array = new Uint8Array();
  let heard = 0;
  let isOver = false;
  let limit: ReturnType<LineReader['limit']> = null;

  const cut = (reason: 'line-octets' | 'session-octets'): HeardLine => {
    limit = reason;
    return { bytes: held.subarray(0, CUT_AT), end: 'none' };
  };

  return {
    push(bytes) {
      const allowed = bytes.subarray(0, MAX_SESSION_OCTETS - heard);
      if (allowed.length < bytes.length) isOver = true;
      heard += allowed.length;
      held = concat(held, allowed);
    },
    next() {
      if (limit !== null) return null;
      const at = held.indexOf(0x0a);
      const end = at > 0 && held[at - 1] === 0x0d ? at - 1 : at;
      if (end > MAX_LINE_OCTETS || (at < 0 && held.length > MAX_LINE_OCTETS + 1)) return cut('line-octets');
      if (at < 0) return isOver ? cut('session-octets') : null;
      const bytes = held.slice(0, end);
      held = held.subarray(at + 1);
      return { bytes, end: end < at ? 'crlf' : 'lf' };
    },
    rest: () => held,
    limit: () => limit,
    forget() {
      held = new Uint8Array();
    },
  };
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second.slice();
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
