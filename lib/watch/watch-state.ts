import { VerdictOutcome } from '@/lib/report/finding';
import type { Watch } from './watch';

/** How a watch stands: paused, or its last try has failed on our side, or what is known to become of mail. */
export const WATCH_STATES = ['paused', 'own-failure', ...VerdictOutcome.options] as const;
export type WatchState = (typeof WATCH_STATES)[number];

export function stateOf({
  nextAt,
  ownFailure,
  knowledge,
}: Pick<Watch, 'nextAt' | 'ownFailure' | 'knowledge'>): WatchState {
  if (nextAt === null) return 'paused';
  if (ownFailure !== null) return 'own-failure';
  return knowledge.verdict?.known.outcome ?? 'unknown';
}
