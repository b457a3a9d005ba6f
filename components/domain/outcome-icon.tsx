import { CircleDashed } from 'lucide-react';
import type { CheckSummary } from '@/lib/report/summary';
import { isUnderWay } from '@/lib/show/decisive';
import { OUTCOME_TONE } from '@/lib/show/words';
import { ToneIcon } from '@/components/ui/tone-icon';

/** The verdict of a check as a sign; a check under way has none yet. */
export function OutcomeIcon({ check, size }: { check: CheckSummary; size: number }) {
  if (isUnderWay(check)) return <CircleDashed aria-hidden size={size} className="text-link shrink-0" />;
  return <ToneIcon tone={check.verdict ? OUTCOME_TONE[check.verdict.outcome] : 'unknown'} size={size} />;
}
