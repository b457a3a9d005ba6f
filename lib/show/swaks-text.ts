import type { Session, TranscriptLine } from '@/lib/smtp/session';
import { detailWords } from './detail-words';
import { showMs } from './duration';
import { SESSION_WORD } from './words';

/**
 * A session as plain text in the manner of swaks: `->` ours, `<-` theirs, `~` for `-` under TLS, `<**` (`<~*`) for a
 * reply that was not hoped for, `===` for what happened to the connection.
 */
export function swaksText(session: Session): string {
  const from = session.socket ? ` from ${session.socket.localAddress}:${session.socket.localPort}` : '';
  const head = [
    `=== Session ${session.n}: ${session.exchange} [${session.address}]:${session.port}${from}`,
    ...session.transcript.map((line) => `${mark(line)} ${line.text}`),
  ];
  if (session.outcome) {
    const detail = detailWords(session);
    const took = session.timings.totalMs === null ? '' : ` after ${showMs(session.timings.totalMs)}`;
    head.push(`=== ${SESSION_WORD[session.outcome]}${took}${detail ? ` (${detail})` : ''}`);
  }
  return `${head.join('\n')}\n`;
}

function mark(line: TranscriptLine): string {
  if (line.who === 'event') return '===';
  if (line.who === 'client') return line.secure ? ' ~>' : ' ->';
  const hoped = /^[23]\d\d/.test(line.text);
  if (line.secure) return hoped ? '<~ ' : '<~*';
  return hoped ? '<- ' : '<**';
}
