import { z } from 'zod';
import { WhoActs } from '../who-acts';
import type { Reference } from './reference';

export const Severity = z.enum(['error', 'warning', 'notice', 'info', 'ok', 'unknown']);
export type Severity = z.infer<typeof Severity>;

/** Whose turn it is. `none`: nobody need act. `unknown` is a result of its own: never blame without evidence. */
export const Side = z.enum(['sender', 'network', 'recipient', 'none', 'unknown']);
export type Side = z.infer<typeof Side>;

export const Permanence = z.enum(['temporary', 'permanent']);
export type Permanence = z.infer<typeof Permanence>;

/** As it is written in documents. */
export const FindingDocument = z.object({
  code: z.string(),
  severity: Severity,
  side: Side,
  whoActs: WhoActs,
  layer: z.int().min(1).max(7).nullable(),
  permanence: Permanence.nullable(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  title: z.string(),
  why: z.string(),
  fix: z.string().describe('empty when nothing need be done'),
  refs: z.array(z.string()),
  evidence: z
    .array(z.string())
    .min(1)
    .describe('what proves it: "dns:12" (trace step), "smtp:2:5" (line 5 of session 2), "route", …'),
});

/** A conclusion of a rule about the evidence. */
export type Finding = WithReferences<z.infer<typeof FindingDocument>>;

export const VerdictOutcome = z.enum(['accepted', 'temporary', 'permanent', 'no-mail', 'unknown']);
export type VerdictOutcome = z.infer<typeof VerdictOutcome>;

/** As it is written in documents. */
export const VerdictDocument = z.object({
  outcome: VerdictOutcome,
  side: Side,
  session: z.int().nullable().describe('the session that decided; null when none did'),
  layer: z.int().min(1).max(7).nullable(),
  stage: z.string().nullable().describe('"dns" or a stage of the SMTP dialogue'),
  depth: z
    .enum(['dns', 'connect', 'greeting', 'envelope', 'message'])
    .describe('how far the best session came'),
  permanence: Permanence.nullable(),
  headline: z.string(),
  plain: z.string().describe('one paragraph for a person who knows nothing of mail'),
  evidence: z.array(z.string()),
});

/** The conclusion about the whole check. */
export type Verdict = WithReferences<z.infer<typeof VerdictDocument>>;

/** With what proves it as values. */
type WithReferences<Document extends { evidence: string[] }> = Omit<Document, 'evidence'> & {
  evidence: Reference[];
};
