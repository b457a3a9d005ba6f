import { no, ok, type Result } from '@/lib/result';
import { parseTarget } from './target';

/** Why a name or address cannot be said on the wire: one sentence. */
type Why = string;

/** The name said in EHLO: a domain in A-labels or an address literal (RFC 5321 §4.1.1.1). */
export function parseHelo(text: string): Result<string, Why> {
  const parsed = parseTarget(text);
  if (!parsed.ok) return no(parsed.problem.say);
  return parsed.value.kind === 'mailbox' || parsed.value.localPart !== null
    ? no('A host name has no @.')
    : ok(parsed.value.domain);
}

/** An envelope sender as it goes on the wire, without angle brackets; `<>` for the null sender (RFC 5321 §4.5.5). */
export function parseSender(text: string): Result<string, Why> {
  if (text.trim() === '<>') return ok('<>');
  const parsed = parseRecipient(text);
  return parsed.ok || parsed.problem !== NO_MAILBOX ? parsed : no('A sender is a mail address, or <>.');
}

const NO_MAILBOX = 'A recipient is a mail address.';

/** A mail address as it goes on the wire, without angle brackets. */
export function parseRecipient(text: string): Result<string, Why> {
  const parsed = parseTarget(text);
  if (!parsed.ok) return no(parsed.problem.say);
  return parsed.value.mailbox === null ? no(NO_MAILBOX) : ok(parsed.value.mailbox);
}
