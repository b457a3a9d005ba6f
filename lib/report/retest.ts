import { z } from 'zod';
import { VerdictOutcome } from './finding';
import { CheckStatus } from './status';

/** One try of a check that is repeated by itself. */
export const RetestTry = z.object({
  id: z.string(),
  at: z.string().describe('UTC, ISO 8601'),
  status: CheckStatus,
  outcome: VerdictOutcome.nullable(),
  code: z.int().nullable().describe('of the reply that decided'),
});
export type RetestTry = z.infer<typeof RetestTry>;

/** A check that is repeated by itself, from the first try on. */
export const Retest = z.object({
  firstId: z.string(),
  reason: z
    .enum(['greylisted', 'asked'])
    .describe('greylisted: the other side asked for it; asked: a person did'),
  tries: z.array(RetestTry).describe('the first one and all that followed, in order'),
  nextAt: z.string().nullable().describe('UTC, ISO 8601; null while a try is under way, and at the end'),
  ending: z
    .enum(['settled', 'used-up', 'stopped'])
    .nullable()
    .describe('settled: no longer a temporary result; null while it goes on'),
});
export type Retest = z.infer<typeof Retest>;
