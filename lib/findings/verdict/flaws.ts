import type { FindingCode } from '../catalogue';
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
  return [...new Map(flaws.map((one) => [one.code, one])).values()];
}

/** Whether it is a wait that came to an end. */
export function isDelay({ code }: Claim): boolean {
  return DELAYS.includes(code);
}

/** The headline of acceptance with the first flaw. */
export function withFlaw(headline: string, flaws: readonly Claim[]): string {
  const [first] = flaws;
  return first === undefined
    ? headline
    : `${headline.replace(/\.$/, '')}, but: ${inSentence(describe(first).title)}.`;
}

/** A title after a colon: its first word is small, unless it is a name such as DNSSEC or IPv6. */
function inSentence(title: string): string {
  return /^[A-Z](?:[a-z]| )/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
