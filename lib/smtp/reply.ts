import { escapeBytes } from './escape';
import {
  createLineReader,
  type HeardLine,
  type LineReader,
  MAX_LINE_OCTETS,
  MAX_SESSION_OCTETS,
} from './lines';
import type { ReadingLimit, Reply } from './session';

/** Lines of one reply; RFC 5321 §4.2.1 gives no number, the longest EHLO replies in use have about thirty. */
export const MAX_REPLY_LINES = 256;

/** What makes bytes no reply. The reader gives nothing more after one of these. */
interface ReplyProblem {
  /** The limit that was reached; null when the bytes are no reply by themselves. */
  limit: ReadingLimit | null;
  /** What was wrong, with the limit or the codes. */
  detail: string;
}

/** One line of a reply, and what became of the reply with it. */
export interface HeardReplyLine extends HeardLine {
  /** Set with the last line of a reply. */
  reply: Reply | null;
  problem: ReplyProblem | null;
}

/**
 * Bytes in any pieces → replies (RFC 5321 §4.2), line by line as they come. A bare LF is taken for a line end; a
 * line may be the code alone. Codes outside 200 to 599, different codes in one reply and the limits end the reading.
 */
export interface ReplyReader {
  push(bytes: Uint8Array): void;
  next(): HeardReplyLine | null;
  /** Octets heard that are not part of a line already given out. */
  rest(): Uint8Array;
  /** Drops a reply begun and all that was not given out (RFC 3207 §4.2); the count of the session goes on. */
  forget(): void;
}

export function createReplyReader(): ReplyReader {
  const lines = createLineReader();
  let begun: ReplyLine[] = [];
  let isOver = false;
  return {
    push: (bytes) => lines.push(bytes),
    next() {
      if (isOver) return null;
      const line = lines.next();
      if (line === null) return null;
      const read = readLine(line, lines, begun);
      if ('detail' in read) {
        isOver = true;
        return { ...line, reply: null, problem: read };
      }
      begun.push(read);
      if (!read.isLast) return { ...line, reply: null, problem: null };
      const reply = replyOf(begun);
      begun = [];
      return { ...line, reply, problem: null };
    },
    rest: () => lines.rest(),
    forget() {
      begun = [];
      lines.forget();
    },
  };
}

interface ReplyLine {
  code: number;
  text: string;
  isLast: boolean;
}

function readLine(
  line: HeardLine,
  reader: LineReader,
  begun: readonly ReplyLine[],
): ReplyLine | ReplyProblem {
  const limit = reader.limit();
  if (limit !== null) return limitProblem(limit);
  const { text } = escapeBytes(line.bytes);
  const [, digits, separator] = /^([2-5]\d\d)([ -]|$)/.exec(text) ?? [];
  if (digits === undefined)
    return { limit: null, detail: 'a line does not begin with a reply code and a space or hyphen' };
  const code = Number(digits);
  const first = begun[0]?.code ?? code;
  if (code !== first) return { limit: null, detail: `codes ${first} and ${code} in one reply` };
  if (begun.length >= MAX_REPLY_LINES)
    return { limit: 'reply-lines', detail: `a reply of more than ${MAX_REPLY_LINES} lines` };
  return { code, text: text.slice(4), isLast: separator !== '-' };
}

function limitProblem(limit: 'line-octets' | 'session-octets'): ReplyProblem {
  const detail =
    limit === 'line-octets'
      ? `a line of more than ${MAX_LINE_OCTETS} octets`
      : `more than ${MAX_SESSION_OCTETS} octets in one session`;
  return { limit, detail };
}

function replyOf(lines: readonly ReplyLine[]): Reply {
  const texts = lines.map(({ text }) => text);
  const enhanced = texts.map(enhancedCode).find((code) => code !== null) ?? null;
  return { code: lines[0]?.code ?? 0, enhanced, lines: texts };
}

/** RFC 3463 §2, at the beginning of the text (RFC 2034 §4). */
function enhancedCode(text: string): string | null {
  return /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text)?.[0] ?? null;
}
