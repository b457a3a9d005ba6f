import type { CheckPlan } from '@/lib/check/plan';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { parseTarget } from '@/lib/target/target';

/** A check that a former process has written down and never begun. */
export interface QueuedBefore {
  check: NewCheck;
  plan: CheckPlan;
}

/**
 * The checks that waited when the process ended, in their order, each with the plan it was started with. One whose target is
 * not understood any more is left to those that were interrupted.
 */
export async function queuedBefore(
  store: Pick<CheckStore, 'queued' | 'begin'>,
  relayAddress: string | null,
): Promise<QueuedBefore[]> {
  const queued: QueuedBefore[] = [];
  for (const check of await store.queued()) {
    const target = parseTarget(check.target.input);
    const { options, vantage } = check;
    if (target.ok) queued.push({ check, plan: { target: target.value, options, vantage, relayAddress } });
    else await store.begin(check.id);
  }
  return queued;
}
