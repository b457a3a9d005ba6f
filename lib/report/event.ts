import { z } from 'zod';
import { ResolverAnswer, ReverseName, TraceStep, ZoneView } from '@/lib/dns/trace';
import { Identity } from '@/lib/dns/identity';
import { DnssecView } from '@/lib/dnssec/evidence';
import { Finding, Verdict } from './finding';
import { Route } from '@/lib/route/route';
import { ControlAddress } from '@/lib/smtp/control-address';
import { Session, TlsFacts, TranscriptLine } from '@/lib/smtp/session';
import { CheckOptions, TargetView, Vantage } from './report';
import { CheckStatus } from './status';

/**
 * What happened in a check, in order, numbered from 1 by `seq`. The stream, the stored evidence, the page and
 * the tests all use this one type. `judged` is a conclusion and may be dropped and made again; all else is evidence.
 */
export const CheckEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    seq: z.int(),
    at: z.string().describe('UTC, ISO 8601'),
    target: TargetView,
    options: CheckOptions,
    vantage: Vantage,
  }),
  z.object({ type: z.literal('dns.step'), seq: z.int(), step: TraceStep }),
  z.object({ type: z.literal('zone'), seq: z.int(), zone: ZoneView }),
  z.object({ type: z.literal('exchange-zone'), seq: z.int(), zone: ZoneView }),
  z.object({ type: z.literal('dnssec'), seq: z.int(), dnssec: DnssecView }),
  z.object({ type: z.literal('resolver'), seq: z.int(), answer: ResolverAnswer }),
  z.object({ type: z.literal('reverse'), seq: z.int(), reverse: ReverseName }),
  z.object({ type: z.literal('identity'), seq: z.int(), identity: Identity }),
  z.object({ type: z.literal('control-address'), seq: z.int(), control: ControlAddress }),
  z.object({
    type: z.literal('capture'),
    seq: z.int(),
    n: z.int().describe('the session'),
    pcap: z.string().describe('base64 of the packets, as tcpdump writes them'),
  }),
  z.object({ type: z.literal('route'), seq: z.int(), route: Route }),
  z.object({
    type: z.literal('session.opened'),
    seq: z.int(),
    session: Session.pick({
      n: true,
      exchange: true,
      preference: true,
      address: true,
      port: true,
      atMs: true,
      waiting: true,
      withoutTls: true,
    }),
  }),
  z.object({ type: z.literal('session.turn'), seq: z.int(), n: z.int(), atMs: z.number() }),
  z.object({ type: z.literal('smtp.line'), seq: z.int(), n: z.int(), line: TranscriptLine }),
  z.object({ type: z.literal('tls'), seq: z.int(), n: z.int(), tls: TlsFacts }),
  z.object({
    type: z.literal('session.closed'),
    seq: z.int(),
    n: z.int(),
    result: Session.pick({
      outcome: true,
      stage: true,
      reply: true,
      detail: true,
      banner: true,
      queueId: true,
      socket: true,
      tls: true,
      timings: true,
      capabilities: true,
      capabilitiesBefore: true,
      unasked: true,
      stages: true,
      controls: true,
    }),
  }),
  z.object({
    type: z.literal('limit'),
    seq: z.int(),
    limit: z.string(),
    count: z.number(),
    left: z.array(z.string()).optional().describe('what was left undone'),
  }),
  z.object({
    type: z.literal('judged'),
    seq: z.int(),
    rules: z.int(),
    findings: z.array(Finding),
    verdict: Verdict.nullable(),
  }),
  z.object({
    type: z.literal('done'),
    seq: z.int(),
    status: CheckStatus.extract(['done', 'stopped', 'interrupted', 'failed']),
    at: z.string().describe('UTC, ISO 8601'),
    digest: z.string().nullable(),
  }),
]);
export type CheckEvent = z.infer<typeof CheckEvent>;

/** An event before the runner numbers it. */
export type Unnumbered<E = CheckEvent> = E extends CheckEvent ? Omit<E, 'seq'> : never;
