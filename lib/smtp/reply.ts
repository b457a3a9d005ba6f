import { escapeBytes } from './escape';
import { createLineReader, type HeardLine, MAX_SESSION_OCTETS } from './lines';
import type { ReadingLimit, Reply } from './session';

/** Lines kept of one reply; RFC 5321 §4.2.1 gives no number, the longest EHLO replies in use have about thirty. */
export const MAX_REPLY_LINES = 1_000;
/** Octets kept of the lines of one reply. */
const MAX_REPLY_OCTETS = 32_768;

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
  /** Its number within the reply, from 1. */
  number: number;
  problem: ReplyProblem | null;
}

/**
 * Bytes in any pieces → replies (RFC 5321 §4.2), line by line as they come. A bare LF is taken for a line end; a
 * line may be the code alone. Codes outside 200 to 599, different codes in one reply and the limit of the session end
 * the reading; of a reply of very many lines the first are kept, and the rest is read.
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
  let kept: ReplyLine[] = [];
  let octets = 0;
  let number = 0;
  let isOver = false;
  const begin = () => {
    kept = [];
    octets = number = 0;
  };
  return {
    push: (bytes) => lines.push(bytes),
    next() {
      if (isOver) return null;
      const line = lines.next();
      if (line === null) return null;
      number++;
      const read = lines.isOver() ? TOO_MUCH : readLine(line, kept[0]);
      if ('detail' in read) {
        isOver = true;
        return { ...line, number, reply: null, problem: read };
      }
      octets += line.bytes.length;
      if (kept.length < MAX_REPLY_LINES && octets <= MAX_REPLY_OCTETS) kept.push(read);
      if (!read.isLast) return { ...line, number, reply: null, problem: null };
      const whole = { ...line, number, reply: replyOf(kept), problem: null };
      begin();
      return whole;
    },
    rest: () => lines.rest(),
    forget() {
      begin();
      lines.forget();
    },
  };
}

const TOO_MUCH: ReplyProblem = {
  limit: 'session-octets',
  detail: `more than ${MAX_SESSION_OCTETS} octets in one session`,
};

interface ReplyLine {
  code: number;
  text: string;
  isLast: boolean;
}

function readLine({ bytes }: HeardLine, first: ReplyLine | undefined): ReplyLine | ReplyProblem {
  const { text } = escapeBytes(bytes);
  const [, digits, separator] = /^(\d{3})([ -]|$)/.exec(text) ?? [];
  if (digits === undefined)
    return { limit: null, detail: 'a line does not begin with a reply code and a space or hyphen' };
  const code = Number(digits);
  if (code < 200 || code > 599) return { limit: null, detail: `unknown reply code ${digits}` }; // RFC 5321 §4.2.1
  if (first !== undefined && code !== first.code)
    return { limit: null, detail: `different codes, ${first.code} and ${code}, in one reply` };
  return { code, text: text.slice(4), isLast: separator !== '-' };
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
