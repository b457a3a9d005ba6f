/** Why a check ended before its time; the reason of its abort signal. */
export class CheckCancelled extends Error {
  readonly why: 'stopped' | 'deadline' | 'shutdown';
  constructor(why: CheckCancelled['why']) {
    super(`check cancelled: ${why}`);
    this.name = 'CheckCancelled';
    this.why = why;
  }
}

/** Tells work that ended because the check was cancelled from a bug that merely happened at the same time. */
export function isCancelled(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && error === signal.reason;
}
