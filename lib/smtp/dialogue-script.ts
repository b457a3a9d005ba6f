// Plays a dialogue against a scripted server, for tests.
import { expect } from 'vitest';
import type { Action, Reaction } from './action';
import { type Conclusion, dialogue, INJECTED } from './dialogue';
import type { TlsFacts } from './session';
import type { SessionPlan } from './transport';

const PLAN: SessionPlan = {
  exchange: 'mx.example.org',
  address: '192.0.2.25',
  helo: 'mail.contoso.example',
  sender: 'postmaster@contoso.example',
  recipient: 'user@example.org',
  depth: 'envelope',
  message: null,
  hello: 'usual',
  controls: [],
  mayControl: () => true,
  maySend: () => Promise.resolve(true),
};

export const TRUSTED: TlsFacts = {
  state: 'trusted',
  protocol: 'TLSv1.3',
  cipher: null,
  certificate: null,
  problem: null,
};
export const FAILED: TlsFacts = {
  ...TRUSTED,
  state: 'failed',
  problem: { code: 'ERR_SSL', text: 'wrong version number' },
};

export const INJECTION: TlsFacts = { ...FAILED, problem: { code: INJECTED, text: 'more than the reply' } };

/** What the other side does at each action: a reply, a handshake, or the end. */
export type Script = (string | TlsFacts | { ended: Extract<Reaction, { kind: 'ended' }>['outcome'] })[];

/** Plays a session; the script must be used up. `said` is what was done, as lines. */
export function play(
  script: Script,
  plan: Partial<SessionPlan> = {},
  turn: What = { kind: 'turn', isOurs: true },
): { said: string[]; result: Conclusion } {
  const talk = dialogue({ ...PLAN, ...plan });
  const left = [...script];
  const said: string[] = [];
  let line = 0;
  const answer = (what: Action['do']): What => {
    if (what === 'note') return { kind: 'noted' };
    return what === 'await-turn' ? turn : heardOf(left.shift());
  };
  for (let next = talk.next(); ;) {
    if (next.done === true) {
      expect(left).toEqual([]);
      return { said, result: next.value };
    }
    said.push(wordOf(next.value));
    const heard = answer(next.value.do);
    next = talk.next({ ...heard, line: ++line, ms: 1 });
  }
}

function wordOf(action: Action): string {
  if (action.do === 'say') return action.line;
  return action.do === 'note' ? `(${action.tls.state})` : `(${action.do})`;
}

type What = Reaction extends infer One ? (One extends Reaction ? Omit<One, 'line' | 'ms'> : never) : never;

function heardOf(item: Script[number] | undefined): What {
  if (item === undefined) throw new Error('the script is too short');
  if (typeof item !== 'string')
    return 'ended' in item
      ? { kind: 'ended', outcome: item.ended, detail: null, limit: null }
      : { kind: 'tls', tls: item };
  const lines = item.split('\n');
  const enhanced = /^\d{3}[ -](\d\.\d+\.\d+)/.exec(item)?.[1] ?? null;
  return {
    kind: 'reply',
    reply: { code: Number(item.slice(0, 3)), enhanced, lines: lines.map((line) => line.slice(4)) },
  };
}

export const HELLO = '220 mx.example.org ESMTP';
export const EHLO = '250-mx.example.org\n250-SIZE 1000\n250-8BITMIME\n250-SMTPUTF8\n250 STARTTLS';
export const PLAIN_EHLO = '250-mx.example.org\n250 SIZE 1000';
export const EHLO_LINE = 'EHLO mail.contoso.example';
export const MAIL_LINE = 'MAIL FROM:<postmaster@contoso.example>';
export const RCPT_LINE = 'RCPT TO:<user@example.org>';
export const BYE = '221 bye';
