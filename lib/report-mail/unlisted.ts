import { addressAtStart, addressesIn, isMailSystem, isSameAddress } from './address';
import type { Mail } from './mail';
import { returnedHeader } from './returned';
import { type Notice, stated } from './stated';
import { tellsFailure, tellsOwnFailure } from './tells-failure';
import { recipientOfVerp } from './verp';

/** Recipients without a list of them: a mailing list's notice has hardly more. */
const MAX_UNLISTED = 10;

/** Lines after a recipient that may tell its reason. */
const MAX_REASON_LINES = 12;

/** Mailboxes that a notice names for those who have questions. */
const CONTACT =
  /^(?:support|help|helpdesk|abuse|info|admin|administrator|hostmaster|webmaster|root|contact|service|noc|it)@/i;

/**
 * What is left where no sentence announces recipients, or in a language that nobody listed: the field of Exim, addresses
 * that the notice names, the only recipient of the returned message, the return path of a mailing list.
 */
export function readUnlisted(
  mail: Mail,
  lines: readonly string[],
  { isSystem, isReport }: { isSystem: boolean; isReport: boolean },
): Notice | null {
  const failed = addressesIn(mail.header.get('x-failed-recipients') ?? '');
  if (failed.length > 0) return noticeOf('X-Failed-Recipients', failed, lines);
  const subject = mail.header.get('subject') ?? '';
  const text = lines.join('\n');
  if (!isSystem && !isReport && !tellsOwnFailure(mail, lines)) return null;
  const returned = returnedHeader(mail);
  const to = addressesIn(`${returned?.get('to') ?? ''} ${returned?.get('cc') ?? ''}`.slice(0, 5_000));
  const isReply = /\b[45]\d\d[ -]|\b[45]\.\d\.\d/.test(text);
  const isOwn = returned !== null || isReply || tellsOwnFailure(mail, lines);
  const isDaemon = /daemon/i.test(mail.header.get('from') ?? '') && tellsFailure(`${subject}. ${text}`);
  if (!isReport && !isOwn && !isDaemon) return null;
  const inText = namedIn(mail, text, lines);
  const named = inText.length > 0 ? inText : namedIn(mail, subject, lines);
  const both = named.filter((one) => to.some((other) => isSameAddress(one, other)));
  if (both.length > 0)
    return noticeOf('an address in the notice and in To of the returned message', both, lines);
  if (named.length === 1) return noticeOf('the only address in the notice', named, lines);
  const asked = named.filter((one) => isAskedFor(text, one));
  if (asked.length > 0) return noticeOf('RCPT TO in the notice', asked, lines);
  const listed = named.filter((one) => lines.some((line) => isHead(line, one)));
  if (listed.length > 0) return noticeOf('addresses at the beginning of lines', listed, lines);
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
    .filter((one) => !isMailSystem(one) && !others.some((other) => isSameAddress(one, other)))
    .filter((one) => !CONTACT.test(one) || lines.some((line) => isHead(line, one)))
    .slice(0, MAX_UNLISTED);
}

function isHead(line: string, address: string): boolean {
  const head = addressAtStart(line)?.address;
  return head !== undefined && isSameAddress(head, address);
}

/** `RCPT TO:<user@example.org>`, where a server put its own session into the notice. */
function isAskedFor(text: string, address: string): boolean {
  return [...text.matchAll(/\bRCPT TO:\s{0,2}<([^<>\s]{3,320})>/gi)].some(([, one = '']) =>
    isSameAddress(one, address),
  );
}

function noticeOf(why: string, addresses: readonly string[], lines: readonly string[]): Notice {
  return {
    ...{ format: 'other', why, reportingHost: null, arrivedAt: null, envelopeId: null },
    recipients: addresses.map((address) =>
      stated(address, addresses.length > 1 ? wordsAt(address, lines) : ''),
    ),
  };
}

/** What stands behind an address that begins a line, up to the next blank line or address. */
function wordsAt(address: string, lines: readonly string[]): string {
  const at = lines.findIndex((line) => isHead(line, address));
  if (at < 0) return '';
  const next = lines.slice(at + 1, at + MAX_REASON_LINES);
  const end = next.findIndex((line) => addressAtStart(line) !== null);
  const rest = addressAtStart(lines[at] ?? '')?.rest ?? '';
  return [rest, ...next.slice(0, end < 0 ? undefined : end)].join('\n').trim();
}
