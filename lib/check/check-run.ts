import { judge } from '@/lib/findings/judge';
import type { CheckRecord } from '@/lib/report/record';
import type { CheckStatus } from '@/lib/report/status';
import { RULES_VERSION } from '@/lib/report/versions';
import type { CheckPlan } from './plan';
import type { World } from './world';

/** One check under way: what every part of it works with. */
export interface CheckRun {
  plan: CheckPlan;
  world: World;
  /** Where everything seen is written down; lent by whoever runs the check. */
  record: CheckRecord;
  /** Aborted to end the check before its time. */
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  startedAt: number;
}

/** Notes what can be said now; `status` as it will be when the check has ended. */
export function judgeSoFar({ record, world }: CheckRun, status: CheckStatus = record.report().status): void {
  const judgement = judge({ ...record.report(), status }, world.severities);
  record.note({ type: 'judged', rules: RULES_VERSION, ...judgement });
}
