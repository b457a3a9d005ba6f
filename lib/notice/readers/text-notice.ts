import { addressAtStart, isSameAddress, namedAtStart, x400AtStart } from '@/lib/mail/address';
import { ANY } from './formats/any';
import type { TextFormat } from './formats/format';
import { GROUPWARE } from './formats/groupware';
import { MTAS } from './formats/mtas';
import { PROVIDERS } from './formats/providers';
import { MAX_RECIPIENTS, statementsOf, type Statements, type Statement, statement } from '../statement';

/** Lines of a notice that are read. */
const MAX_LINES = 2_000;

/** Lines of reason that belong to one recipient. */
const MAX_REASON_LINES = 40;

/** Lines between the sentence that announces recipients and the first of them. */
const MAX_LINES_BEFORE = 12;

/** The order: whoever is known by their own words first, then what anybody would understand. */
const FORMATS: readonly TextFormat[] = [...MTAS, ...PROVIDERS, ...GROUPWARE, ...ANY];

/** The recipients that a text names after a sentence that announces them, each with the lines that follow it. */
export function readTextNotice(notice: readonly string[]): Statements | null {
  const lines = notice.slice(0, MAX_LINES);
  for (const format of FORMATS) {
    const start = lines.findIndex((line, n) => announces(format, line, lines[n + 1] ?? ''));
    if (start < 0) continue;
    const recipients = recipientsAfter(lines.slice(start + 1), format);
    if (recipients.length === 0) continue;
    const why = lines[start]?.trim() ?? '';
    return statementsOf(format.name, why, recipients);
  }
  return null;
}

/** A line with a reply is a reason, and announces nobody. */
const HAS_REPLY = /(?<![\w.])[45]\d\d[ -]/;

/** Writers break their sentences anywhere: a line is read with the one after it, unless a blank line parts them. */
function announces({ begins, isStrict }: TextFormat, line: string, next: string): boolean {
  if (isStrict === true && (addressAtStart(line) !== null || HAS_REPLY.test(line))) return false;
  const isBroken = line.trim() !== '' && addressAtStart(next) === null;
  return (
    begins.test(line.slice(0, 500)) ||
    (isBroken && begins.test(`${line.trimEnd()} ${next.trim()}`.slice(0, 500)))
  );
}

function recipientsAfter(lines: readonly string[], format: TextFormat): Statement[] {
  const recipients: { one: Statement; reason: string[] }[] = [];
  let indent = 0;
  for (const [n, line] of lines.entries()) {
    if (format.ends?.test(line) === true) break;
    if (recipients.length === 0 && n > MAX_LINES_BEFORE) break;
    const last = recipients.at(-1);
    const named =
      addressAtStart(line) ?? (format.hasNames === true ? (namedAtStart(line) ?? x400AtStart(line)) : null);
    const own = format.hasOwnMailboxes === true ? OWN_MAILBOX.exec(line)?.[1] : undefined;
    if (own !== undefined && recipients.length < MAX_RECIPIENTS) {
      recipients.push({ one: statement(own, '', { isOdd: true }), reason: [] });
      continue;
    }
    const isNew =
      named !== null &&
      recipients.length <= MAX_RECIPIENTS && // one more shows that there are more
      (last === undefined || (indentOf(line) <= indent && !isSameAddress(last.one.address, named.address))) &&
      (format.isStrict !== true || named.isSetOff || isListed(named.rest));
    if (isNew) {
      if (last === undefined) indent = indentOf(line);
      recipients.push({ one: recipientOf(named, format), reason: [withoutOrigin(named.rest)] });
    } else if (last !== undefined && last.reason.length < MAX_REASON_LINES) last.reason.push(line);
  }
  return sharingReasons(recipients.map(({ one, reason }) => ({ ...one, words: reason.join('\n').trim() })));
}

/** A reason that stands once, below a list of recipients, is that of all above it. */
function sharingReasons(recipients: readonly Statement[]): Statement[] {
  return recipients.map((one, n) => ({
    ...one,
    words: recipients.slice(n).find(({ words }) => words !== '')?.words ?? '',
  }));
}

/** A name alone, indented. */
const OWN_MAILBOX = /^\s{1,12}([a-z0-9][\w.-]{2,31})\s*$/i;

function recipientOf(
  { address, rest }: { address: string; rest: string },
  { action }: TextFormat,
): Statement {
  const origin = ORIGIN.exec(rest)?.[1] ?? null;
  const isForNow = /^\(?(?:transient|warning|deferred)\b/i.test(rest);
  return statement(address, '', { action: action ?? (isForNow ? 'delayed' : null), originalAddress: origin });
}

/** `<user@example.org> (expanded from <alias@example.org>): …`, as Postfix and Exim write it. */
const ORIGIN = /^\(?(?:expanded|generated) from:? <?([^\s<>)]{3,300})>?\)?[:;]?\s*/i;

function withoutOrigin(rest: string): string {
  return rest.replace(ORIGIN, '');
}

/** Behind a recipient stands nothing, a reason in brackets or after a colon, or the reply; prose is no list. */
function isListed(rest: string): boolean {
  return rest === '' || /^(?:[[(:<"'-]|[245]\d\d\b|[245]\.\d)/.test(rest);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
