import type { X509Certificate } from 'node:crypto';
import { isIPv6, type Socket } from 'node:net';
import type { Action, Reaction } from '@/lib/smtp/action';
import { type Conclusion, dialogue } from '@/lib/smtp/dialogue';
import { stuffedLines } from '@/lib/smtp/message';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import type { Session, SocketFacts } from '@/lib/smtp/session';
import type { SessionPlan, SessionRecorder, SessionResult, SmtpTransport } from '@/lib/smtp/transport';
import type { Guard } from './guard';
import { createTranscript, type Transcript } from './smtp-transcript';
import { createWire, type Wire } from './smtp-wire';
import { type NoConnection, openTcp } from './tcp';
import type { TlsClient } from './tls-client';

/** How long the reply to QUIT is waited for; it changes nothing any more. */
const QUIT_TIMEOUT_MS = 5_000;

export interface SmtpConfig extends TlsClient {
  guard: Guard;
  port: number;
  connectTimeoutMs: number;
  greetingTimeoutMs: number;
  /** For every other reply, and for the TLS handshake. */
  replyTimeoutMs: number;
  /** PEM of the authorities trusted instead of Node's own. */
  authorities?: string[];
  /** Told of every certificate that was shown. */
  onCertificate?: (certificate: X509Certificate) => void;
}

type Timings = Session['timings'];

/** The one way to border MTAs: asks the guard, connects, and plays the dialogue over the connection. */
export function createSmtpTransport(config: SmtpConfig): SmtpTransport {
  return async (plan, record, signal) => {
    const transcript = createTranscript(record);
    const timings: Timings = { connectMs: null, greetingMs: null, tlsMs: null, totalMs: null };
    const result = await runSession(config, plan, record, signal, transcript, timings);
    transcript.close();
    return { ...result, timings: { ...timings, totalMs: transcript.elapsedMs() } };
  };
}

async function runSession(
  config: SmtpConfig,
  plan: SessionPlan,
  record: SessionRecorder,
  signal: AbortSignal,
  transcript: Transcript,
  timings: Timings,
): Promise<SessionResult> {
  const reason = config.guard(plan.address);
  if (reason !== null) {
    transcript.add('event', 'connect', {
      text: `not contacted: ${plan.address} is special (${reason})`,
    });
    return unconnected('blocked', reason, []);
  }
  const opened = await openTcp(plan.address, config.port, config.connectTimeoutMs, signal);
  const ms = transcript.elapsedMs();
  if ('outcome' in opened) {
    const line = transcript.add('event', 'connect', { text: failureWords(opened, config) });
    const stages =
      opened.outcome === 'stopped' ? [] : [{ ...CONNECTED, outcome: 'failed' as const, ms, line }];
    return unconnected(opened.outcome, opened.detail, stages);
  }
  timings.connectMs = ms;
  const socket = socketFacts(opened);
  const line = transcript.add('event', 'connect', { text: connectedWords(socket, ms), passed: true });
  const wire = createWire(opened, transcript, signal);
  try {
    const conclusion = await play(config, plan, record, wire, transcript, timings);
    const unasked = wire.unasked();
    return {
      ...conclusion,
      socket,
      timings,
      ...(unasked.length > 0 && { unasked }),
      stages: [{ ...CONNECTED, ms, line }, ...conclusion.stages],
    };
  } finally {
    wire.close();
  }
}

async function play(
  config: SmtpConfig,
  plan: SessionPlan,
  record: SessionRecorder,
  wire: Wire,
  transcript: Transcript,
  timings: Timings,
): Promise<Conclusion> {
  const talk = dialogue(plan);
  const take = async (action: Action): Promise<Reaction> => {
    switch (action.do) {
      case 'listen': {
        const heard = await wire.hear(action.stage, config.greetingTimeoutMs);
        if (heard.kind === 'reply') timings.greetingMs = heard.ms;
        return heard;
      }
      case 'say':
        wire.write(action.stage, [action.line]);
        return wire.hear(action.stage, action.stage === 'quit' ? QUIT_TIMEOUT_MS : config.replyTimeoutMs);
      case 'await-turn':
        return wire.awaitTurn(plan.maySend());
      case 'send':
        wire.write(action.stage, stuffedLines(action.message));
        return wire.hear(action.stage, config.replyTimeoutMs);
      case 'secure': {
        const { exchange, address } = plan;
        const { authorities, groups, onCertificate } = config;
        const peer = { exchange, address, authorities, groups, onCertificate, hello: action.hello };
        const heard = await wire.secure(peer, config.replyTimeoutMs);
        if (heard.kind !== 'tls') return heard;
        timings.tlsMs = heard.ms;
        record.tls(heard.tls);
        return heard;
      }
      case 'note':
        record.tls(action.tls);
        return { kind: 'noted', line: transcript.last(), ms: 0 };
    }
  };
  for (let next = talk.next(); ;) {
    if (next.done === true) return next.value;
    next = talk.next(await take(next.value));
  }
}

const CONNECTED: Session['stages'][number] = {
  stage: 'connect',
  outcome: 'ok',
  code: null,
  enhanced: null,
  ms: 0,
  line: null,
};

function unconnected(
  outcome: NoConnection['outcome'] | 'blocked',
  detail: string | null,
  stages: Session['stages'],
): SessionResult {
  return { ...NOTHING_HEARD, outcome, detail, stages, stage: 'connect' };
}

function failureWords({ outcome, detail }: NoConnection, { connectTimeoutMs }: SmtpConfig): string {
  const because = detail === null ? '' : ` (${detail})`;
  switch (outcome) {
    case 'refused':
      return `connection refused${because}`;
    case 'reset':
      return `connection reset while it was made${because}`;
    case 'timeout':
      return `no answer to the connection within ${connectTimeoutMs / 1000} s`;
    case 'unreachable':
      return `not reachable${because}`;
    case 'stopped':
      return 'stopped: the check was ended';
  }
}

function connectedWords(socket: SocketFacts, ms: number): string {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  return `connected to ${endpoint(remoteAddress, remotePort)} from ${endpoint(localAddress, localPort)} in ${ms} ms`;
}

function endpoint(address: string, port: number): string {
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

function socketFacts(socket: Socket): SocketFacts {
  const { localAddress = '', localPort = 0, remoteAddress = '', remotePort = 0 } = socket;
  return { localAddress, localPort, remoteAddress, remotePort };
}
