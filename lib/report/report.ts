import { z } from 'zod';
import { TraceStep } from '@/lib/dns/trace';
import { Share } from '@/lib/share';
import { Control, Depth, Session } from '@/lib/smtp/session';
import { Before } from './before';
import { FACT_FIELDS } from './facts';
import { type Finding, FindingDocument, type Verdict, VerdictDocument } from './finding';
import { ReachedLimit } from './limit';
import { Note } from './note';
import { Retest } from './retest';
import { CheckStatus } from './status';

export const TargetView = z.object({
  input: z.string(),
  kind: z.enum(['domain', 'mailbox', 'literal']),
  domain: z.string().describe('A-labels; for a literal the bracketed form, e.g. [192.0.2.1]'),
  domainUnicode: z.string(),
  mailbox: z.string().optional().describe('local part and domain as they go on the wire'),
});
export type TargetView = z.infer<typeof TargetView>;

/** RFC 6376 §3.1: labels, separated by dots. */
const SELECTOR =
  /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?){0,3}$/i;

/** Selectors that are looked at in one check. */
const MAX_SELECTORS = 5;

/** What the person may choose; the rest comes from the configuration. */
export const CheckOptions = z.strictObject({
  depth: Depth.default('envelope'),
  sender: z.string().max(320).optional().describe('envelope sender; "<>" for the null sender'),
  helo: z.string().max(255).optional(),
  controls: z
    .array(Control)
    .max(Control.options.length)
    .optional()
    .describe('what is asked beside the recipient; not with depth "greeting"'),
  selectors: z
    .array(z.string().regex(SELECTOR, 'A selector is a name such as "s1" or "mail._2026".'))
    .max(MAX_SELECTORS)
    .optional()
    .describe('DKIM selectors of the domain whose keys are looked at'),
  message: z
    .strictObject({ subject: z.string().max(200), body: z.string().max(10_000) })
    .optional()
    .describe('only with depth "message"'),
});
export type CheckOptions = z.infer<typeof CheckOptions>;

/** From where we looked. */
export const Vantage = z.object({
  helo: z.string(),
  sender: z.string(),
  softwareVersion: z.string(),
  dnsPort: z.int().optional().describe('port of every name server asked; 53 when absent'),
});
export type Vantage = z.infer<typeof Vantage>;

/** The whole check as the API answers it. */
export const ReportDocument = z.object({
  id: z.string(),
  status: CheckStatus,
  queuePlace: z.int().nullable().describe('1 is next; null when not waiting'),
  target: TargetView,
  options: CheckOptions,
  vantage: Vantage,
  startedAt: z.string().describe('UTC, ISO 8601'),
  finishedAt: z.string().nullable(),
  durationMs: z.number().nullable(),
  versions: z.object({ schema: z.int(), rules: z.int() }),
  digest: z.string().nullable().describe('sha256:… of the evidence, once finished'),
  verdict: VerdictDocument.nullable(),
  findings: z.array(FindingDocument),
  notes: z.array(Note).describe('what refusals in the transcripts mean'),
  trace: z.object({ queryCount: z.int(), steps: z.array(TraceStep) }),
  ...FACT_FIELDS,
  sessions: z.array(Session),
  limits: z.array(ReachedLimit).describe('limits that this check hit'),
  before: Before.nullable().describe('the notice that this check was started from; null when there is none'),
  former: z
    .string()
    .nullable()
    .describe(
      'id of the check after which this one was run again, to be compared with it; null when there is none',
    ),
  share: Share.nullable().describe('the link by which it is read; null when that is the check’s own'),
  retest: Retest.nullable().describe('how this check is repeated by itself; null when it is not'),
  seq: z.int().optional().describe('number of the last event in this report: from there the stream goes on'),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

/** The whole check: what the page shows, what the reducer builds from events. */
export type Report = Omit<ReportDocument, 'verdict' | 'findings'> & {
  verdict: Verdict | null;
  findings: Finding[];
};
