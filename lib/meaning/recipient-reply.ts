import type { Reply } from '@/lib/smtp/session';

/** Enhanced codes that speak of a mailbox that is not there: RFC 3463 §3.2, RFC 5248 registry; 5.1.10 as Exchange uses it. */
const UNKNOWN_MAILBOX_CODES = new Set(['5.1.1', '5.1.6', '5.1.10']);

/** Enhanced codes too general to contradict the words beside them. */
const GENERAL_CODES = new Set(['5.0.0', '5.1.0', '5.2.0', '5.2.1', '5.4.1', '5.5.0', '5.7.1']);

const UNKNOWN_MAILBOX_WORDS =
  /\b(?:(?:user|recipient|mailbox|account|address|addressee|destination)\b.{0,60}?\b(?:unknown|not found|(?:does|do|did)(?: not|n't) exist|not exist|no longer (?:exists|available|valid)|invalid|not listed|unavailable)|(?:unknown|no such|invalid|non-?existent|undeliverable|unrouteable) (?:local )?(?:user|recipient|mailbox|account|address|local[- ]part|alias)|no mailbox (?:here|by)|not our customer|(?:there is|has) no such)\b/i;

const GREYLIST_WORDS = /gr[ae]y[\s-]*list|postgrey|\bgr[ae]ylisted\b/i;

/** Words with which a server sends a newcomer away once, without calling it greylisting. */
const COME_BACK_WORDS =
  /(?:try again (?:later|in)|please (?:retry|try) (?:later|again)|temporarily (?:deferred|rejected)).{0,80}(?:first (?:time|contact)|unknown (?:sender|triplet)|new (?:sender|triplet)|5 minutes|sender not yet)/i;

/** True when a permanent reply to RCPT TO means that there is no such mailbox. The enhanced code outranks the words. */
export function isUnknownMailbox(reply: Reply): boolean {
  if (reply.code < 500 || reply.code === 552) return false;
  if (reply.enhanced !== null && UNKNOWN_MAILBOX_CODES.has(reply.enhanced)) return true;
  if (reply.enhanced !== null && !GENERAL_CODES.has(reply.enhanced)) return false;
  return UNKNOWN_MAILBOX_WORDS.test(reply.lines.join(' '));
}

/** What a temporary reply says about greylisting: the wait it names in seconds, 0 when none; null when it is none. */
export function greylistWait(reply: Reply): number | null {
  const text = reply.lines.join(' ');
  if (reply.code < 400 || reply.code > 499) return null;
  return GREYLIST_WORDS.test(text) || COME_BACK_WORDS.test(text) ? waitSeconds(text) : null;
}

const CLOCK = /\b(?:in|for|after|wait)\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\b/i;
const AMOUNT = /\b(\d{1,5})\s*(s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?)\b/i;

function waitSeconds(text: string): number {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, first = '0', second = '0', third] = clock;
    return third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3600 + Number(second) * 60 + Number(third);
  }
  const [, amount = '0', unit = 's'] = AMOUNT.exec(text) ?? [];
  const factor = { s: 1, m: 60, h: 3600 }[unit.charAt(0).toLowerCase()] ?? 1;
  return Number(amount) * factor;
}
