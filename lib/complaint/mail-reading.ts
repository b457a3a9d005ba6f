import { z } from 'zod';
import { Complaint } from './complaint';
import { readMail } from '@/lib/mail/mail';
import { readNotice } from '@/lib/notice/read-notice';
import { readComplaint } from './read-complaint';
import { Notice, MailKind } from '@/lib/notice/notice';
import { Share } from '@/lib/share';

/**
 * What was read out of a mail about mail: a complaint, or else a notice about a delivery, which may turn out to be neither;
 * nothing when it could not be read in time.
 */
export const MailReading = z.object({
  kind: MailKind,
  bounce: Notice.nullable(),
  feedback: Complaint.nullable(),
});
export type MailReading = z.infer<typeof MailReading>;

/** A mail about mail, read by the rules of today. */
export const MailView = z.object({
  id: z.string(),
  sharedId: z
    .string()
    .nullable()
    .describe(
      'of the view in which local parts are hidden; null where a link made for somebody shows the mail',
    ),
  isShared: z.boolean().describe('local parts are hidden here'),
  share: Share.nullable().describe(
    'the link by which it is read; null when that is an id of the mail itself',
  ),
  createdAt: z.string(),
  octets: z.int(),
  rulesVersion: z.int().describe('by which rules it was read'),
  ...MailReading.shape,
});
export type MailView = z.infer<typeof MailView>;

/** What a mail is, and what it says. Never throws for anything that it is given. */
export async function readHandedOver(raw: Uint8Array): Promise<MailReading> {
  const mail = await readMail(raw);
  const feedback = await readComplaint(mail);
  if (feedback !== null) return { kind: 'feedback', bounce: null, feedback };
  const bounce = await readNotice(mail);
  return { kind: bounce.kind, bounce, feedback: null };
}
