import { addressesIn, isMailSystem } from './address';
import { isFailureSubject } from './failure-subjects';
import { LANGUAGES } from './languages';
import type { Mail } from './mail';
import { linesBeforeReturned } from './returned-marks';

/** What an answer has before its subject. */
const ANSWERED = /^re: ?/iu;

/** Whether a program answers for somebody, by its subject. */
function isAutomaticSubject(subject: string): boolean {
  const own = subject.replace(ANSWERED, '');
  return LANGUAGES.some(({ automaticReplies }) => automaticReplies?.test(own) === true);
}

/** Which mail it is, beside what the recipients in it say, and the field that shows it. */
export interface Signs {
  /** A mail system wrote it, or somebody who writes as one: only then may its words be taken for a notice. */
  bySystem: string | null;
  /** The sender is a mail system beyond doubt. */
  isSystem: boolean;
  automaticReply: string | null;
  readReceipt: string | null;
  deliveryReport: string | null;
  feedback: string | null;
}

/** Signs in header and parts. Text that was copied without its header counts as written by whoever wrote the words. */
export function readSigns(mail: Mail): Signs {
  const { header, parts, text } = mail;
  const type = header.get('content-type') ?? '';
  const part = (pattern: RegExp) => parts.find((one) => pattern.test(one.type))?.type ?? null;
  const deliveryReport =
    part(/^message\/(?:global-)?delivery-status/i) ??
    (/report-type="?delivery-status/i.test(type) ? 'report-type=delivery-status' : null) ??
    jsonNoticeIn(text);
  const system = systemIn(mail);
  return {
    bySystem: system ?? (isByPerson(mail) ? null : writesAsSystem(mail)),
    isSystem: system !== null,
    automaticReply: automaticReplyIn(mail),
    readReceipt:
      part(/^message\/(?:global-)?disposition-notification/i) ??
      (/report-type="?disposition-notification/i.test(type)
        ? 'report-type=disposition-notification'
        : null) ??
      (isReceipt(text) ? 'Disposition' : null),
    deliveryReport,
    feedback:
      part(/^message\/feedback-report/i) ??
      (/report-type="?feedback-report/i.test(type) ? 'report-type=feedback-report' : null),
  };
}

/** Amazon SES tells of deliveries in JSON, which SNS may put into a text of its own. */
function jsonNoticeIn(text: string): string | null {
  const [, kind] =
    /"(?:notificationType|eventType)\\?"\s{0,20}:\s{0,20}\\?"(Bounce|DeliveryDelay)\\?"/.exec(
      text.slice(0, 20_000).replaceAll('\\"', '"'),
    ) ?? [];
  return kind === undefined ? null : `notificationType: ${kind}`;
}

/** The fields of a receipt (RFC 8098 §3.1) in the text of a mail, not in a message that it returns. */
function isReceipt(text: string): boolean {
  if (!/^disposition: /im.test(text)) return false;
  const own = linesBeforeReturned(text).join('\n');
  return /^final-recipient:/im.test(own) && /^disposition: /im.test(own) && !/^action:/im.test(own);
}

function systemIn(mail: Mail): string | null {
  const { header } = mail;
  const named = header.get('from') ?? header.get('sender') ?? '';
  if (header.get('x-failed-recipients') !== null) return 'X-Failed-Recipients';
  const isNobody = /^<\s*>$/.test(named.trim()); // whoever writes without an address takes no answer (RFC 3834 §3.3)
  const isSystem =
    isNobody ||
    isMailSystem(addressesIn(named)[0] ?? '') ||
    /mail(?:er)?[ -]?(?:delivery|daemon)|\bpostmaster\b|delivery (?:sub)?system/i.test(named);
  const isDigest = DIGEST.test(ownWords(header.get('subject') ?? ''));
  const isAboutOthers = isDigest || SESSION_OF_SERVER.test(mail.text.slice(0, 4_000));
  return isSystem && !isAboutOthers && !isAnswer(mail) ? `From: ${named}` : null;
}

/** What a server tells its postmaster of the sessions of others: its own greeting stands in the transcript. */
const SESSION_OF_SERVER = /^\s{0,4}out:\s{0,4}220[ -]/im;

/** `Undeliverable: Weekly report` speaks of a failure; what stands behind it is the subject of the returned message. */
function ownWords(subject: string): string {
  const [first = '', ...rest] = subject.split(':');
  return rest.length > 0 && isFailureSubject(first) ? first : subject;
}

/** Lists of what a filter kept back from their reader, of what became of a mailing or of members, and counts. */
const DIGEST =
  /\b(?:digest|subscription (?:has been |was |is )?(?:deleted|disabled|removed|suspended|ended)|statistics|campaign|bounced addresses|quarantine (?:summary|notification|report)|(?:daily|weekly|monthly) .{0,20}(?:report|summary))\b/i;

/** Whether a subject announces a list or a count, and not one mail. */
export function isDigest(subject: string): boolean {
  return DIGEST.test(subject);
}

/** An administrator answers under the name of the system. */
function isAnswer({ header, parts, text }: Mail): boolean {
  return (
    /^(?:re|aw|antw|sv|rv|r)\s?:/i.test(header.get('subject') ?? '') &&
    header.get('in-reply-to') !== null &&
    header.get('auto-submitted') === null &&
    !/^\s{0,8}RCPT TO:/im.test(text.slice(0, 4_000)) &&
    !parts.some(({ type }) => /^(?:message|text\/rfc822)/i.test(type))
  );
}

/** Weaker signs: the empty return path, a subject, or no header at all. */
function writesAsSystem({ header, hasHeader }: Mail): string | null {
  const subject = header.get('subject') ?? '';
  if (/^<\s*>$/.test(header.get('return-path') ?? '')) return 'Return-Path: <>';
  if (isFailureSubject(subject)) return `Subject: ${subject}`;
  return hasHeader ? null : 'text without a header';
}

/** Lists, tickets and people speak of bounces, and quote them. */
function isByPerson({ header, text, hasHeader, parts }: Mail): boolean {
  if (!hasHeader || /^<\s*>$/.test(header.get('return-path') ?? '')) return false;
  // A return path of a list is no address that people write to.
  const isToReturnPath = addressesIn(header.get('to') ?? '').some((one) => TO_RETURN_PATH.test(one));
  const isList =
    !isToReturnPath &&
    (['list-id', 'list-unsubscribe', 'list-post'].some((name) => header.get(name) !== null) ||
      (/^(?:bulk|list)$/i.test(header.get('precedence') ?? '') &&
        !parts.some(({ type }) => /^message\/rfc822/i.test(type))));
  const subject = ownWords(header.get('subject') ?? '');
  const isAbout =
    /^(?:re|aw|antw|sv|rv)\s?:|\[[^\]]{0,30}#?\d+\]|#\d{2,}|^\[[\w.-]+\/[\w.-]+\]|\bmajordomo\b/i.test(
      subject,
    ) || DIGEST.test(subject);
  return (
    isList ||
    isAbout ||
    BY_NAME.test(text.slice(0, 400)) ||
    (GREETING.test(text.slice(0, 400)) && !ABOUT_YOURS.test(text.slice(0, 6_000)))
  );
}

/** `list-bounces@…`, `list-bounces+user=example.org@…`. */
const TO_RETURN_PATH = /^[^@]{1,100}[-+]bounces?(?:[-+][^@]{1,200})?@/i;

const GREETING =
  /^\s{0,20}(?:hello|hi|hey|dear|good (?:morning|day)|hallo|guten tag|bonjour|hola|ciao)\b[^\n]{0,60}\n/i;
/** People are greeted by their names. */
const BY_NAME =
  /^\s{0,20}(?:[Hh]ello|[Hh]i|[Hh]ey|[Dd]ear|[Hh]allo|[Ll]iebe[r]?|[Bb]onjour|[Hh]ola|[Cc]iao) (?:(?:Mrs?|Ms|Dr|Prof|Herr|Frau|Mme|Sr|Sra)\.? )?(?!(?:[Ss]ender|[Uu]ser|[Cc]ustomer|[Ss]ir|[Pp]ostmaster|[Ee]?-?[Mm]ail|[Aa]ll|[Mm]ember|[Ff]riend)\b)[\p{L}-]{2,30}[,!]/u;
const ABOUT_YOURS =
  /\byour (?:original )?(?:e-?mail|message|mail)\b|\b(?:message|mail|e-?mail) (?:that )?you sent\b/i;

/** Whoever writes is to prove that they are a person, before their message goes on. */
function isChallenge(subject: string, text: string): boolean {
  const flat = text.slice(0, 4_000).replace(/\s+/g, ' ');
  return (
    /\bverification (?:required|needed|request)\b|\[verification\]/i.test(subject) ||
    (/\b(?:click|reply|follow|visit)\b[^.]{0,100}\b(?:verify|confirm|human|release|approved?|be added)\b/i.test(
      flat,
    ) &&
      /\b(?:held|waiting|wait-?listed|not (?:yet )?(?:been )?delivered|until)\b/i.test(flat))
  );
}

function automaticReplyIn({ header, text }: Mail): string | null {
  const subject = header.get('subject') ?? '';
  const submitted = header.get('auto-submitted') ?? '';
  const from = addressesIn(header.get('from') ?? header.get('sender') ?? '')[0] ?? '';
  const marked = ['x-autoreply', 'x-autorespond', 'x-autoreply-from'].find(
    (name) => header.get(name) !== null,
  );
  if (isAutomaticSubject(subject)) return `Subject: ${subject}`;
  if (!isMailSystem(from) && isChallenge(subject, text)) return `Subject: ${subject}`;
  if (marked !== undefined) return marked;
  if (/^auto_?reply$/i.test(header.get('precedence') ?? '')) return 'Precedence: auto_reply';
  const isByPerson = !isMailSystem(from) && from !== '';
  const isReply = /^auto-replied/i.test(submitted) && isByPerson;
  return isReply && (!isFailureSubject(subject) || /^(?:re|aw|sv)\s?:/i.test(subject))
    ? `Auto-Submitted: ${submitted}`
    : null;
}
