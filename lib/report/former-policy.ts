import type { FormerStsPolicy } from '@/lib/policy/view';
import type { Outline } from './outline';

/** A check that has ended. */
interface Seen {
  /** UTC, ISO 8601. */
  at: string;
  /** Null: it is not known. */
  outline: Outline | null;
}

/**
 * The enforced MTA-STS policy that was seen last, while a sender that fetched it then goes by it: for its `max_age` (RFC 8461 §3.2).
 * Null when that is over, or when another one was seen after it. `seen` is newest first; `now` milliseconds since the epoch.
 */
export function formerPolicy(seen: readonly Seen[], now: number): FormerStsPolicy | null {
  for (const { at, outline } of seen) {
    const policy = outline?.policies?.mtaSts;
    if (policy?.state === 'testing' || policy?.state === 'none') return null;
    if (policy?.state !== 'enforce') continue;
    const { mx, maxAgeSeconds = 0 } = policy;
    const isKept = mx !== undefined && Date.parse(at) + maxAgeSeconds * 1_000 > now;
    return isKept ? { seenAt: at, mx, maxAgeSeconds } : null;
  }
  return null;
}
