import type { Fields } from '@/lib/mail/fields';
import type { Signs } from '@/lib/mail/signs';
import type { MailKind } from '@/lib/notice/notice';
import type { ReportedKind } from './complaint';

/** What is known of the reported message. */
export interface ReportedMessage {
  header: Fields;
  /** The fields of the complaint itself. */
  complaint: Fields;
  text: string;
  signs: Signs;
  kind: MailKind;
}

export interface ComplaintRule {
  for: ReportedKind;
  /** How much it says; from 5 on alone enough to be sure. */
  weight: number;
  says: string;
  /** The line that shows it; null when it does not. */
  line(evidence: ReportedMessage): string | null;
}

const fieldRule = (
  what: ReportedKind,
  weight: number,
  name: string,
  says: string,
  pattern = /./,
): ComplaintRule => ({
  for: what,
  weight,
  says,
  line({ header }) {
    const value = header.get(name);
    return value !== null && pattern.test(value) ? `${spelled(name)}: ${value.slice(0, 200)}` : null;
  },
});

/** The first field of that name that fits: each server on the way has its own Received. */
const anyFieldRule = (
  what: ReportedKind,
  weight: number,
  name: string,
  says: string,
  pattern: RegExp,
): ComplaintRule => ({
  for: what,
  weight,
  says,
  line({ header }) {
    const value = header.all.find(([one, text]) => one === name && pattern.test(text))?.[1];
    return value === undefined ? null : `${spelled(name)}: ${value.slice(0, 200)}`;
  },
});

const wordsRule = (what: ReportedKind, weight: number, says: string, pattern: RegExp): ComplaintRule => ({
  for: what,
  weight,
  says,
  line({ header, text }) {
    const subject = header.get('subject') ?? '';
    if (pattern.test(subject)) return `Subject: ${subject.slice(0, 200)}`;
    const line = text
      .slice(0, 5_000)
      .split('\n')
      .find((one) => pattern.test(one));
    return line?.trim().slice(0, 200) ?? null;
  },
});

/** By the feedback type of the complaint. */
function complaintRule(what: ReportedKind, weight: number, says: string, pattern: RegExp): ComplaintRule {
  return {
    for: what,
    weight,
    says,
    line({ complaint }) {
      const type = complaint.get('feedback-type') ?? '';
      return pattern.test(type) ? `Feedback-Type: ${type.slice(0, 100)}` : null;
    },
  };
}

const TRANSACTION =
  /\b(?:invoice|receipt|your order|order (?:confirmation|number|no\.?|#)|payment|statement of account|shipp(?:ed|ing)|tracking number|delivery of your order|booking|reservation|ticket #?\d|appointment|rechnung|bestellung|facture|commande|factura|pedido|fattura)\b/i;
const ACCOUNT =
  /\b(?:password (?:reset|change)|reset your password|verification code|one-time (?:code|password)|confirm your (?:e-?mail|account|address)|activate your account|security alert|sign-?in (?:attempt|code)|login code|passwort|mot de passe|contraseña)\b/i;
const SELLING =
  /\b(?:viagra|cialis|casino|crypto ?currency|bitcoin|lottery|winner|inheritance|forex|weight loss|make money|earn \$|limited offer|act now|click here now|100% free|miracle|hot singles|seo services|loan offer|unclaimed|million (?:dollars|usd|euro))\b/i;

/** The reasons by which a reported message is judged: each with the line that it stands on. */
export const REPORTED_RULES: readonly ComplaintRule[] = [
  {
    for: 'read-receipt',
    weight: 6,
    says: 'It is a read receipt (RFC 8098).',
    line: ({ signs }) => signs.readReceipt,
  },
  {
    for: 'bounce',
    weight: 6,
    says: 'It is a notice about a delivery (RFC 3464).',
    line: ({ kind, header }) =>
      ['bounce', 'delay', 'delivered'].includes(kind) ? `Subject: ${header.get('subject') ?? ''}` : null,
  },
  {
    for: 'automatic-reply',
    weight: 5,
    says: 'It is an automatic reply (RFC 3834).',
    line: ({ signs }) => signs.automaticReply,
  },
  fieldRule(
    'list',
    4,
    'list-unsubscribe-post',
    'The recipient can leave the list with one press (RFC 8058).',
  ),
  fieldRule('list', 3, 'list-unsubscribe', 'The recipient can leave the list (RFC 2369 §3.2).'),
  fieldRule('list', 2, 'list-id', 'It came through a list that names itself (RFC 2919).'),
  fieldRule('list', 1, 'precedence', 'It says that it was sent to many.', /^(?:list|bulk)$/i),
  fieldRule('list', 2, 'feedback-id', 'It carries the mark of a campaign.'),
  ...[
    'x-campaign-id',
    'x-campaignid',
    'x-campaign',
    'x-mc-user',
    'x-sg-eid',
    'x-listmember',
    'x-csa-complaints',
  ].map((name) => fieldRule('list', 2, name, 'It carries the mark of a campaign.')),
  anyFieldRule(
    'list',
    3,
    'x-mailer',
    'A program for mailings sent it.',
    /phplist|mailchimp|sendy|mautic|acymailing|interspire|lyris|listserv|mailman|sympa|campaign|newsletter|icontact|constant ?contact|cleverreach|sendgrid|mailjet/i,
  ),
  anyFieldRule(
    'list',
    2,
    'x-mailer',
    'A program, and nobody’s mail client, wrote it.',
    /phpmailer|swift ?mailer|javamail|aspnetemail|nodemailer|aspmail|cdo for windows|libwww|php\/|mime::lite/i,
  ),
  fieldRule(
    'list',
    2,
    'return-path',
    'Its return path is that of a mailing: a number or the recipient stands in it (VERP).',
    /^<?(?:[^@\s]{0,80}bounces?[^@\s]{0,120}|[^@\s]{1,80}=[^@\s]{1,120})@/i,
  ),
  fieldRule('list', 1, 'errors-to', 'It wants errors sent to another address, as mailings do.'),
  complaintRule(
    'list',
    3,
    'The recipient wants to be taken off a list (feedback type opt-out).',
    /^opt-out/i,
  ),
  complaintRule('spam', 3, 'The receiver took it for fraud or malware (RFC 5965 §3.5).', /^(?:fraud|virus)/i),
  anyFieldRule(
    'personal',
    1,
    'received',
    'A user who had logged in handed it over (RFC 3848).',
    /\bwith e?smtps?a\b|\(authenticated\b|\bwith http\b/i,
  ),
  wordsRule('transactional', 3, 'It speaks of an order or a payment.', TRANSACTION),
  wordsRule('transactional', 4, 'It speaks of an account or a password.', ACCOUNT),
  fieldRule('transactional', 1, 'auto-submitted', 'A program wrote it.', /^auto-generated/i),
  fieldRule('personal', 3, 'in-reply-to', 'It answers another message.'),
  fieldRule('personal', 1, 'references', 'It belongs to a conversation.'),
  fieldRule(
    'personal',
    2,
    'user-agent',
    'A person’s mail program wrote it.',
    /thunderbird|outlook|apple|mutt|evolution|k-?9|roundcube/i,
  ),
  fieldRule(
    'personal',
    2,
    'x-mailer',
    'A person’s mail program wrote it.',
    /outlook|apple mail|iphone|ipad|thunderbird|windows mail|mutt|evolution/i,
  ),
  wordsRule('spam', 3, 'It advertises in the words of spam.', SELLING),
  fieldRule('spam', 3, 'x-spam-flag', 'A filter on its way took it for spam.', /^yes/i),
  fieldRule('spam', 2, 'x-spam-status', 'A filter on its way took it for spam.', /^yes/i),
  fieldRule('spam', 2, 'x-php-originating-script', 'A script of a web site sent it.'),
  fieldRule('spam', 2, 'x-php-script', 'A script of a web site sent it.'),
  fieldRule(
    'spam',
    2,
    'authentication-results',
    'It did not pass SPF, DKIM or DMARC.',
    /\b(?:dmarc|spf|dkim)=fail/i,
  ),
  fieldRule('spam', 1, 'to', 'It does not name its recipient.', /undisclosed[- ]recipients/i),
];

function spelled(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}
