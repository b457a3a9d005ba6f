import { addressesIn, hostOfAddress } from '@/lib/mail/address';
import { readAmazonComplaint } from './amazon-complaint';
import { type Complaint } from './complaint';
import { type Fields, fieldsOf, readFieldGroups, readHeader } from '@/lib/mail/fields';
import { judgeReported } from './judge-reported';
import { readSigns } from '@/lib/mail/signs';
import { type Mail, readMail } from '@/lib/mail/mail';
import { readNotice } from '@/lib/notice/read-notice';
import { readReturned, returnedHeader } from '@/lib/mail/returned';

/** Complaints from before RFC 5965, and those of providers that never used it. */
const OLD_COMPLAINTS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['Hotmail', /\bcomplaint about message from\b/i],
  ['Comcast', /\bcomcast (?:email )?abuse report\b/i],
  [
    'complaint',
    /\b(?:(?:e-?mail |spam )?(?:abuse|feedback(?: loop)?|spam) (?:report|complaint)|spam complaint|reported (?:this|a|your) (?:message|e-?mail|mail) as (?:spam|junk)|marked (?:this|a|your) (?:message|e-?mail|mail) as (?:spam|junk))\b/i,
  ],
];

/** Fields of a message by which its sender finds it in the log. */
const IDENTIFIERS = [
  'message-id',
  'feedback-id',
  'x-mailer-lid',
  'x-campaign-id',
  'x-campaignid',
  'x-mc-user',
  'x-sg-eid',
  'x-ses-outgoing',
  'x-job',
  'x-msfbl',
  'x-csa-complaints',
  'x-complaints-to',
  'x-abuse',
  'list-id',
  'list-unsubscribe',
  'errors-to',
  'return-path',
];

const IP =
  /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)|\[(?:ipv6:)?([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})\]/i;

/** How deep a feedback report may be attached to mails that pass it on. */
const MAX_ATTACHED = 3;

/** Reads a mail as a complaint about a message of ours; null when it is none. Never throws for anything that it is given. */
export async function readComplaint(mail: Mail, depth = 0): Promise<Complaint | null> {
  const feedbackReport =
    mail.parts.find(({ type }) => /^message\/feedback-report/i.test(type))?.text ??
    pastedFeedbackReport(mail);
  const amazon = feedbackReport === null ? readAmazonComplaint(mail) : null;
  const old = feedbackReport === null && amazon === null ? oldComplaint(mail) : null;
  if (feedbackReport === null && amazon === null && old === null) {
    const inner = depth < MAX_ATTACHED ? mail.parts.find(isReport) : undefined;
    return inner === undefined
      ? null
      : readComplaint(await readMail(Buffer.from(inner.text, 'utf8')), depth + 1);
  }
  const fields =
    feedbackReport === null
      ? (amazon?.fields ?? fieldsOf([]))
      : fieldsOf(readFieldGroups(feedbackReport).flatMap(({ all }) => all));
  const header = amazon === null ? returnedHeader(mail) : amazon.header;
  const rcpt = allOf(fields, 'original-rcpt-to');
  const mailFrom = fields.get('original-mail-from') ?? header?.get('return-path') ?? null;
  const recipients = rcpt.length > 0 ? rcpt : recipientsBeside(fields, mail, header);
  return {
    format: amazon === null ? (old?.format ?? formatOf(fields)) : 'Amazon SES',
    why:
      amazon === null
        ? (old?.why ?? `feedback-type: ${fields.get('feedback-type') ?? ''}`)
        : 'complainedRecipients',
    feedbackType: fields.get('feedback-type')?.toLowerCase() ?? (old === null ? null : 'abuse'),
    userAgent: fields.get('user-agent'),
    fields: fields.all.map(([name, value]) => ({ name, value })),
    // The address that Amazon states is that of the program which gave the message to it.
    sourceAddress: amazon === null ? sourceOf(fields, mail, header) : null,
    arrivedAt: fields.get('arrival-date') ?? fields.get('received-date') ?? header?.get('date') ?? null,
    sendingDomain: sendingDomain(fields, header, mailFrom),
    originalMailFrom: mailFrom?.replace(/^<|>$/g, '') ?? null,
    originalRecipients: recipients.map((one) => addressesIn(one)[0] ?? one.replace(/^<|>$/g, '')),
    isRedacted: isRedacted(recipients, header),
    incidents: wholeNumber(fields.get('incidents')),
    identifiers: [
      ...identifiersIn(header, IDENTIFIERS),
      ...identifiersIn(amazon?.fields ?? null, ['messageId']),
    ],
    reported: readReturned(mail),
    judgement: judgeReported(await evidenceOf(mail, header, fields)),
    limits: mail.limits,
  };
}

/** RFC 6591 §3.1 tells a report of a failure by a field of its own. */
function formatOf(fields: Fields): string {
  return fields.get('auth-failure') === null ? 'ARF' : 'ARF, RFC 6591';
}

function identifiersIn(fields: Fields | null, names: readonly string[]): Complaint['identifiers'] {
  return names.flatMap((name) => {
    const value = fields?.get(name) ?? null;
    return value === null ? [] : [{ name, value: value.slice(0, 500) }];
  });
}

function isReport({ type, text }: Mail['parts'][number]): boolean {
  return /^message\/rfc822/i.test(type) && /^content-type:\s{0,5}message\/feedback-report/im.test(text);
}

/** RFC 5965 §3.2 names the recipient in one field, RFC 5965 §3.3 and Hotmail in others. */
function recipientsBeside(fields: Fields, mail: Mail, header: Fields | null): string[] {
  const stated = [
    ...allOf(fields, 'removal-recipient'),
    mail.header.get('x-hmxmroriginalrecipient') ?? header?.get('x-hmxmroriginalrecipient') ?? '',
  ];
  return stated.flatMap((text) => addressesIn(text));
}

/** The part of a feedback report that somebody copied out of a window. */
function pastedFeedbackReport({ text, parts }: Mail): string | null {
  const loose = [text, ...parts.filter(({ type }) => /^text\//i.test(type)).map((part) => part.text)];
  const found = loose.find((one) => /^feedback-type:/im.test(one));
  return found === undefined
    ? null
    : (found.slice(found.search(/^feedback-type:/im)).split(/\r?\n\r?\n/, 1)[0] ?? null);
}

function oldComplaint(mail: Mail): { format: string; why: string } | null {
  const hasMessage = mail.parts.some(({ type }) => /^(?:message\/rfc822|text\/rfc822-headers)/i.test(type));
  const subject = mail.header.get('subject') ?? '';
  if (mail.header.get('x-hmxmroriginalrecipient') !== null)
    return { format: 'Hotmail', why: 'X-HmXmrOriginalRecipient' };
  for (const [format, pattern] of OLD_COMPLAINTS) {
    const inText = pattern.exec(mail.text.slice(0, 3_000))?.[0];
    if (pattern.test(subject) && (hasMessage || inText !== undefined))
      return { format, why: `Subject: ${subject}` };
    if (inText !== undefined && hasMessage) return { format, why: inText };
  }
  return null;
}

async function evidenceOf(mail: Mail, header: Fields | null, complaint: Fields) {
  const part =
    mail.parts.find(({ type }) => /^(?:message\/rfc822|text\/rfc822-headers)/i.test(type))?.text ?? '';
  const reported = await readMail(Buffer.from(part, 'utf8'));
  const { kind } = await readNotice(reported);
  return {
    header: header ?? readHeader(part),
    complaint,
    text: reported.hasHeader ? reported.text : '',
    signs: readSigns(reported),
    kind,
  };
}

/** The address of ours that the reporter saw: stated, in words of the complaint, or in the topmost Received line. */
function sourceOf(fields: Fields, mail: Mail, header: Fields | null): string | null {
  const stated = fields.get('source-ip');
  if (stated !== null) return stated.replace(/^\[(?:ipv6:)?|\]$/gi, '').split(/[\s;(]/, 1)[0] ?? null;
  for (const text of [
    mail.header.get('subject') ?? '',
    mail.text.slice(0, 2_000),
    header?.get('x-originating-ip') ?? '',
    header?.get('received') ?? '',
  ]) {
    const [, v4, v6] = IP.exec(text) ?? [];
    if ((v4 ?? v6) !== undefined) return v4 ?? v6 ?? null;
  }
  return null;
}

/** Reported-Domain, DKIM's d=, the envelope's, then From's domain: the order in which they are ours beyond doubt. */
function sendingDomain(fields: Fields, header: Fields | null, mailFrom: string | null): string | null {
  const domain =
    fields.get('reported-domain') ??
    fields.get('dkim-domain') ??
    /\bd=([a-z0-9.-]{3,253})/i.exec(header?.get('dkim-signature') ?? '')?.[1] ??
    hostOfAddress(mailFrom ?? '') ??
    hostOfAddress(header?.get('from') ?? '');
  return domain?.toLowerCase() ?? null;
}

/** RFC 6590 §3: the local part, or all of it, is replaced by something that tells nothing. */
function isRedacted(recipients: readonly string[], header: Fields | null): boolean {
  const all = [...recipients, header?.get('to') ?? ''].join(' ');
  return (
    /\bredact(?:ed)?\b|\[redacted\]|xxxx@|\bhidden@|removed@|privacy@/i.test(all) ||
    /[0-9a-f]{32}@/i.test(all)
  );
}

function allOf({ all }: Fields, name: string): string[] {
  return all.filter(([one]) => one === name).map(([, value]) => value);
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
