import type { ReadingLimit, Reply, Stage, TlsFacts } from './session';
import type { HelloKind } from './tls-offer';

/** What is to be done next on the connection. */
export type Action =
  | { do: 'listen'; stage: 'greeting' }
  | { do: 'say'; stage: Stage; line: string }
  /** The TLS handshake, now. */
  | { do: 'secure'; stage: 'tls'; hello: HelloKind }
  /** To find out whether the message goes to this address; nothing is said meanwhile. */
  | { do: 'await-turn'; stage: 'rcpt' }
  /** The message with its dots stuffed, and the final dot. */
  | { do: 'send'; stage: 'message'; message: string }
  /** What was found out about TLS without a handshake; nothing is to be done. */
  | { do: 'note'; stage: 'ehlo' | 'starttls'; tls: TlsFacts };

/** What came of an action. `line` is the number of the transcript line that says so. */
export type Reaction = { line: number | null; ms: number } & (
  | { kind: 'reply'; reply: Reply }
  /** The handshake is over, well or `failed`. */
  | { kind: 'tls'; tls: TlsFacts }
  | { kind: 'noted' }
  | { kind: 'turn'; isOurs: boolean }
  /** The connection gives nothing more. */
  | {
      kind: 'ended';
      outcome: 'closed' | 'reset' | 'silent' | 'protocol-error' | 'stopped';
      detail: string | null;
      limit: ReadingLimit | null;
    }
);

/** A part of a dialogue: yields what is to be done, is handed what came of it. */
export type Talk<T> = Generator<Action, T, Reaction>;
