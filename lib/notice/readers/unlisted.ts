import { addressAtStart, addressesIn, isMailSystem, isSameAddress } from '@/lib/mail/address';
import { isFailureSubject } from '@/lib/mail/failure-subjects';
import type { Mail } from '@/lib/mail/mail';
import { returnedHeader } from '@/lib/mail/returned';
import { isDigest } from '@/lib/mail/signs';
import type { Page } from '../page';
import { statementsOf, type Statements, statement } from '../statement';
import { tellsFailure, tellsOwnFailure } from '../tells-failure';
import { recipientOfVerp } from './verp';

/** Recipients without a list of them: a mailing list's notice has hardly more. */
const MAX_UNLISTED = 10;

/** Lines after a recipient that may tell its reason. */
const MAX_REASON_LINES = 12;

/** Mailboxes that a notice names for those who have questions. */
const CONTACT =
  /^(?:support|help|helpdesk|abuse|info|admin|administrator|hostmaster|webmaster|root|contact|service|noc|it)@/i;

/** A notice in JSON that could not be read: addresses in it may be cut off. */
const CUT_JSON = /\\?"(?:notificationType|eventType)\\?"\s{0,20}:/;

/** A reply as it is quoted: at the beginning of a line, or behind a sign. */
const REPLY = /(?:^|[:;"'“‘(\[<>#=])[\s"'#]{0,8}(?:[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3}\b)/m;

/**
 * What is left where no sentence announces recipients, or in a language that nobody listed: the field of Exim, addresses
 * that the notice names, the only recipient of the returned message, the return path of a mailing list.
 */
export function readUnlisted({ mail, lines, isSystem, isReport }: Page): Statements | null {
  const failed = addressesIn(mail.header.get('x-failed-recipients') ?? '');
  if (failed.length > 0) return noticeOf('X-Failed-Recipients', failed, lines);
  if (lines.some((line) => CUT_JSON.test(line))) return null;
  const subject = mail.header.get('subject') ?? '';
  const text = lines.join('\n');
  if (!isSystem && !isReport && !tellsOwnFailure(mail, lines)) return null;
  const returned = returnedHeader(mail);
  const authors = addressesIn(`${returned?.get('from') ?? ''} ${returned?.get('return-path') ?? ''}`);
  const to = addressesIn(`${returned?.get('to') ?? ''} ${returned?.get('cc') ?? ''}`.slice(0, 5_000)).filter(
    (one) => !authors.some((author) => isSameAddress(author, one)), // who wrote a message is not who was not reached
  );
  const isOwn = returned !== null || REPLY.test(text) || tellsOwnFailure(mail, lines);
  const isDaemon = /daemon/i.test(mail.header.get('from') ?? '') && tellsFailure(`${subject}. ${text}`);
  // What calls itself a returned mail and comes from a mail system is one.
  const isTitled = isSystem && isFailureSubject(subject) && !isDigest(subject);
  const isInSubject = isFailureSubject(subject) && addressesIn(subject).length === 1;
  if (!isReport && !isOwn && !isDaemon && !isTitled && !isInSubject) return null;
  const inText = namedIn(mail, text, lines).filter(
    // prose names people for other reasons
    (one) => isReport || isOwn || isDaemon || lines.some((line) => isHead(line, one, true)),
  );
  const named = inText.length > 0 ? inText : namedIn(mail, subject, lines);
  const both = named.filter((one) => to.some((other) => isSameAddress(one, other)));
  if (both.length > 0)
    return noticeOf('an address in the notice and in To of the returned message', both, lines);
  if (named.length === 1) return noticeOf('the only address in the notice', named, lines);
  const asked = named.filter((one) => isAskedFor(text, one));
  if (asked.length > 0) return noticeOf('RCPT TO in the notice', asked, lines);
  const replied = named.filter((one) => lines.some((line) => isRepliedTo(line, one)));
  if (replied.length > 1) return noticeOf('replies that name addresses', replied, lines);
  const listed = named.filter((one) => lines.some((line) => isHead(line, one, true)));
  if (listed.length > 0) return noticeOf('addresses at the beginning of lines', listed, lines);
  const setOff = named.length > 0 ? [] : lines.flatMap((line) => setOffIn(line)).slice(0, MAX_UNLISTED);
  if (setOff.length > 0) return noticeOf('addresses at the beginning of lines', setOff, lines);
  if (to.length === 1 && named.length === 0) return noticeOf('To of the returned message', to, lines);
  const verp = addressesIn(mail.header.get('to') ?? '')
    .map(recipientOfVerp)
    .find((one) => one !== null);
  return typeof verp !== 'string' ? null : noticeOf('To, a return path', [verp], lines);
}

/** Whom the notice names beside its reader, its writer and those who help. */
function namedIn({ header }: Mail, text: string, lines: readonly string[]): string[] {
  const others = addressesIn(
    `${header.get('to') ?? ''} ${header.get('from') ?? ''} ${header.get('reply-to') ?? ''}`,
  );
  return addressesIn(text)
    .filter((one) => !isToldAsSender(text, one))
    .filter((one) => !isMailSystem(one) && !others.some((other) => isSameAddress(one, other)))
    .filter((one) => !CONTACT.test(one) || lines.some((line) => isHead(line, one)))
    .slice(0, MAX_UNLISTED);
}

/** `they do not accept mail from list@example.net`: whose mail it is, not whom it is for. */
function isToldAsSender(text: string, address: string): boolean {
  const at = text.indexOf(address);
  return at > 0 && /\b(?:mail|messages?) from:?\s{1,3}<?$/i.test(text.slice(Math.max(0, at - 40), at));
}

/** In a list, nothing stands behind it, or a reason that is set off; prose is broken anywhere. */
function isHead(line: string, address: string, isInList = false): boolean {
  const head = addressAtStart(line);
  if (head === null || !isSameAddress(head.address, address)) return false;
  return !isInList || head.isSetOff || /^(?:$|[[(:<"'#-]|[245]\d\d\b|[245]\.\d)/.test(head.rest);
}

/** `<user@example.org>: reason`: who is told so may be the one who wrote. */
function setOffIn(line: string): string[] {
  const head = addressAtStart(line);
  return head?.isSetOff === true && head.rest !== '' ? [head.address] : [];
}

/** `550 5.1.1 <user@example.org>... User unknown`, a line for each recipient. */
function isRepliedTo(line: string, address: string): boolean {
  return /^\s{0,20}[45]\d\d[ -]/.test(line) && addressesIn(line).some((one) => isSameAddress(one, address));
}

/** `RCPT TO:<user@example.org>`, where a server put its own session into the notice. */
function isAskedFor(text: string, address: string): boolean {
  return [...text.matchAll(/\bRCPT TO:\s{0,2}<?([^<>\s]{3,320})/gi)].some(([, one = '']) =>
    isSameAddress(one, address),
  );
}

function noticeOf(why: string, addresses: readonly string[], lines: readonly string[]): Statements {
  const recipients = addresses.map((address) =>
    statement(address, addresses.length > 1 ? wordsAt(address, lines) : ''),
  );
  return statementsOf('other', why, recipients);
}

/** The reply that names an address, or what stands behind it where it begins a line, up to the next address. */
function wordsAt(address: string, lines: readonly string[]): string {
  const reply = lines.find((line) => isRepliedTo(line, address));
  if (reply !== undefined) return reply.trim();
  const at = lines.findIndex((line) => isHead(line, address));
  if (at < 0) return '';
  const next = lines.slice(at + 1, at + MAX_REASON_LINES);
  const end = next.findIndex((line) => addressAtStart(line) !== null);
  const rest = addressAtStart(lines[at] ?? '')?.rest ?? '';
  return [rest, ...next.slice(0, end < 0 ? undefined : end)].join('\n').trim();
}
