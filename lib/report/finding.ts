import { z } from 'zod';

export const Severity = z.enum(['error', 'warning', 'notice', 'info', 'ok', 'unknown']);
export type Severity = z.infer<typeof Severity>;

/** Whose turn it is. `none`: nobody need act. `unknown` is a result of its own: never blame without evidence. */
export const Side = z.enum(['sender', 'network', 'recipient', 'none', 'unknown']);
export type Side = z.infer<typeof Side>;

export const Permanence = z.enum(['temporary', 'permanent']);
export type Permanence = z.infer<typeof Permanence>;

/**
 * A conclusion of a rule about the evidence. `evidence` points at what proves it: `dns:12` (trace step),
 * `smtp:2` (session), `smtp:2:5` (line seq 5 of session 2), `route`, `target`.
 */
export const Finding = z.object({
  code: z.string(),
  severity: Severity,
  side: Side,
  layer: z.int().min(1).max(7).nullable(),
  permanence: Permanence.nullable(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  title: z.string(),
  why: z.string(),
  fix: z.string().describe('empty when nothing need be done'),
  refs: z.array(z.string()),
  evidence: z.array(z.string()).min(1),
});
export type Finding = z.infer<typeof Finding>;

/** The conclusion about the whole check. */
export const Verdict = z.object({
  outcome: z.enum(['accepted', 'temporary', 'permanent', 'no-mail', 'unknown']),
  side: Side,
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
export type Verdict = z.infer<typeof Verdict>;
