import { z } from 'zod';
import { ReturnedCopy } from '@/lib/mail/returned-message';
import { Meaning } from '@/lib/meaning/schema';
import { Stage } from '@/lib/smtp/session';

/** What a mail about mail is. Only `bounce` says that something was not delivered; `unread` could not be read in time. */
export const MailKind = z.enum([
  'bounce',
  'delay',
  'delivered',
  'feedback',
  'read-receipt',
  'automatic-reply',
  'ordinary',
  'unread',
]);
export type MailKind = z.infer<typeof MailKind>;

/** RFC 3464 §2.3.3. */
export const Action = z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
export type Action = z.infer<typeof Action>;

const Host = z.object({ name: z.string().nullable(), address: z.string().nullable() });
export type Host = z.infer<typeof Host>;

/** What a notice states about one recipient; null where it states nothing. */
export const NoticeRecipient = z.object({
  address: z.string(),
  originalAddress: z.string().nullable(),
  action: Action,
  status: z.string().nullable().describe('enhanced status code, RFC 3463'),
  code: z.int().nullable().describe('reply code, RFC 5321 §4.2'),
  reply: z.string().nullable().describe('what the server said, or the reason in the notice’s own words'),
  remote: Host.describe('who said it'),
  reportedBy: z.string().nullable(),
  stage: Stage.nullable(),
  lastAttempt: z.string().nullable(),
  willRetryUntil: z.string().nullable(),
  queueId: z.string().nullable(),
  meaning: Meaning.describe('what we conclude from it'),
});
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

export const Notice = z.object({
  kind: MailKind,
  format: z.string().describe('whose form the notice has'),
  why: z.string().describe('the line or field that told what this mail is'),
  subject: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  date: z.string().nullable(),
  reportingHost: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  envelopeId: z.string().nullable(),
  queueId: z
    .string()
    .nullable()
    .describe('of the server that wrote it: under which it had the message in its queue'),
  recipients: z.array(NoticeRecipient),
  returned: ReturnedCopy.nullable(),
  limits: z.array(z.string()).describe('limits of the reader that were reached'),
});
export type Notice = z.infer<typeof Notice>;
