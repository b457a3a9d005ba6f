import { z } from 'zod';
import { MailKind } from '@/lib/notice/notice';

/** What a kept mail is about: one recipient of a notice, or the source of a complaint. Names nobody. */
export const MailSubject = z.object({
  domain: z.string().nullable().describe('of the recipient; of a complaint, our sending domain'),
  category: z.string(),
  permanence: z.enum(['temporary', 'permanent']).nullable(),
  code: z.int().nullable(),
  sourceAddress: z.string().nullable().describe('of a complaint: the address of ours that it names'),
  campaign: z.string().nullable().describe('of a complaint: the sending that the message says it belongs to'),
});
export type MailSubject = z.infer<typeof MailSubject>;

/** What lists show of a mail about mail. */
export const MailSummary = z.object({
  id: z.string(),
  createdAt: z.string().describe('when it was handed over'),
  at: z.string().describe('when it was written, by its own date where that can be true'),
  kind: MailKind,
  subjects: z.array(MailSubject),
  isKept: z.boolean().describe('somebody keeps it, whatever its age'),
});
export type MailSummary = z.infer<typeof MailSummary>;

/** Newest first. */
export const MailPage = z.object({ items: z.array(MailSummary), next: z.string().nullable() });
export type MailPage = z.infer<typeof MailPage>;

/** How many have something in common. */
export interface Tally {
  name: string;
  count: number;
}

/** Subjects of mails, counted. */
export interface SubjectCounts {
  /** By day (`2026-11-24`, UTC) and category. */
  days: { day: string; category: string; count: number }[];
  /** The most frequent first, and so many at most as were asked for. */
  sources: Tally[];
  campaigns: Tally[];
  domains: Tally[];
}
