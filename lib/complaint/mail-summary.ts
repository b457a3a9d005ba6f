import { z } from 'zod';
import { ReportKind } from '@/lib/notice/notice';

/** What a kept mail is about: one recipient of a notice, or the source of a complaint. Names nobody. */
export const ReportSubject = z.object({
  domain: z.string().nullable().describe('of the recipient; of a complaint, our sending domain'),
  category: z.string(),
  permanence: z.enum(['temporary', 'permanent']).nullable(),
  code: z.int().nullable(),
  sourceAddress: z.string().nullable().describe('of a complaint: the address of ours that it names'),
  campaign: z.string().nullable().describe('of a complaint: the sending that the message says it belongs to'),
});
export type ReportSubject = z.infer<typeof ReportSubject>;

/** What lists show of a mail about mail. */
export const ReportMailSummary = z.object({
  id: z.string(),
  createdAt: z.string().describe('when it was handed over'),
  at: z.string().describe('when it was written, by its own date where that can be true'),
  kind: ReportKind,
  subjects: z.array(ReportSubject),
});
export type ReportMailSummary = z.infer<typeof ReportMailSummary>;

/** Newest first. */
export const ReportMailPage = z.object({ items: z.array(ReportMailSummary), next: z.string().nullable() });
export type ReportMailPage = z.infer<typeof ReportMailPage>;

/** How many reports of one day are about the same. */
export interface ReportCount extends Pick<
  ReportSubject,
  'category' | 'domain' | 'sourceAddress' | 'campaign'
> {
  /** `2026-11-24`, UTC. */
  day: string;
  count: number;
}
