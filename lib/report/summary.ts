import { z } from 'zod';
import { VerdictDocument } from './finding';
import { Depth } from '@/lib/smtp/session';
import { TargetView } from './report';
import { CheckStatus } from './status';

/** What lists of checks show: never reads the evidence. */
export const CheckSummary = z.object({
  id: z.string(),
  target: TargetView,
  status: CheckStatus,
  depth: Depth,
  createdAt: z.string().describe('when it was asked for; lists are in this order'),
  startedAt: z.string(),
  durationMs: z.number().nullable(),
  verdict: VerdictDocument.pick({ outcome: true, side: true, stage: true, headline: true }).nullable(),
  queryCount: z.int(),
  sessionCount: z.int(),
  isKept: z.boolean().describe('somebody keeps it, whatever its age'),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

/** One page of checks, newest first; `next` is the cursor of the page after it, null on the last one. */
export const CheckPage = z.object({ items: z.array(CheckSummary), next: z.string().nullable() });
export type CheckPage = z.infer<typeof CheckPage>;
