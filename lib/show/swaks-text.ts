import type { Session, TranscriptLine } from '@/lib/smtp/session';
import { detailWords } from './detail-words';
import { showMs } from './duration';
import { SESSION_WORD } from './words';

/**
 * A session as plain text in the manner of swaks: `->` ours, `<-` theirs, `~` for `-` under TLS, `<**` (`<~*`) for a
 * reply that was not hoped for, `===` for what happened to the connection.
 */
export function swaksText(session: Session): string {
  const lines = [swaksHead(session), ...session.transcript.map(swaksLine)];
  const end = swaksEnd(session);
  return `${[...lines, ...(end === null ? [] : [end])].join('\n')}\n`;
}

/** Whom the session is with, from where. */
export function swaksHead({ n, exchange, address, port, socket }: Session): string {
  const from = socket ? ` from ${socket.localAddress}:${socket.localPort}` : '';
  return `=== Session ${n}: ${exchange} [${address}]:${port}${from}`;
}

export function swaksLine(line: TranscriptLine): string {
  return `${mark(line)} ${line.text}`;
}

/** What the session came to; null while it runs. */
export function swaksEnd(session: Session): string | null {
  if (session.outcome === null) return null;
  const detail = detailWords(session);
  const took = session.timings.totalMs === null ? '' : ` after ${showMs(session.timings.totalMs)}`;
  return `=== ${SESSION_WORD[session.outcome]}${took}${detail ? ` (${detail})` : ''}`;
}

function mark(line: TranscriptLine): string {
  if (line.who === 'event') return '===';
  if (line.who === 'client') return line.secure ? ' ~>' : ' ->';
  const hoped = /^[23]\d\d/.test(line.text);
  if (line.secure) return hoped ? '<~ ' : '<~*';
  return hoped ? '<- ' : '<**';
}
