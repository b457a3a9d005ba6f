import type { Report } from '@/lib/report/report';
import type { Session, Stage } from '@/lib/smtp/session';
import { turnsOf } from '@/lib/smtp/turns';

/** How long a stage may take, in milliseconds. */
export interface StageLimits {
  connect: number;
  greeting: number;
  /** Of TLS and of every reply after the greeting. */
  reply: number;
}

/** What a session waits for, and since when, in milliseconds of the check. */
interface Wait {
  exchange: string;
  stage: Stage;
  sinceMs: number;
}

const AWAITED: Record<Stage, string> = {
  connect: 'the connection',
  greeting: 'the greeting',
  ehlo: 'the reply to EHLO',
  starttls: 'the reply to STARTTLS',
  tls: 'the TLS handshake',
  mail: 'the reply to MAIL FROM',
  rcpt: 'the reply to RCPT TO',
  data: 'the reply to DATA',
  message: 'the reply to the message',
  control: 'the reply to a control',
  quit: 'the reply to QUIT',
};

/** What is waited for now: "mx1.example.com: waiting for the greeting, 7 of 60 s (and 2 more)". Empty when nothing is. */
export function waitWords(
  { sessions }: Pick<Report, 'sessions'>,
  nowMs: number,
  limits: StageLimits,
): string {
  const waits = sessions.flatMap((session) => waitOf(session) ?? []).sort((a, b) => a.sinceMs - b.sinceMs);
  const [first] = waits;
  if (first === undefined) return '';
  const limit = Math.round(limitOf(first.stage, limits) / 1000);
  const elapsed = Math.min(limit, Math.max(0, Math.floor((nowMs - first.sinceMs) / 1000)));
  const more = waits.length > 1 ? ` (and ${waits.length - 1} more)` : '';
  return `${first.exchange}: waiting for ${AWAITED[first.stage]}, ${elapsed} of ${limit} s${more}`;
}

function limitOf(stage: Stage, { connect, greeting, reply }: StageLimits): number {
  return stage === 'connect' ? connect : stage === 'greeting' ? greeting : reply;
}

/** Null of a session that is over, has not begun, or is about to speak. */
function waitOf({ exchange, outcome, waiting, atMs, transcript }: Session): Wait | null {
  if (outcome !== null || waiting) return null;
  const turn = turnsOf(transcript).at(-1);
  if (turn === undefined) return { exchange, stage: 'connect', sinceMs: atMs };
  const sinceMs = atMs + (turn.lines.at(-1)?.at ?? turn.at);
  if (turn.who === 'client') return { exchange, stage: turn.stage, sinceMs };
  if (turn.stage === 'connect') return { exchange, stage: 'greeting', sinceMs };
  return turn.stage === 'starttls' ? { exchange, stage: 'tls', sinceMs } : null;
}

/** The latest moment of a check that is known to have passed, in milliseconds of the check. */
export function latestMs({ trace, sessions }: Pick<Report, 'trace' | 'sessions'>): number {
  const step = trace.steps.at(-1);
  const lines = sessions.map(({ atMs, waiting, transcript }) =>
    waiting ? 0 : atMs + (transcript.at(-1)?.at ?? 0),
  );
  return Math.max(0, step === undefined ? 0 : step.atMs + step.ms, ...lines);
}
