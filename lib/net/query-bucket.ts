import type { Hold } from '@/lib/dns/transport';
import { pause } from './pause';

/** How long a question waits for its turn; the walk goes on with another server after that. */
const MAX_WAIT_MS = 10_000;
const MINUTE_MS = 60_000;
/** Addresses that are remembered before those with a full bucket are forgotten. */
const MANY = 1_000;

/** What is left for an address, and when that was so. */
interface Bucket {
  left: number;
  at: number;
}

/**
 * Questions to one address within a minute, of all checks: half of them at once, and the other half as they come back, so that
 * no minute has more. Resolves, when one more may be put, with the milliseconds that it
 * has waited for that, at most `MAX_WAIT_MS` and what `hold` adds; with null, at once, when it would have to wait longer. Rejects with the
 * signal's reason when cancelled. `hold` is given the wait. `Infinity`: no limit.
 */
export function createQueryBuckets(
  perMinute: number,
): (address: string, signal: AbortSignal, hold?: Hold) => Promise<number | null> {
  const buckets = new Map<string, Bucket>();
  const atOnce = Math.max(1, perMinute / 2);
  const perMs = atOnce / MINUTE_MS;

  const leftFor = (address: string, now: number): number => {
    const known = buckets.get(address);
    return known === undefined ? atOnce : Math.min(atOnce, known.left + (now - known.at) * perMs);
  };
  const forgetFull = (now: number): void => {
    if (buckets.size <= MANY) return;
    for (const address of buckets.keys()) if (leftFor(address, now) >= atOnce) buckets.delete(address);
  };

  return async (address, signal, hold = (wait) => wait()) => {
    if (perMinute === Infinity) return 0;
    const now = performance.now();
    const left = leftFor(address, now) - 1;
    const waitMs = Math.max(0, Math.ceil(-left / perMs));
    if (waitMs > MAX_WAIT_MS) return null;
    forgetFull(now);
    buckets.set(address, { left, at: now });
    if (waitMs === 0) return 0;
    await hold(() => pause(waitMs, signal));
    // With what `hold` has waited for beside it.
    return Math.round(performance.now() - now);
  };
}
