import { z } from 'zod';
import { TraceStep } from '@/lib/dns/trace';
import { Session, TlsFacts, TranscriptLine } from '@/lib/smtp/session';
import { FACTS, type FactEvent } from './facts';
import { type Finding, FindingDocument, type Verdict, VerdictDocument } from './finding';
import { ReachedLimit } from './limit';
import { Note } from './note';
import { CheckOptions, TargetView, Vantage } from './report';
import { CheckStatus } from './status';

/**
 * What happened in a check, in order, numbered from 1 by `seq`. The stream, the stored evidence, the page and
 * the tests all use this one type. `judged` is a conclusion and may be dropped and made again; all else is evidence.
 */
export const EventDocument = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    seq: z.int(),
    at: z.string().describe('UTC, ISO 8601'),
    target: TargetView,
    options: CheckOptions,
    vantage: Vantage,
  }),
  z.object({ type: z.literal('dns.step'), seq: z.int(), step: TraceStep }),
  z.object({
    type: z.literal('fact'),
    seq: z.int(),
    name: z.enum(Object.keys(FACTS)),
    value: z.union(Object.values(FACTS).map(({ value }) => value)),
  }),
  z.object({
    type: z.literal('capture'),
    seq: z.int(),
    n: z.int().describe('the session'),
    pcap: z.string().describe('base64 of the packets, as tcpdump writes them'),
  }),
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
      smallHello: true,
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
      choice: true,
      limit: true,
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
  z.object({ type: z.literal('limit'), seq: z.int(), ...ReachedLimit.shape }),
  z.object({
    type: z.literal('judged'),
    seq: z.int(),
    rules: z.int(),
    findings: z.array(FindingDocument),
    notes: z.array(Note).describe('what refusals in the transcripts mean'),
    verdict: VerdictDocument.nullable(),
  }),
  z.object({
    type: z.literal('done'),
    seq: z.int(),
    status: CheckStatus.extract(['done', 'stopped', 'interrupted', 'failed']),
    at: z.string().describe('UTC, ISO 8601'),
    digest: z.string().nullable(),
  }),
]);
export type EventDocument = z.infer<typeof EventDocument>;

/** The same with facts by their names, and with what proves a conclusion as values. */
export type CheckEvent = Exclude<EventDocument, { type: 'fact' | 'judged' }> | FactEvent | JudgedEvent;

interface JudgedEvent {
  type: 'judged';
  seq: number;
  rules: number;
  findings: Finding[];
  notes: Note[];
  verdict: Verdict | null;
}

/** Events that are evidence: what was seen, without what we made of it. */
export type EvidenceEvent = Exclude<CheckEvent, { type: 'judged' | 'done' }>;

export function isEvidence(event: CheckEvent): event is EvidenceEvent {
  return event.type !== 'judged' && event.type !== 'done';
}

/** An event before it has its number. */
export type UnnumberedEvent<E = CheckEvent> = E extends CheckEvent ? Omit<E, 'seq'> : never;
