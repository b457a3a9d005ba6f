import type { CauseState, Side } from '@/lib/report/finding';
import type { Reference } from '@/lib/report/reference';
import type { Failure } from './failure';

/** What the evidence says of one cause. */
export interface Examination {
  state: CauseState;
  /** A sentence: the evidence, not a guess. */
  because: string;
  evidence: Reference[];
  /** What would settle it: a command to copy, or a thing to do; null when it is settled. */
  next: string | null;
  /** Where it is not the side that the cause usually is of. */
  side?: Side;
}

/** Null for what does not cause such a failure. */
export type Examine = (failure: Failure) => Examination | null;

export function supported(because: string, evidence: Reference[], next: string | null = null): Examination {
  return { state: 'supported', because, evidence, next };
}

export function open(because: string, next: string, evidence: Reference[] = []): Examination {
  return { state: 'open', because, evidence, next };
}

export function ruledOut(because: string, evidence: Reference[]): Examination {
  return { state: 'ruled-out', because, evidence, next: null };
}
