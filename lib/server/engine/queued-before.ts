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
    const plan = planOf(check, relayAddress);
    if (plan !== null) queued.push({ check, plan });
    else await store.begin(check.id);
  }
  return queued;
}

/** What a check was started with; null when its target is not understood any more. */
export function planOf(
  { target, options, vantage }: Pick<NewCheck, 'target' | 'options' | 'vantage'>,
  relayAddress: string | null,
): CheckPlan | null {
  const parsed = parseTarget(target.input);
  return parsed.ok ? { target: parsed.value, options, vantage, relayAddress } : null;
}
