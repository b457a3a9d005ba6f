import { z } from 'zod';
import { FeedbackReading } from './complaint';
import { readMail } from '@/lib/mail/mail';
import { readBounce } from '@/lib/notice/read-notice';
import { readFeedback } from './read-complaint';
import { BounceReading, ReportKind } from '@/lib/notice/notice';

/**
 * What was read out of a mail about mail: a complaint, or else a notice about a delivery, which may turn out to be neither;
 * nothing when it could not be read in time.
 */
export const ReportMailReading = z.object({
  kind: ReportKind,
  bounce: BounceReading.nullable(),
  feedback: FeedbackReading.nullable(),
});
export type ReportMailReading = z.infer<typeof ReportMailReading>;

/** A mail about mail, read by the rules of today. */
export const ReportMailView = z.object({
  id: z.string(),
  sharedId: z.string().describe('of the view in which local parts are hidden'),
  isShared: z.boolean().describe('this is that view'),
  createdAt: z.string(),
  octets: z.int(),
  rulesVersion: z.int().describe('by which rules it was read'),
  ...ReportMailReading.shape,
});
export type ReportMailView = z.infer<typeof ReportMailView>;

/** What a mail is, and what it says. Never throws for anything that it is given. */
export async function readReportMail(raw: Uint8Array): Promise<ReportMailReading> {
  const mail = await readMail(raw);
  const feedback = await readFeedback(mail);
  if (feedback !== null) return { kind: 'feedback', bounce: null, feedback };
  const bounce = await readBounce(mail);
  return { kind: bounce.kind, bounce, feedback: null };
}
