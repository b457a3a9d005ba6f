import type { ControlResult, Depth, Session, TlsFacts, TranscriptLine } from './session';
import type { HelloKind } from './tls-offer';

/** What is to be said to one address. */
export interface SessionPlan {
  exchange: string;
  address: string;
  helo: string;
  /** Envelope sender without angle brackets; empty for the null sender. */
  sender: string;
  /** Recipient as it goes on the wire, without angle brackets. */
  recipient: string;
  depth: Depth;
  /** The message to send, headers and body, CRLF line ends, before dot-stuffing; only with depth `message`. */
  message: string | null;
  /** Asked when the recipient is accepted: whether the message goes to this address. May take as long as the check. */
  maySend(): Promise<boolean>;
  /** How TLS is begun when it is offered; null: not at all, for another try after a failed handshake. */
  hello: HelloKind | null;
  /** What is asked after the recipient, in this order, when `mayControl` says so; mostly nothing. */
  controls: readonly PlannedControl[];
  /** Asked at the moment when the recipient has been answered: controls are for one address of an exchange. */
  mayControl(): boolean;
}

/** A control before it is asked. */
export type PlannedControl = Pick<ControlResult, 'control' | 'sender' | 'recipient'>;

/** How a session ended: the fields of the `session.closed` event. */
export type SessionResult = Pick<
  Session,
  | 'outcome'
  | 'stage'
  | 'reply'
  | 'detail'
  | 'choice'
  | 'limit'
  | 'banner'
  | 'queueId'
  | 'socket'
  | 'tls'
  | 'timings'
  | 'capabilities'
  | 'capabilitiesBefore'
  | 'unasked'
  | 'stages'
  | 'controls'
>;

/** Called at the moment it happens. */
export interface SessionRecorder {
  line(line: TranscriptLine): void;
  tls(facts: TlsFacts): void;
}

/**
 * Opens one connection to the plan's address, runs the dialogue over it and closes it. Never rejects for anything
 * the network did: refused, silence, a failed handshake, the guard's `blocked` and a cancelled signal (`stopped`)
 * are outcomes.
 */
export type SmtpTransport = (
  plan: SessionPlan,
  record: SessionRecorder,
  signal: AbortSignal,
) => Promise<SessionResult>;
