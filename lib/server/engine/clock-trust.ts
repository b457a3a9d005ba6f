/** What is known of the clock when it is decided whether something is old. Milliseconds since the epoch. */
export interface ClockView {
  now: number;
  /** When it was looked at before; null: never. */
  lastAt: number | null;
  /** How long that is ago by a clock that nobody sets; null when another process has looked. */
  elapsedMs: number | null;
  /** Since when it is doubted; null: it never was. */
  doubtedAt: number | null;
  /** When the newest row was made, by the clock of then. */
  newestAt: number | null;
}

const HOUR_MS = 3600 * 1000;

/** A clock that was doubted must go on for so long as clocks do, and whoever runs the machine has so long to look. */
const TRUST_AFTER_MS = 24 * HOUR_MS;

/** Clocks differ by so much from what they should be. */
const DRIFT_MS = HOUR_MS;

/**
 * Whether the clock may say that something is old: a clock that jumps must not remove everything. It is doubted when it is
 * looked at for the first time, when it is behind what was written, and when more than a day has gone by unseen, be it that the clock was
 * set or that nothing ran; then for a day.
 */
export function trustClock({
  now,
  lastAt,
  elapsedMs,
  doubtedAt,
  newestAt,
}: ClockView): 'trusted' | 'new-doubt' | 'doubted' {
  if (newestAt !== null && newestAt > now + DRIFT_MS) return 'new-doubt';
  if (lastAt === null || now < lastAt - DRIFT_MS) return 'new-doubt';
  if (now - lastAt - (elapsedMs ?? 0) > TRUST_AFTER_MS) return 'new-doubt';
  if (doubtedAt === null) return 'trusted';
  if (now < doubtedAt - DRIFT_MS) return 'new-doubt';
  return now - doubtedAt < TRUST_AFTER_MS ? 'doubted' : 'trusted';
}
