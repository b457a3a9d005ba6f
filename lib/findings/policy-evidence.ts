import type { AskedPolicy } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { dnsStep, place, type Reference } from '@/lib/report/reference';

/** The steps that a policy was read by; where none was needed, the target itself. */
export function policyEvidence(steps: readonly number[]): Reference[] {
  return steps.length > 0 ? [...new Set(steps)].map(dnsStep) : [place('target')];
}

/** Whether who did not answer was asked: silence where a choice or a limit of ours ended the questions says nothing. */
export function isTheirSilence(
  { policies, trace, limits }: Evidence,
  policy: AskedPolicy,
  steps: readonly number[],
): boolean {
  if (policies?.leftOut !== undefined) return !policies.leftOut.includes(policy);
  // Evidence from before that does not say which of them it was.
  return !(
    limits.some(({ limit }) => limit === 'policy-queries') ||
    trace.steps.some(({ n, choice }) => choice !== undefined && steps.includes(n))
  );
}
