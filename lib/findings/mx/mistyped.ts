import { dnsStep, type Reference } from '@/lib/report/reference';
import type { TraceStep } from '@/lib/dns/trace';
import { type ForgottenDot, forgottenDot } from '@/lib/route/forgotten-dot';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';

/** Top-level domains that nobody has as a label in the middle of a name; `de` or `mail` may well stand there. */
const COMMON_ENDING = /\.(com|net|org|edu|gov|info|biz)$/;

interface Mistake extends ForgottenDot {
  /** The step that shows an address of the name that was meant. */
  there: TraceStep | undefined;
}

/** What an exchange without an address was very likely meant to be; null when nothing speaks for a forgotten dot. */
export function mistyped({ trace }: Evidence, exchange: string, origins: readonly string[]): Mistake | null {
  for (const origin of origins) {
    const forgotten = forgottenDot(exchange, origin);
    if (forgotten === null) continue;
    const { kind, meant } = forgotten;
    const there = trace.steps.find(
      ({ question, answer }) => question.name === meant && answer.some(({ type }) => type === 'A'),
    );
    if (kind !== 'other' || there !== undefined || COMMON_ENDING.test(meant)) return { ...forgotten, there };
  }
  return null;
}

/** An exchange without an address that looks as if the dot at its end was forgotten in the zone file. */
export function* forgottenDots(
  seen: Evidence,
  about: { domain: string; preference: number; exchange: string },
  origins: readonly string[],
  evidence: Reference[],
): Iterable<Claim> {
  const { meant, kind, there } = mistyped(seen, about.exchange, origins) ?? {};
  if (meant === undefined) return;
  if (kind === 'address') yield found('mx.address-without-dot', { ...about, address: meant }, evidence);
  if (kind === 'doubled') yield found('mx.name-doubled', { ...about, meant }, evidence);
  if (kind !== 'other') return;
  const proof = there === undefined ? evidence : [...evidence, dnsStep(there.n)];
  yield found('mx.dot-missing', { ...about, meant, exists: there !== undefined }, proof);
}
