/** Why a check ended before its time; the reason of its abort signal. */
export class CheckCancelled extends Error {
  readonly why: 'stopped' | 'interrupted' | 'deadline';
  /** The deadline that has passed; null when somebody stopped the check, or the process ends. */
  readonly deadlineSeconds: number | null;
  constructor(why: 'stopped' | 'interrupted');
  constructor(why: 'deadline', deadlineSeconds: number);
  constructor(why: CheckCancelled['why'], deadlineSeconds: number | null = null) {
    super(`check cancelled: ${why}`);
    this.name = 'CheckCancelled';
    this.why = why;
    this.deadlineSeconds = deadlineSeconds;
  }
}

/** How a check ended that ran under this signal and did not fail. */
export function endingOf({ aborted, reason }: AbortSignal): 'done' | 'stopped' | 'interrupted' {
  if (!aborted) return 'done';
  return reason instanceof CheckCancelled && reason.why === 'interrupted' ? 'interrupted' : 'stopped';
}

/** Tells work that ended because the check was cancelled from a bug that merely happened at the same time. */
export function isCancelled(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && error === signal.reason;
}
