import type { Socket } from 'node:net';
import type { Reaction } from '@/lib/smtp/action';
import { INJECTED } from '@/lib/smtp/dialogue';
import { escapeBytes } from '@/lib/smtp/escape';
import { LINE_END_NOTES, MAX_LINE_OCTETS } from '@/lib/smtp/lines';
import { createReplyReader, type HeardReplyLine } from '@/lib/smtp/reply';
import type { Session, Stage, TlsFacts } from '@/lib/smtp/session';
import { errnoOf } from './errno';
import { failedHandshake, handshake, type TlsPeer } from './smtp-tls';
import type { Transcript } from './smtp-transcript';
import { startStopwatch } from './stopwatch';

/** Replies that nobody has asked for yet; a server that says more does not follow the dialogue. */
const MAX_UNASKED_REPLIES = 8;

/** Lines of one reply that the transcript shows; more of them tell a reader nothing. */
export const MAX_REPLY_LINES_SHOWN = 100;

/** Lines of all replies after which the transcript shows few of each; the longest sessions in use have a hundred. */
const MAX_LINES_SHOWN = 500;
const FEW_LINES_SHOWN = 10;

/** Waiting for other exchanges is told from here on: the gap would puzzle a reader. */
const REMARKABLE_WAIT_MS = 100;

/** One connection as the dialogue sees it; every line is in the transcript before anyone judges it. */
export interface Wire {
  /** Writes lines; nothing happens on a connection that has ended. */
  write(stage: Stage, lines: readonly string[]): void;
  /** The next reply, or how the connection ended. */
  hear(stage: Stage, timeoutMs: number): Promise<Reaction>;
  /** Whether the message goes here; not any more when the connection ends first. */
  awaitTurn(turn: Promise<boolean>): Promise<Reaction>;
  /** The TLS handshake, after which everything heard before is forgotten (RFC 3207 §4.2). */
  secure(peer: TlsPeer, timeoutMs: number): Promise<Reaction>;
  /** Replies that were there before the command they would have answered, set aside so that the rest stays in step. */
  unasked(): UnaskedReply[];
  /** Closes what is still open. */
  close(): void;
}

type UnaskedReply = NonNullable<Session['unasked']>[number];
type Ending = Extract<Reaction, { kind: 'ended' }>;

export function createWire(first: Socket, transcript: Transcript, signal: AbortSignal): Wire {
  const reader = createReplyReader();
  const replies: UnaskedReply[] = [];
  const unasked: UnaskedReply[] = [];
  let socket = first;
  let isSecure = false;
  let stage: Stage = 'greeting';
  let begunAt: number | null = null;
  /** Where the reply belongs of which a part was heard before the last command was said. */
  let begunEarly: Stage | null = null;
  /** Whether anything was heard after the last reply that was set aside. */
  let heardSince = false;
  let ended = null as Pick<Ending, 'outcome' | 'detail' | 'limit' | 'line'> | null;
  let wake: () => void = () => undefined;
  let linesShown = 0;
  /** Lines shown of the reply that is heard. */
  let most = MAX_REPLY_LINES_SHOWN;
  const isOver = () => ended !== null;
  const isBegun = () => begunAt !== null || reader.rest().length > 0;

  const end = (
    outcome: Ending['outcome'],
    event: string,
    { detail, limit }: Pick<Ending, 'detail' | 'limit'> = { detail: null, limit: null },
  ): void => {
    if (ended !== null) return;
    recordRest();
    const line = transcript.add('event', stage, { text: event }, isSecure);
    ended = { outcome, detail, limit, line };
    if (outcome !== 'closed') socket.destroy();
    wake();
  };

  const recordRest = (): void => {
    const rest = reader.rest();
    if (rest.length === 0) return;
    reader.forget();
    const note =
      rest.length > MAX_LINE_OCTETS
        ? `Not read: ${rest.length} octets, of which the first are here.`
        : 'This line has no end.';
    transcript.add('server', stage, { ...escapeBytes(rest.subarray(0, MAX_LINE_OCTETS)), note }, isSecure);
  };

  const record = (line: HeardReplyLine): void => {
    const seq = recordLine(line);
    begunAt ??= seq;
    if (line.problem !== null) {
      reader.forget();
      end('protocol-error', `ended here: ${line.problem.detail}`, line.problem);
      if (ended !== null) ended = { ...ended, line: seq };
    } else if (line.reply !== null) {
      hearReply({ stage: begunEarly ?? stage, reply: line.reply, line: begunAt });
      if (replies.length + unasked.length > MAX_UNASKED_REPLIES) {
        const detail = `more than ${MAX_UNASKED_REPLIES} replies that nobody asked for`;
        end('protocol-error', `ended here: ${detail}`, { detail, limit: 'unasked-replies' });
      }
    }
  };

  /** Of a reply of very many lines the first are kept, and how many more there were. */
  const recordLine = ({ bytes, octets, end: ending, number, reply, problem }: HeardReplyLine): number => {
    if (number === 1) most = linesShown < MAX_LINES_SHOWN ? MAX_REPLY_LINES_SHOWN : FEW_LINES_SHOWN;
    const left = number - most;
    if (left <= 0 || problem !== null) {
      linesShown++;
      const note = LINE_END_NOTES[ending];
      const length = ending === 'cut' && { octets };
      return transcript.add(
        'server',
        stage,
        { ...escapeBytes(bytes), ...(note && { note }), ...length },
        isSecure,
      );
    }
    if (reply === null) return begunAt ?? 0;
    const text = `${left} more ${left === 1 ? 'line' : 'lines'} of this reply were read and are not kept`;
    return transcript.add('event', stage, { text, lines: number }, isSecure);
  };

  const hearReply = (heard: UnaskedReply): void => {
    // 421 may come at any time, and ends the session (RFC 5321 §3.8).
    if (begunEarly === null || heard.reply.code === 421) {
      replies.push(heard);
      heardSince = true;
    } else setAside(heard);
    begunAt = begunEarly = null;
  };

  const setAside = (heard: UnaskedReply): void => {
    unasked.push(heard);
    heardSince = false;
    const text = `set aside: nobody had asked for the reply ${heard.reply.code} in line ${heard.line}`;
    transcript.add('event', stage, { text }, isSecure);
  };

  /** What is here before the command is not its answer. */
  const clearReplies = (next: Stage): void => {
    if (isBegun()) begunEarly = stage;
    stage = next;
    const before = replies.splice(0);
    const farewell = before.find(({ reply }) => reply.code === 421);
    for (const one of before) if (one !== farewell) setAside(one);
    if (farewell !== undefined) replies.push(farewell);
  };

  const onData = (bytes: Uint8Array): void => {
    if (isOver()) return;
    reader.push(bytes);
    for (let line = reader.next(); line !== null && !isOver(); line = reader.next()) record(line);
    wake();
  };
  const onEnd = (): void => end('closed', 'connection closed by the server');
  const onError = (error: Error): void => {
    const errno = errnoOf(error);
    if (errno === 'ECONNRESET') end('reset', 'connection reset by the server', because(errno));
    else if (errno.startsWith('ERR_SSL'))
      end('protocol-error', `TLS error: ${errno}`, because(`TLS error ${errno}`));
    else end('closed', `connection lost: ${errno}`, because(errno));
  };
  const onAbort = (): void => end('stopped', 'stopped: the check was ended');

  const attach = (): void => {
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
  };
  const detach = (): void => {
    socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
  };

  attach();
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });

  const endedAs = (elapsed: () => number): Reaction => {
    if (ended === null) throw new Error('woken for nothing');
    return { kind: 'ended', ms: elapsed(), ...ended };
  };

  /** A refusal that nobody had asked for, and then the end: it was meant as the answer to whatever came. */
  const lastWord = (next: Stage, elapsed: () => number): Reaction | null => {
    const last = unasked.at(-1);
    const isLast = last !== undefined && last.reply.code >= 400 && next !== 'quit' && !heardSince;
    if (!isLast || (ended?.outcome !== 'closed' && ended?.outcome !== 'reset')) return null;
    unasked.pop();
    return { kind: 'reply', reply: last.reply, line: last.line, ms: elapsed() };
  };

  return {
    write(next, lines) {
      clearReplies(next);
      if (ended !== null) return;
      const bytes = lines.map((line) => new TextEncoder().encode(line));
      for (const line of bytes) transcript.add('client', stage, escapeBytes(line), isSecure);
      socket.write(Buffer.concat(bytes.flatMap((line) => [line, CRLF])));
    },

    async hear(next, timeoutMs) {
      stage = next;
      const elapsed = startStopwatch();
      if (replies.length === 0 && ended === null) {
        const timer = setTimeout(
          () =>
            isBegun()
              ? end('silent', `no whole reply within ${timeoutMs / 1000} s`, UNFINISHED)
              : end('silent', `no reply within ${timeoutMs / 1000} s`),
          timeoutMs,
        );
        await new Promise<void>((resolve) => {
          wake = () => {
            if (replies.length > 0 || ended !== null) resolve();
          };
        });
        clearTimeout(timer);
      }
      const heard = replies.shift();
      if (heard === undefined) return lastWord(next, elapsed) ?? endedAs(elapsed);
      return { kind: 'reply', reply: heard.reply, line: heard.line, ms: elapsed() };
    },

    async awaitTurn(turn) {
      const tell = (text: string) => transcript.add('event', stage, { text }, isSecure);
      const elapsed = startStopwatch();
      const over = new Promise<false>((resolve) => {
        wake = () => {
          if (ended !== null) resolve(false);
        };
        wake();
      });
      const isOurs = await Promise.race([turn, over]);
      if (ended?.outcome === 'stopped') return endedAs(elapsed);
      const waited = elapsed();
      if (waited > REMARKABLE_WAIT_MS) tell(`waited ${waited} ms until it was clear who gets the message`);
      if (!isOurs)
        tell('not sent here: the message is sent once, to the exchange that a sender would choose');
      return { kind: 'turn', isOurs, line: transcript.last(), ms: elapsed() };
    },

    async secure(peer, timeoutMs) {
      stage = 'tls';
      const elapsed = startStopwatch();
      if ((replies.length > 0 || isBegun()) && ended?.outcome !== 'stopped') {
        const text = 'more than the reply to STARTTLS came before the handshake'; // RFC 3207 §6
        end('protocol-error', `injection: ${text}`);
        return {
          kind: 'tls',
          line: ended?.line ?? null,
          ms: elapsed(),
          tls: failedHandshake(INJECTED, text),
        };
      }
      if (ended !== null) return endedAs(elapsed);
      detach();
      const made = await handshake(socket, peer, timeoutMs, signal);
      if (made.tls === 'stopped') return endedAs(elapsed);
      if (made.socket === null) {
        const why = made.tls.problem?.text ?? '';
        const line = transcript.add('event', stage, {
          text: `the handshake failed: ${why}${helloWords(made.tls)}`,
          passed: false,
        });
        ended = { outcome: 'closed', detail: null, limit: null, line };
        return { kind: 'tls', tls: made.tls, line, ms: elapsed() };
      }
      reader.forget();
      isSecure = true;
      socket = made.socket;
      attach();
      const line = transcript.add('event', stage, { text: secureWords(made.tls), passed: true }, isSecure);
      return { kind: 'tls', tls: made.tls, line, ms: elapsed() };
    },

    unasked: () => unasked,

    close() {
      signal.removeEventListener('abort', onAbort);
      detach();
      socket.on('error', () => undefined);
      if (ended === null) socket.destroySoon();
      else socket.destroy();
    },
  };
}

/** The server has begun to answer, and this check waits no longer. */
const UNFINISHED = { detail: null, limit: 'reply-time' } as const;

function because(detail: string): Pick<Ending, 'detail' | 'limit'> {
  return { detail, limit: null };
}

const CRLF = new TextEncoder().encode('\r\n');

function helloWords({ hello }: TlsFacts): string {
  return hello === undefined ? '' : `, after a ClientHello of ${hello.bytes} bytes`;
}

function secureWords({ protocol, cipher, certificate, problem }: TlsFacts): string {
  const names = certificate?.names.slice(0, 3).join(', ') || certificate?.subject || 'nobody';
  const trust = problem === null ? 'trusted' : `not trusted: ${problem.code}`;
  return [protocol, cipher, `certificate for ${names}`, trust].filter((one) => one !== null).join(', ');
}
