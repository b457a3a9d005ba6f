import { isOverwritten } from '@/lib/smtp/overwritten';
import type { Session } from '@/lib/smtp/session';
import { turnCode, type Turn } from '@/lib/smtp/turns';
import { showMs } from './duration';

type SessionFacts = Pick<Session, 'exchange' | 'queueId'>;

/**
 * A short note beside an ordinary turn of the transcript; empty when there is nothing to add. Decisive lines get
 * their words from the findings instead. A note written with the line itself always wins. `meaning` is what the server
 * has concluded of a refusal; empty when that is no more than the code.
 */
export function annotateTurn(turn: Turn, session: SessionFacts, meaning = ''): string {
  const written = turn.lines.find((line) => line.note)?.note;
  if (written) return written;
  if (turn.who === 'client') return clientNote(turn);
  if (turn.who === 'event') return '';
  const code = turnCode(turn);
  if (code === null) return 'Not a reply as RFC 5321 §4.2 writes it.';
  if (code >= 400) return `${meaning} ${refusalNote(code)}`.trimStart();
  return acceptedNote(turn, code, session);
}

function refusalNote(code: number): string {
  if (code === 421) return 'The server ends the session; try again later.';
  return code >= 500
    ? 'A permanent refusal: trying again will not help.'
    : 'A temporary refusal: a sending server keeps the message and tries again.';
}

function clientNote(turn: Turn): string {
  const text = turn.lines[0]?.text ?? '';
  if (turn.stage === 'ehlo' && /^HELO /i.test(text)) return 'The old form: EHLO was not understood.';
  if (turn.stage === 'control' && /^RSET/.test(text))
    return 'From here on: controls that were asked for. Nothing is sent.';
  if (/^MAIL FROM:<>/.test(text)) return 'The null sender, as a bounce has it.';
  return '';
}

function acceptedNote(turn: Turn, code: number, session: SessionFacts): string {
  switch (turn.stage) {
    case 'greeting':
      return greetingNote(turn, session);
    case 'ehlo':
      return ehloNote(turn);
    case 'starttls':
      return code === 220 ? 'Ready: the next bytes are encrypted.' : '';
    case 'mail':
      return 'The sender is accepted at this point.';
    case 'rcpt':
      return code === 251 || code === 252
        ? 'Taken without saying that the mailbox exists.'
        : 'The recipient is accepted; the content has not been seen yet.';
    case 'data':
      return code === 354 ? 'Waits for the message.' : '';
    case 'message':
      return session.queueId
        ? `From here on the message is theirs. Their log has it as ${session.queueId}.`
        : 'From here on the message is theirs.';
    default:
      return '';
  }
}

/** Greetings later than this are remarkable; servers in a hurry answer within their round trip. */
const SLOW_GREETING_MS = 5_000;

function greetingNote(turn: Turn, session: SessionFacts): string {
  const text = turn.lines[0]?.text ?? '';
  if (turn.lines.length === 1 && isOverwritten(text.slice(4)))
    return 'Asterisks for words: something in between alters the traffic.';
  const named = /^\d{3}[ -](\S+)/.exec(text)?.[1]?.toLowerCase().replace(/\.$/, '');
  const at = turn.lines.at(-1)?.at ?? turn.at;
  const when = at >= SLOW_GREETING_MS ? `Greets only after ${showMs(at)}` : 'Greets';
  if (!named?.includes('.')) return `${when}, without saying its name.`;
  if (named === session.exchange.toLowerCase()) return `${when}, by the name we meant to reach.`;
  return `${when} as ${named}; the exchange is called ${session.exchange}. Common, and no fault by itself.`;
}

const MEBIBYTE = 1_048_576;

function ehloNote(turn: Turn): string {
  const offered = turn.lines.slice(1).map((line) => line.text.slice(4).trim().toUpperCase());
  if (offered.length === 0)
    return 'Offers no extension: every command has to wait for the reply to the one before.';
  if (offered.some(isOverwritten))
    return 'A capability is crossed out: something in between alters the traffic.';
  const has = (name: string): boolean => offered.some((word) => word.split(/[ =]/)[0] === name);
  const size = Number(offered.find((word) => word.startsWith('SIZE '))?.slice(5));
  const notes: string[] = [];
  if (size > 0) notes.push(`Takes messages up to ${Math.round((size / MEBIBYTE) * 10) / 10} MiB.`);
  if (has('STARTTLS')) notes.push('Offers encryption.');
  else if (!turn.secure) notes.push('Does not offer encryption.');
  notes.push(
    has('SMTPUTF8')
      ? 'SMTPUTF8: takes internationalised addresses.'
      : 'No SMTPUTF8: addresses with non-ASCII local parts cannot be sent here.',
  );
  return notes.join(' ');
}
