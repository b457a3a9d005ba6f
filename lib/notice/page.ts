import type { Mail } from '@/lib/mail/mail';
import { linesBeforeReturned } from '@/lib/mail/returned-marks';
import type { Signs } from '@/lib/mail/signs';
import { deliveryStatusIn, readDeliveryStatus } from './readers/delivery-status';
import type { Statements } from './statement';
import { tellsOwnFailure } from './tells-failure';

/** Lines of a notice that are read; those about 500 recipients have some 3,000. */
const MAX_LINES = 5_000;

/** What the readers look at: the mail, its lines before the returned message, and the fields of its delivery status. */
export interface Page {
  mail: Mail;
  lines: readonly string[];
  fields: Statements | null;
  /** The sender is a mail system beyond doubt. */
  isSystem: boolean;
  /** It says by its structure that it is a notice. */
  isReport: boolean;
}

/** Says what a notice states, in one of the forms in which notices are written; null when it is not in that form. */
export type Reader = (page: Page) => Statements | null;

/** Null for a mail whose words may not be taken for a notice: no mail system wrote them, or they are something else. */
export function pageOf(mail: Mail, signs: Signs): Page | null {
  if (signs.readReceipt !== null || signs.automaticReply !== null || signs.feedback !== null) return null;
  const [text = '', part = ''] = noticeTexts(mail);
  const loose = [text, ...mail.parts.filter(isLoose).map((one) => one.text)].map(deliveryStatusIn);
  const read = [part, ...loose].map((one) => (one === null ? null : readDeliveryStatus(one)));
  const fields = read.find((one) => one !== null) ?? null;
  const isReport = fields !== null || signs.deliveryReport !== null;
  if (!isReport && signs.bySystem === null) return null;
  const lines = linesBeforeReturned(text).slice(0, MAX_LINES);
  if (!isReport && !signs.isSystem && !tellsOwnFailure(mail, lines)) return null;
  return { mail, lines, fields, isSystem: signs.isSystem, isReport };
}

/** The words of a notice, and the fields of its delivery status. */
export function noticeTexts(mail: Mail): string[] {
  const part = mail.parts
    .filter(({ type }) => /^message\/(?:global-)?delivery-status/i.test(type))
    .map(({ text }) => text)
    .join('\n\n');
  return [textOf(mail), part];
}

function isLoose({ type }: { type: string }): boolean {
  return /^(?:text\/(?!rfc822|html)|application\/octet-stream|message\/(?!rfc822|global|partial|external))/i.test(
    type,
  );
}

/** Some writers attach their words as a file, and put something else into the text. */
function textOf({ text, parts }: Mail): string {
  const attached = parts.find(({ type }) => /^text\/plain/i.test(type))?.text ?? '';
  if (text.trim() === '') return attached;
  return !text.includes('@') && attached.includes('@') ? `${attached}\n\n${text}` : text;
}
