import type { Report } from '@/lib/report/report';

/**
 * How many questions one e-mail needs: the steps that the route rests on and those that led to them. The others
 * compare servers with each other.
 */
export function mailQueries({ route, trace }: Pick<Report, 'route' | 'trace'>): number {
  if (route === null) return 0;
  const steps = new Map(trace.steps.map((step) => [step.n, step]));
  const needed = new Set<number>();
  const ahead = [...route.evidence, ...route.hosts.flatMap(({ evidence }) => evidence)];
  for (let n = ahead.pop(); n !== undefined; n = ahead.pop()) {
    const step = steps.get(n);
    if (step === undefined || needed.has(n)) continue;
    needed.add(n);
    if (step.after !== null) ahead.push(step.after);
  }
  return needed.size;
}
