import type { TraceStep } from '@/lib/dns/trace';
import type { Evidence } from '@/lib/report/evidence';

/** The answer at a name right below this one that nobody has made: what is there comes of a wildcard. */
export function probeBelow({ trace }: Evidence, name: string, type: string): TraceStep | undefined {
  return trace.steps.find(
    (step) => isAnswered(step, type) && isProbe(step.question.name) && above(step.question.name) === name,
  );
}

export function isAnswered({ question, outcome, authoritative }: TraceStep, type: string): boolean {
  return question.type === type && outcome === 'answer' && authoritative;
}

function isProbe(name: string): boolean {
  return name.startsWith('mxproof-probe-');
}

/** The name without its first label. */
export function above(name: string): string {
  return name.replace(/^[^.]+(\.|$)/, '');
}

/** What the answer says in records of these types. */
export function dataOf({ answer }: TraceStep, types: readonly string[]): string[] {
  return answer.filter(({ type }) => types.includes(type)).map(({ data }) => data);
}
