import type { EscapedText } from '@/lib/smtp/escape';
import type { Stage, TranscriptLine } from '@/lib/smtp/session';
import type { SessionRecorder } from '@/lib/smtp/transport';
import { startStopwatch } from './stopwatch';

/** A line before it has its number. */
type NewLine = EscapedText & Pick<TranscriptLine, 'note' | 'octets' | 'lines' | 'passed'>;

/** Numbers the lines of one session and hands each on at the moment it happens. */
export interface Transcript {
  /** Returns the number of the line. Nothing is recorded any more once the session is closed. */
  add(who: TranscriptLine['who'], stage: Stage, line: NewLine, secure?: boolean): number;
  /** The number of the last line; null before the first. */
  last(): number | null;
  elapsedMs(): number;
  close(): void;
}

export function createTranscript(record: Pick<SessionRecorder, 'line'>): Transcript {
  const elapsedMs = startStopwatch();
  let seq = 0;
  let isClosed = false;
  return {
    add(who, stage, line, secure = false) {
      if (!isClosed) record.line({ seq: ++seq, at: elapsedMs(), who, secure, ...line, stage });
      return seq;
    },
    last: () => (seq === 0 ? null : seq),
    elapsedMs,
    close() {
      isClosed = true;
    },
  };
}
