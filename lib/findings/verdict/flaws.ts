import type { FindingCode } from '../catalogue';
import type { Keepers } from '../define';
import { type Claim, describe, entryOf, shippedSeverity } from '../found';

/** Delays that a person notices, though they are no warning by themselves. */
const DELAYS: readonly FindingCode[] = [
  'smtp.slow',
  'smtp.slow-greeting',
  'smtp.slow-reply',
  'smtp.slow-final-dot',
];

/**
 * What is wrong although the mail is accepted: warnings and errors by consequence as shipped, and delays. What is about our
 * own side is no flaw of the recipient's.
 */
export function flawsOf(founds: readonly Claim[]): Claim[] {
  const flaws = founds.filter((one) => {
    const severity = shippedSeverity(entryOf(one.code), one.args);
    const isGrave = severity === 'error' || severity === 'warning';
    return describe(one).side !== 'sender' && (isGrave || isDelay(one));
  });
  const each = [...new Map(flaws.map((one) => [one.code, one])).values()];
  return each.sort((a, b) => rankOf(a) - rankOf(b));
}

/** What is worse for mail comes first, and who keeps it before all. */
function rankOf(flaw: Claim): number {
  const severity = shippedSeverity(entryOf(flaw.code), flaw.args);
  if (severity !== 'error') return severity === 'warning' ? 2 : 3;
  return keepersOf(flaw) === null ? 1 : 0;
}

/** Who keeps mail for it although this one was accepted. */
export function keepersOf({ code, args }: Claim): Keepers | null {
  return entryOf(code).keepers?.(args) ?? null;
}

/** Whether it is a wait that came to an end. */
export function isDelay({ code }: Claim): boolean {
  return DELAYS.includes(code);
}

/** The headline of acceptance with the worst flaw: who keeps the mail for it, or what it is. */
export function withFlaw(headline: string, flaws: readonly Claim[]): string {
  const [first] = flaws;
  if (first === undefined) return headline;
  const keepers = keepersOf(first);
  const flaw = keepers === null ? `: ${inSentence(describe(first).title)}` : ` ${keepers.who} keep the mail`;
  return `${headline.replace(/\.$/, '')}, but${flaw}.`;
}

/** A title after a colon: its first word is small, unless it is a name such as DNSSEC or IPv6. */
export function inSentence(title: string): string {
  return /^[A-Z](?:[a-z]| )/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
