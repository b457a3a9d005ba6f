import { dnsStep, place, type Reference } from '@/lib/report/reference';

/** The steps that a policy was read by; where none was needed, the target itself. */
export function policyEvidence(steps: readonly number[]): Reference[] {
  return steps.length > 0 ? [...new Set(steps)].map(dnsStep) : [place('target')];
}
