import type { CheckSummary } from '@/lib/report/summary';
import { OUTCOME_WORD } from './words';

/**
 * What changed against the check before of the same target: "was Accepted"; null when nothing did or nothing can be
 * compared. The list is newest first.
 */
export function changeAgainst(checks: readonly CheckSummary[], index: number): string | null {
  const check = checks[index];
  if (!check?.verdict) return null;
  const before = checks
    .slice(index + 1)
    .find((one) => one.verdict && nameOf(one) === nameOf(check) && one.depth === check.depth);
  if (!before?.verdict || before.verdict.outcome === check.verdict.outcome) return null;
  return `was: ${OUTCOME_WORD[before.verdict.outcome].toLowerCase()}`;
}

function nameOf({ target }: CheckSummary): string {
  return target.mailbox ?? target.domain;
}
