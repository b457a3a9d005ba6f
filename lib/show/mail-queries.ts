import type { TraceStep } from '@/lib/dns/trace';
import type { Report } from '@/lib/report/report';

/**
 * The questions that one e-mail needs: the steps that the route rests on and those that led to them, in their order. The others
 * compare servers with each other.
 */
export function mailSteps({ route, trace }: Pick<Report, 'route' | 'trace'>): TraceStep[] {
  if (route === null) return [];
  const steps = new Map(trace.steps.map((step) => [step.n, step]));
  const needed = new Set<number>();
  const ahead = [...route.evidence, ...route.hosts.flatMap(({ evidence }) => evidence)];
  for (let n = ahead.pop(); n !== undefined; n = ahead.pop()) {
    const step = steps.get(n);
    if (step === undefined || needed.has(n)) continue;
    needed.add(n);
    if (step.after !== null) ahead.push(step.after);
  }
  return trace.steps.filter(({ n }) => needed.has(n));
}

/** How many questions one e-mail needs. */
export function mailQueries(report: Pick<Report, 'route' | 'trace'>): number {
  return mailSteps(report).length;
}
