import { z } from 'zod';
import { OwnChoice } from '@/lib/own-choice';
import { HelloKind } from './tls-offer';

/** Where in the dialogue something happened. */
export const Stage = z.enum([
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'tls',
  'mail',
  'rcpt',
  'data',
  'message',
  'control',
  'quit',
]);
export type Stage = z.infer<typeof Stage>;

/** How far a check goes. */
export const Depth = z.enum(['greeting', 'envelope', 'message']);
export type Depth = z.infer<typeof Depth>;

/** RFC 5321 §4.2. `enhanced` is the RFC 3463 code of the first line that has one. */
export const Reply = z.object({
  code: z.int(),
  enhanced: z.string().nullable(),
  lines: z.array(z.string()).describe('text after the code of each line, escaped as in the transcript'),
});
export type Reply = z.infer<typeof Reply>;

/** What may be asked beside the recipient, only when a person wants it: each answer says how much the others prove. */
export const Control = z
  .enum(['random', 'postmaster', 'abuse', 'null-sender', 'relay'])
  .describe(
    'random: a mailbox that cannot exist; null-sender: the recipient with <> as sender, as bounces come; relay: an address elsewhere, which nobody but its own server should take',
  );
export type Control = z.infer<typeof Control>;

/** What was asked beside the recipient, and what came of it. `not-asked`: the session had ended before its turn. */
export const ControlResult = z.object({
  control: Control,
  sender: z.string().describe('empty for the null sender'),
  recipient: z.string(),
  outcome: z.enum(['accepted', 'temporary', 'permanent', 'not-asked']),
  reply: Reply.nullable(),
  line: z.int().nullable().describe('seq of the transcript line that decided'),
});
export type ControlResult = z.infer<typeof ControlResult>;

/** One line as it passed the socket, or something that happened to the connection. */
export const TranscriptLine = z.object({
  seq: z.int().describe('number within the session, from 1'),
  at: z.number().describe('milliseconds since the start of the session'),
  who: z.enum(['client', 'server', 'event']),
  secure: z.boolean().describe('under TLS'),
  text: z.string().describe('control bytes and bytes that are not UTF-8 are escaped as \\xNN'),
  raw: z.string().optional().describe('base64 of the bytes, when text had to be escaped'),
  stage: Stage,
  note: z.string().optional(),
  octets: z.int().optional().describe('length of a line of which only the beginning is kept'),
  lines: z
    .int()
    .optional()
    .describe('of an event: how many lines the reply had of which only the first are kept'),
  passed: z
    .boolean()
    .optional()
    .describe('of an event that ends a stage without a reply: whether the stage was passed'),
});
export type TranscriptLine = z.infer<typeof TranscriptLine>;

const CertificateKey = z.object({
  type: z.string().describe('rsa, ec, ed25519, …'),
  bits: z.int().nullable().describe('of the modulus or of the curve'),
  curve: z.string().nullable().describe('as OpenSSL names it, e.g. prime256v1'),
});

export const Certificate = z.object({
  subject: z.string(),
  names: z.array(z.string()).describe('DNS names and addresses of subjectAltName'),
  issuer: z.string(),
  authority: z.string().optional().describe('the organization that the issuer names'),
  validFrom: z.string().describe('UTC, ISO 8601'),
  validTo: z.string().describe('UTC, ISO 8601'),
  sha256: z.string().describe('of the DER, lower-case hexadecimal'),
  key: CertificateKey.nullable().optional(),
  signature: z
    .string()
    .nullable()
    .optional()
    .describe('its algorithm, e.g. sha256WithRSAEncryption; else the OID'),
});
export type Certificate = z.infer<typeof Certificate>;

/** Five states, never merged (pitfalls 6): an untrusted certificate is not a missing STARTTLS. */
export const TlsFacts = z.object({
  state: z.enum(['not-offered', 'refused', 'failed', 'untrusted', 'trusted']),
  protocol: z.string().nullable(),
  cipher: z.string().nullable(),
  certificate: Certificate.nullable(),
  problem: z
    .object({ code: z.string().describe('as Node names it, e.g. CERT_HAS_EXPIRED'), text: z.string() })
    .nullable()
    .describe('why not trusted, or why the handshake failed'),
  problems: z
    .array(z.string())
    .optional()
    .describe('codes of everything that speaks against the certificate; `problem` is the first'),
  chain: z
    .array(Certificate)
    .optional()
    .describe('what was sent above the certificate, nearest issuer first'),
  isChainComplete: z
    .boolean()
    .optional()
    .describe('what was sent leads to an authority known here, or to one that signed itself'),
  hello: z
    .object({ kind: HelloKind, bytes: z.int() })
    .optional()
    .describe('what opened the handshake, as it was sent'),
});
export type TlsFacts = z.infer<typeof TlsFacts>;

/**
 * What the session came to. `accepted` means: every command of the chosen depth was accepted.
 * `refused`, `timeout`, `reset`, `unreachable`: the TCP connection could not be made, and how.
 * `silent`: connected, then no reply within the limit. `closed`: ended by the other side in mid-session.
 */
export const SessionOutcome = z.enum([
  'accepted',
  'temporary',
  'permanent',
  'refused',
  'timeout',
  'reset',
  'closed',
  'unreachable',
  'silent',
  'tls-failed',
  'protocol-error',
  'blocked',
  'skipped',
  'stopped',
]);
export type SessionOutcome = z.infer<typeof SessionOutcome>;

/** A limit of ours that ended the reading of a session. */
export const ReadingLimit = z.enum([
  'reply-lines',
  'line-octets',
  'session-octets',
  'unasked-replies',
  'reply-time',
]);
export type ReadingLimit = z.infer<typeof ReadingLimit>;

export const SocketFacts = z.object({
  localAddress: z.string(),
  localPort: z.int(),
  remoteAddress: z.string(),
  remotePort: z.int(),
});
export type SocketFacts = z.infer<typeof SocketFacts>;

/** One SMTP dialogue with one address. While it runs, `outcome` is null. */
export const Session = z.object({
  n: z.int().describe('number within the check, from 1'),
  exchange: z.string(),
  preference: z.int(),
  address: z.string(),
  port: z.int(),
  atMs: z.number().describe('start, since the start of the check'),
  waiting: z.boolean().describe('held back by the cool-down of the address'),
  withoutTls: z.boolean().describe('another try after a failed handshake, without STARTTLS'),
  smallHello: z
    .boolean()
    .optional()
    .describe('second try after a failed handshake, with a TLS hello that fits one packet'),
  outcome: SessionOutcome.nullable(),
  stage: Stage.nullable().describe('where it ended; null while it runs'),
  reply: Reply.nullable().describe('the deciding reply'),
  detail: z.string().nullable().describe('errno, limit or reason, when no reply decided'),
  choice: OwnChoice.optional(),
  limit: ReadingLimit.nullable().describe('what ended the reading, when that was a limit of this check'),
  banner: z.string().nullable(),
  queueId: z.string().nullable(),
  socket: SocketFacts.nullable(),
  tls: TlsFacts.nullable(),
  timings: z.object({
    connectMs: z.number().nullable(),
    greetingMs: z.number().nullable(),
    tlsMs: z.number().nullable(),
    totalMs: z.number().nullable(),
  }),
  capabilities: z.array(z.string()).describe('of the last EHLO'),
  capabilitiesBefore: z
    .array(z.string())
    .optional()
    .describe('of the EHLO before TLS, when another one followed under TLS'),
  unasked: z
    .array(z.object({ stage: Stage, reply: Reply, line: z.int() }))
    .optional()
    .describe(
      'replies that came before the command they would have answered; set aside, with their first line',
    ),
  stages: z
    .array(
      z.object({
        stage: Stage,
        outcome: z.enum(['ok', 'temporary', 'permanent', 'failed']),
        code: z.int().nullable(),
        enhanced: z.string().nullable(),
        ms: z.number(),
        line: z.int().nullable().describe('seq of the transcript line that decided the stage'),
      }),
    )
    .describe('one entry per stage reached, in order: the row of the matrix'),
  controls: z
    .array(ControlResult)
    .describe('asked after the recipient, when wanted; they never change the outcome'),
  captured: z.boolean().describe('its packets were captured and can be had as a file'),
  transcript: z.array(TranscriptLine),
});
export type Session = z.infer<typeof Session>;
