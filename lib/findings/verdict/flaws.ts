import type { Verdict } from '@/lib/report/finding';
import type { FindingCode } from '../catalogue';
import { type Claim, describe, entryOf, shippedSeverity } from '../found';

type Words = Pick<Verdict, 'headline' | 'plain'>;

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
    return describe(one).side !== 'sender' && (isGrave || DELAYS.includes(one.code));
  });
  return [...new Map(flaws.map((one) => [one.code, one])).values()];
}

/** The words of acceptance with the first flaw, and how many more there are. */
export function withFlaw({ headline, plain }: Words, flaws: readonly Claim[]): Words {
  const [first] = flaws;
  if (first === undefined) return { headline, plain };
  const more = flaws.length - 1;
  const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'flaw is' : 'flaws are'} told below.`;
  return {
    headline: `${headline.replace(/\.$/, '')}, but: ${inSentence(describe(first).title)}.`,
    plain: `${plain} Not everything is in order: ${inSentence(describe(first).title)}.${others}`,
  };
}

/** A title after a colon: its first word is small, unless it is a name such as DNSSEC or IPv6. */
function inSentence(title: string): string {
  return /^[A-Z](?:[a-z]| )/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
