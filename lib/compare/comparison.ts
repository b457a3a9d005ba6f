import { z } from 'zod';
import { CheckStatus } from '@/lib/report/status';
import { TargetView } from '@/lib/report/report';
import { VerdictDocument } from '@/lib/report/finding';
import { AspectName, SectionName } from './aspect';

/** One thing in two checks. */
export const ComparedAspect = z.object({
  what: AspectName,
  of: z.string().describe('of which server, session, zone or finding; empty: of the check'),
  a: z.array(z.string()).nullable().describe('null: not there, or not seen'),
  b: z.array(z.string()).nullable(),
});
export type ComparedAspect = z.infer<typeof ComparedAspect>;

/** A part of two checks. Moments, ids, ports, and times that differ by little, count as alike. */
export const ComparedSection = z.object({
  section: SectionName,
  different: z.array(ComparedAspect),
  oneSided: z.array(ComparedAspect).describe('what only one of both has looked at, which is no difference'),
  alike: z.array(ComparedAspect),
});
export type ComparedSection = z.infer<typeof ComparedSection>;

/** Which check is compared. */
export const ComparedCheck = z.object({
  id: z.string(),
  url: z.string().describe('link of its page, without the host'),
  target: TargetView,
  status: CheckStatus,
  startedAt: z.string().describe('UTC, ISO 8601'),
  verdict: VerdictDocument.pick({ outcome: true, but: true, headline: true }).nullable(),
});
export type ComparedCheck = z.infer<typeof ComparedCheck>;
