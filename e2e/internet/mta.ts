import type { CertificateKind } from './certificates';

/** A border MTA that keeps to the rules; replies are written whole, `550 5.1.1 <…>: no such user`. */
export interface PoliteMta {
  kind: 'polite';
  /** Said in the greeting, and the name of its certificate. */
  name: string;
  /** `good` unless given. */
  certificate?: CertificateKind;
  /** Replies to RCPT TO by recipient, `*` for all others; recipients without one are accepted. */
  recipients?: Readonly<Record<string, string>>;
  /** Reply to MAIL FROM. */
  sender?: string;
  /** Reply to MAIL FROM:<>. */
  nullSender?: string;
  /** Reply to the final dot. */
  message?: string;
  /** Refuses a new sender and recipient for so long (RFC 6647 §2.1) and remembers them. */
  greylistSeconds?: number;
  /** Has no room for a new sender and recipient for so long, then takes the mail. */
  fullSeconds?: number;
  /** Waits so long before the greeting. */
  greetingDelayMs?: number;
  /** Answers a recipient only when `Internet.release` says so. */
  holdsRecipients?: true;
}

/**
 * What a scripted MTA does, one after the other: `close`, `reset`, `silence`, `hear` (waits until the other side says
 * something), `secure` (the TLS handshake); any other text is said, with CRLF.
 */
export type Act =
  | string
  | { bytes: Uint8Array }
  | { waitMs: number }
  /** Repeats the text until the other side closes. */
  | { endless: string };

/** Moments of a dialogue at which a script may act; the others are answered politely. */
export type Turn = 'greeting' | 'EHLO' | 'HELO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'QUIT';

/** What is done at each of these moments. */
type Script = Readonly<Partial<Record<Turn, readonly Act[]>>>;

/** A border MTA that does what the script says, byte for byte; it knows STARTTLS only when it has a certificate. */
export interface ScriptedMta {
  kind: 'scripted';
  name: string;
  script: Script;
  tls?: {
    certificate: Exclude<CertificateKind, 'none'>;
    minVersion?: 'TLSv1.3';
    maxVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2';
    /** What becomes of a ClientHello with more octets than this. */
    largeHello?: { above: number; then: 'silence' | 'reset' };
  };
  /** After the handshake; unless given, the same script goes on. */
  secured?: Script;
}

/** An address that never completes a TCP connection. */
interface BlackHole {
  kind: 'black-hole';
}

export type Mta = PoliteMta | ScriptedMta | BlackHole;

/** A running server. */
export interface Running {
  stop(): Promise<void>;
}
