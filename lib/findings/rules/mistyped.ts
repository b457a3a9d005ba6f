import { forgottenDot } from '@/lib/route/forgotten-dot';
import { found, type Found } from '../found';
import type { Seen } from '../seen';

/** An exchange without an address that looks as if the dot at its end was forgotten in the zone file. */
export function* mistyped(
  { trace }: Seen,
  about: { domain: string; preference: number; exchange: string },
  origins: readonly string[],
  evidence: string[],
): Iterable<Found> {
  for (const origin of origins) {
    const { meant, kind } = forgottenDot(about.exchange, origin) ?? {};
    if (meant === undefined) continue;
    if (kind === 'address') yield found('mx.address-without-dot', { ...about, address: meant }, evidence);
    if (kind === 'doubled') yield found('mx.name-doubled', { ...about, meant }, evidence);
    const there = trace.steps.find(
      ({ question, answer }) => question.name === meant && answer.some(({ type }) => type === 'A'),
    );
    if (kind === 'other' && there !== undefined)
      yield found('mx.dot-missing', { ...about, meant }, [...evidence, `dns:${there.n}`]);
    if (kind !== 'other' || there !== undefined) return;
  }
}
