import { z } from 'zod';
import { ReturnedCopy } from '@/lib/mail/returned-message';

/** What was complained about. */
export const ReportedKind = z.enum([
  'read-receipt',
  'bounce',
  'automatic-reply',
  'transactional',
  'list',
  'personal',
  'spam',
  'unknown',
]);
export type ReportedKind = z.infer<typeof ReportedKind>;

const Judgement = z.object({
  what: ReportedKind,
  confidence: z.enum(['high', 'medium', 'low']),
  reasons: z
    .array(z.object({ says: z.string(), line: z.string(), for: ReportedKind }))
    .describe('each reason with the line it stands on'),
});
export type Judgement = z.infer<typeof Judgement>;

export const Complaint = z.object({
  format: z.string(),
  why: z.string(),
  feedbackType: z
    .string()
    .nullable()
    .describe('RFC 5965 §3.5: abuse, fraud, virus, not-spam, auth-failure, opt-out, other'),
  userAgent: z.string().nullable(),
  fields: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .describe('all fields of the complaint, as they came'),
  sourceAddress: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  sendingDomain: z.string().nullable().describe('the domain of ours that sent it'),
  originalMailFrom: z.string().nullable(),
  originalRecipients: z.array(z.string()),
  isRedacted: z.boolean().describe('RFC 6590: the recipient was taken out'),
  incidents: z.int().nullable(),
  identifiers: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .describe('for finding the message in a log'),
  reported: ReturnedCopy.nullable(),
  judgement: Judgement,
  limits: z.array(z.string()),
});
export type Complaint = z.infer<typeof Complaint>;
