import { addressesIn } from '@/lib/mail/address';
import { LANGUAGES } from '@/lib/mail/languages';
import { readSigns } from '@/lib/mail/signs';
import { type Mail, readMail } from '@/lib/mail/mail';

/** How deep a notice may be attached to mails that pass it on. */
const MAX_ATTACHED = 3;

const IS_NOTICE =
  /^(?:content-type:\s{0,5}multipart\/report;?\s{0,5}(?:report-type="?delivery-status)?|x-failed-recipients:|from:.{0,80}(?:mailer-daemon|mail delivery)|return-path: ?<>)/im;

const FORWARDED_WORDS = LANGUAGES.flatMap(({ forwarded }) => forwarded?.source ?? []).join('|');

/** Where mail programs begin a message that a person passes on inside the text: their words between dashes, or before a colon. */
const FORWARDED = new RegExp(
  String.raw`^[>\s]{0,4}(?:-{2,40}\s?(?:${FORWARDED_WORDS})\s?-{2,40}|begin forwarded message:|anfang der weitergeleiteten nachricht:)\s*$`,
  'im',
);

/** The mail that is read: itself, or the notice that a person passes on in it, attached or inside the text. */
export async function noticeOrForwarded(mail: Mail, depth = 0): Promise<Mail> {
  const signs = readSigns(mail);
  const isItself = signs.isSystem || signs.deliveryReport !== null || signs.readReceipt !== null;
  // A notice that names nobody, with another one in it, passes that on.
  const isEnvelope = isItself && signs.deliveryReport === null && addressesIn(mail.text).length === 0;
  if (depth >= MAX_ATTACHED || (isItself && !isEnvelope) || signs.feedback !== null) return mail;
  const inner = attached(mail) ?? inline(mail);
  if (inner === null) return mail;
  const read = await readMail(inner);
  const { isSystem, deliveryReport } = readSigns(read);
  return isSystem || deliveryReport !== null ? noticeOrForwarded(read, depth + 1) : mail;
}

/** The mail around it says nothing itself, unless it is a notice that was sent without a return path. */
function attached({ header, parts }: Mail): Uint8Array | null {
  const part = parts.find(
    ({ type, text }) => /^message\/rfc822/i.test(type) && IS_NOTICE.test(text.slice(0, 8_000)),
  );
  const isNotice = /^<\s*>$/.test(header.get('return-path') ?? '');
  return part === undefined || isNotice ? null : Buffer.from(part.text, 'utf8');
}

function inline({ text }: Mail): Uint8Array | null {
  const mark = FORWARDED.exec(text);
  if (mark === null) return null;
  const below = text.slice(mark.index + mark[0].length).replace(/^\s+/, '');
  return Buffer.from(below, 'utf8');
}
