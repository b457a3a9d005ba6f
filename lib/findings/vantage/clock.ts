import { dnsStep } from '@/lib/report/reference';
import { rrsigOf } from '@/lib/dnssec/records';
import type { Evidence } from '@/lib/report/evidence';
import { found, type Claim } from '../found';
import { validation } from '../seen';

/** Told where signatures would be judged by the clock. */
export function* ownClock(seen: Evidence): Iterable<Claim> {
  const clock = validation(seen) === null ? null : wrongClock(seen);
  if (clock !== null) yield clock;
}

/**
 * A signature of the root that is not valid by our clock: the root is signed anew several times a day, so it is the clock
 * that is wrong, and no date of any other zone can be judged by it.
 */
export function wrongClock({ trace, startedAt }: Evidence): Claim | null {
  const now = Date.parse(startedAt) / 1000;
  for (const { n, zone, answer, authority } of trace.steps) {
    if (zone !== '.') continue;
    for (const record of [...answer, ...authority]) {
      const rrsig = record.type === 'RRSIG' ? rrsigOf(record) : null;
      if (rrsig?.signer !== '.' || (rrsig.inception <= now && now <= rrsig.expiration)) continue;
      const valid = { from: minute(rrsig.inception), until: minute(rrsig.expiration) };
      return found('vantage.clock', { now: minute(now), ...valid }, [dnsStep(n)]);
    }
  }
  return null;
}

/** `2026-11-20 04:00`. */
function minute(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}
