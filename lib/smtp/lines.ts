/** Octets of one line without its end that are kept; RFC 5321 §4.5.3.1.5 allows 512, servers in use send more. */
export const MAX_LINE_OCTETS = 4096;

/** Octets heard in one session; a long EHLO has one thousand, a hostile server has no end. */
export const MAX_SESSION_OCTETS = 1_048_576;

/** Octets kept of a line that is longer: senders read on to its end, and its code stands at its beginning. */
const CUT_AT = 512;

/** One line as it came, without its end. */
export interface HeardLine {
  bytes: Uint8Array;
  /** Its length as it came, of which `bytes` may be the beginning. */
  octets: number;
  /**
   * `lf`: ended by a bare LF, which RFC 5321 §2.3.8 forbids. `cut`: it has an end, and is longer than what is kept.
   * `none`: nothing more is read.
   */
  end: 'crlf' | 'lf' | 'cut' | 'none';
}

/** What the transcript notes beside a line that ended otherwise than with CRLF. */
export const LINE_END_NOTES = {
  crlf: undefined,
  lf: 'This line ends with a bare LF.',
  cut: 'This line is longer: only its beginning is kept.',
  none: 'Nothing more is read: this session has said too much.',
} as const;

/** Bytes in any pieces → lines; reads no more than `MAX_SESSION_OCTETS`, and holds little of a line without an end. */
export interface LineReader {
  push(bytes: Uint8Array): void;
  /** The next whole line; null when there is none, and for good after the limit. */
  next(): HeardLine | null;
  /** Octets heard that are not part of a line already given out. */
  rest(): Uint8Array;
  /** Whether the limit of the session has ended the reading. */
  isOver(): boolean;
  /** Drops what has not been given out (RFC 3207 §4.2); the count of the session goes on. */
  forget(): void;
}

export function createLineReader(): LineReader {
  let held: Uint8Array = new Uint8Array();
  /** The beginning of a line whose end is not there yet, when it is longer than what is kept. */
  let head: Uint8Array | null = null;
  /** Octets of that line that are no longer held. */
  let dropped = 0;
  let heard = 0;
  let isFull = false;
  let isOver = false;

  return {
    push(bytes) {
      const allowed = bytes.subarray(0, MAX_SESSION_OCTETS - heard);
      if (allowed.length < bytes.length) isFull = true;
      heard += allowed.length;
      held = concat(held, allowed);
    },
    next() {
      if (isOver) return null;
      const at = held.indexOf(0x0a);
      if (at < 0) {
        if (isFull) {
          isOver = true;
          return {
            bytes: (head ?? held).subarray(0, CUT_AT),
            octets: dropped + held.length,
            end: 'none',
          };
        }
        if (head !== null || held.length > MAX_LINE_OCTETS + 1) {
          head ??= held.slice(0, CUT_AT);
          dropped += held.length - 1;
          held = held.slice(-1); // it may be the CR of the line's end
        }
        return null;
      }
      const end = at > 0 && held[at - 1] === 0x0d ? at - 1 : at;
      const line = held.subarray(0, end);
      held = held.subarray(at + 1);
      const octets = dropped + line.length;
      dropped = 0;
      if (head !== null || line.length > MAX_LINE_OCTETS) {
        const bytes = head ?? line.slice(0, CUT_AT);
        head = null;
        return { bytes, octets, end: 'cut' };
      }
      return { bytes: line.slice(), octets, end: end < at ? 'crlf' : 'lf' };
    },
    rest: () => head ?? held,
    isOver: () => isOver,
    forget() {
      held = new Uint8Array();
      head = null;
      dropped = 0;
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
