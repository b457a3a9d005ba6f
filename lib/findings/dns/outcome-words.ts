import type { TraceStep } from '@/lib/dns/trace';

/** The last attempt's result in one word, or what kept its answer from being used. */
export function outcomeWords(steps: readonly TraceStep[]): string {
  const last = steps.at(-1);
  if (last === undefined) return 'not asked';
  const word = last.rejected ?? last.outcome;
  return last.transport === 'tcp' ? `${word} over TCP` : word;
}
