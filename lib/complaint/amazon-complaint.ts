import { z } from 'zod';
import { fieldsOf, type Fields } from '@/lib/mail/fields';
import { jsonInText } from '@/lib/mail/json-in-text';
import type { Mail } from '@/lib/mail/mail';

/** Characters that are read: the header that is quoted in it may be long. */
const MAX_READ = 120_000;
const RECIPIENTS = 'complainedRecipients';

const Complained = z.array(z.object({ emailAddress: z.string().min(1).max(320) })).min(1);
const Header = z.array(z.object({ name: z.string().max(200), value: z.string().max(10_000) }));

/** What Amazon SES calls them, and what RFC 5965 §3.1 and §3.2 call the same. */
const NAMES = {
  complaintFeedbackType: 'feedback-type',
  userAgent: 'user-agent',
  arrivalDate: 'arrival-date',
  source: 'original-mail-from',
} as const;

/** What only Amazon says. */
const OWN_NAMES = ['complaintSubType', 'feedbackId', 'messageId'];

interface AmazonComplaint {
  /** As a report in the form of RFC 5965 would have stated it; what only Amazon says has Amazon's names. */
  fields: Fields;
  /** Of the message that was complained about; null when it is not quoted. */
  header: Fields | null;
}

/** A complaint of Amazon SES through SNS: JSON in the text of a mail. Null where there is none. */
export function readAmazonComplaint({ text }: Mail): AmazonComplaint | null {
  const { listOf, textOf } = jsonInText(text, MAX_READ, [RECIPIENTS]);
  const complained = Complained.safeParse(listOf([RECIPIENTS])?.values);
  if (!complained.success) return null;
  const header = Header.safeParse(listOf(['headers'])?.values);
  const stated = [
    ...Object.entries(NAMES).map(([name, field]) => [field, textOf(name, 500)] as const),
    ...complained.data.map(({ emailAddress }) => ['original-rcpt-to', emailAddress] as const),
    ...OWN_NAMES.map((name) => [name, textOf(name, 200)] as const),
  ];
  return {
    fields: fieldsOf(stated.filter(([, value]) => value !== '')),
    header: header.success
      ? fieldsOf(header.data.map(({ name, value }) => [name.toLowerCase(), value]))
      : null,
  };
}
