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

/** A record that a fix wants in the zone. */
export const FixRecord = z.object({
  name: z.string().describe('without the dot at its end'),
  type: z.enum(['TXT', 'TLSA']),
  data: z.string().describe('of a TXT record its text, without quotes; else as in a zone file'),
  instead: z
    .union([z.literal('all'), z.array(z.string())])
    .describe('what goes: every record of the type at the name, or those with this data'),
});
export type FixRecord = z.infer<typeof FixRecord>;

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
  records: z.array(FixRecord).optional().describe('the records of the fix, for tools'),
  refs: z.array(z.string()),
  evidence: z
    .array(z.string())
    .min(1)
    .describe('what proves it: "dns:12" (trace step), "smtp:2:5" (line 5 of session 2), "route", …'),
});

/** A conclusion of a rule about the evidence. */
export type Finding = WithReferences<z.infer<typeof FindingDocument>>;

/** `depends`: senders meet different things; which of them meets what is told by the cases. */
export const VerdictOutcome = z.enum(['accepted', 'temporary', 'permanent', 'no-mail', 'depends', 'unknown']);
export type VerdictOutcome = z.infer<typeof VerdictOutcome>;

/** Everything that can make mail fail, as the field knows it; the side of each is in `CAUSE_SIDE`. */
export const Cause = z.enum([
  'sender-dns',
  'sender-routing',
  'sender-firewall',
  'sender-addressing',
  'sender-identity',
  'sender-reputation',
  'interception',
  'path-mtu',
  'inspection',
  'recipient-dns',
  'recipient-routing',
  'recipient-firewall',
  'recipient-nat',
  'greylisting',
  'rate-limit',
  'recipient-load',
  'recipient-configuration',
  'mailbox',
  'recipient-policy',
]);
export type Cause = z.infer<typeof Cause>;

/** Where one has to look for a cause. */
export const CAUSE_SIDE: Readonly<Record<Cause, Side>> = {
  'sender-dns': 'sender',
  'sender-routing': 'sender',
  'sender-firewall': 'sender',
  'sender-addressing': 'sender',
  'sender-identity': 'sender',
  'sender-reputation': 'sender',
  interception: 'network',
  'path-mtu': 'network',
  inspection: 'network',
  'recipient-dns': 'recipient',
  'recipient-routing': 'recipient',
  'recipient-firewall': 'recipient',
  'recipient-nat': 'recipient',
  greylisting: 'recipient',
  'rate-limit': 'recipient',
  'recipient-load': 'recipient',
  'recipient-configuration': 'recipient',
  mailbox: 'recipient',
  'recipient-policy': 'recipient',
};

export const CauseState = z
  .enum(['supported', 'open', 'ruled-out'])
  .describe('supported: the evidence points to it; open: nothing seen speaks for it or against it');
export type CauseState = z.infer<typeof CauseState>;

/** One cause of the failure at hand, as it is written in documents. */
const ExaminedCauseDocument = z.object({
  cause: Cause,
  side: Side,
  state: CauseState,
  because: z.string(),
  evidence: z.array(z.string()),
  next: z
    .string()
    .nullable()
    .describe('what would settle it: a command, or a thing to do; null when settled'),
});
export type ExaminedCause = WithReferences<z.infer<typeof ExaminedCauseDocument>>;

/** What one kind of sender meets, as it is written in documents. */
const VerdictCaseDocument = z.object({
  when: z.string().describe('a sentence about the sender'),
  outcome: VerdictOutcome,
  because: z.string(),
  evidence: z.array(z.string()),
});
export type VerdictCase = WithReferences<z.infer<typeof VerdictCaseDocument>>;

/** As it is written in documents. */
export const VerdictDocument = z.object({
  outcome: VerdictOutcome,
  cases: z.array(VerdictCaseDocument).describe('who meets what; empty unless it depends'),
  side: Side.describe('only what is proven'),
  but: z.array(z.string()).describe('codes of the flaws that matter although the mail is accepted'),
  lookFirst: z
    .object({ side: Side, because: z.string() })
    .describe('where to look first, also when no side is proven'),
  diagnosis: z
    .array(ExaminedCauseDocument)
    .describe('what can cause such a failure; empty when nothing failed'),
  finding: z
    .string()
    .nullable()
    .default(null)
    .describe('code of the finding that it was made of; null in files of versions that did not say'),
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
export type Verdict = WithReferences<Omit<z.infer<typeof VerdictDocument>, 'cases' | 'diagnosis'>> & {
  cases: VerdictCase[];
  diagnosis: ExaminedCause[];
};

/** With what proves it as values. */
type WithReferences<Document extends { evidence: string[] }> = Omit<Document, 'evidence'> & {
  evidence: Reference[];
};
