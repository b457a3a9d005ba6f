import { z } from 'zod';
import { ComparedSection } from '@/lib/compare/comparison';
import { CheckStatus } from '@/lib/report/status';
import { VerdictDocument } from '@/lib/report/finding';

/** Why a text is not taken for a report. */
export const UnreadableReason = z.enum(['empty', 'not-utf8', 'cut-off', 'not-json', 'too-deep', 'no-report']);
export type UnreadableReason = z.infer<typeof UnreadableReason>;

/** A place where the file says something else than follows from its evidence. */
export const Deviation = z.object({
  path: z.string().describe('keys from the top of the file, e.g. /sessions/0/reply/code'),
  stated: z.string().nullable().describe('JSON of what the file says there, its beginning; null: nothing'),
  made: z.string().nullable().describe('JSON of what follows from the evidence; null: nothing'),
});
export type Deviation = z.infer<typeof Deviation>;

/** Places that deviate: how many, and the first of them. */
export const Deviations = z.object({ count: z.int(), first: z.array(Deviation) });
export type Deviations = z.infer<typeof Deviations>;

const Check = z.object({
  id: z.string().nullable(),
  target: z.string().nullable().describe('mailbox or domain'),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  status: CheckStatus.nullable(),
  software: z.string().nullable().describe('version of mxproof that made the check'),
  schema: z.int().nullable(),
  rules: z.int().nullable().describe('by which its conclusions were drawn'),
});

/** What a report file proves. All of `check` is what the file says of itself. */
export const Verification = z.object({
  check: Check,
  digest: z.object({
    state: z
      .enum(['matches', 'differs', 'not-stated', 'no-evidence'])
      .describe(
        'whether the digest made of its evidence is the one it states; no-evidence: the file does not hold the events of which a digest is made: older versions of mxproof did not write them, and links without local parts do not show them',
      ),
    stated: z.string().nullable(),
    made: z.string().nullable(),
  }),
  seen: z.object({
    state: z
      .enum(['as-evidence', 'otherwise', 'not-compared'])
      .describe('whether what the report shows as seen is what its evidence holds'),
    deviations: Deviations,
  }),
  judgement: z.object({
    state: z
      .enum(['same', 'otherwise', 'other-rules', 'not-judged'])
      .describe(
        'whether its findings and its verdict follow from the evidence; other-rules: it was judged by rules of another version; not-judged: the evidence is not of a form that can be judged here',
      ),
    areSeveritiesOther: z.boolean().describe('an operator may choose severities'),
    deviations: Deviations,
  }),
  today: z
    .object({
      rules: z.int(),
      verdict: VerdictDocument.pick({ outcome: true, but: true, headline: true }).nullable(),
      otherwise: z
        .array(ComparedSection)
        .nullable()
        .describe('verdict and findings of the file (a) and by the rules of today (b); null: not comparable'),
    })
    .nullable(),
  own: z.object({
    state: z
      .enum(['none', 'same', 'other', 'not-ended', 'damaged'])
      .describe('whether this installation has a check with this id, and whether with the same evidence'),
    url: z.string().nullable().describe('link of its page, without the host'),
    isEndSame: z.boolean().nullable().describe('whether it ended then and so, as the file says'),
  }),
});
export type Verification = z.infer<typeof Verification>;
