import type { TraceStep } from '@/lib/dns/trace';
import type { judge } from '@/lib/findings/judge';
import { targetView } from '@/lib/target/target';
import type { Unnumbered } from '@/lib/report/event';
import { emptyReport, reduceCheck } from '@/lib/report/reduce';
import type { Report } from '@/lib/report/report';
import type { CheckStatus } from '@/lib/report/status';
import type { CheckPlan } from './run';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';

/** Everything a running check has seen, written down as it happens. */
export interface Notebook {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The view so far: the same reducer that the page uses. */
  report(): Report;
  note(event: Unnumbered): void;
  /** Resolves when the next event is noted. */
  next(): Promise<void>;
  /** Notes a step of the trace and returns its number. */
  step(step: Omit<TraceStep, 'n'>): number;
  /** What can be said while the check runs. */
  judgeSoFar(by: typeof judge): void;
  judgeFinally(by: typeof judge, status: CheckStatus): void;
}

export function createNotebook(
  plan: CheckPlan,
  startedAt: number,
  write: (event: Unnumbered) => void,
): Notebook {
  let seq = 0;
  let steps = 0;
  let report = emptyReport({
    id: '',
    target: targetView(plan.target),
    options: plan.options,
    vantage: plan.vantage,
    startedAt: new Date(startedAt).toISOString(),
    versions: { schema: SCHEMA_VERSION, rules: RULES_VERSION },
  });
  const waiting: (() => void)[] = [];
  const note = (event: Unnumbered) => {
    report = reduceCheck(report, { ...event, seq: ++seq });
    write(event);
    for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    startedAt,
    note,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    report: () => report,
    step(step) {
      const n = ++steps;
      note({ type: 'dns.step', step: { n, ...step } });
      return n;
    },
    judgeSoFar(by) {
      note({ type: 'judged', rules: RULES_VERSION, ...by(report) });
    },
    judgeFinally(by, status) {
      note({ type: 'judged', rules: RULES_VERSION, ...by({ ...report, status }) });
    },
  };
}
