import type { TraceStep } from '@/lib/dns/trace';

export interface Question {
  purpose: string;
  steps: TraceStep[];
}

/** All steps, gathered under the question they were asked for, in the order the questions came up. */
export function questionsOf(steps: readonly TraceStep[]): Question[] {
  const questions = new Map<string, TraceStep[]>();
  for (const step of steps) questions.set(step.purpose, [...(questions.get(step.purpose) ?? []), step]);
  return [...questions].map(([purpose, asked]) => ({ purpose, steps: asked }));
}

/** A record as dig prints it. */
export function recordLine(record: TraceStep['answer'][number]): string {
  return `${record.name === '.' ? '.' : `${record.name}.`} ${record.ttl} ${record.type} ${record.data}`;
}
