import type { VerdictOutcome } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';

/** How near the product comes to what is known of a case. */
export type Grade = 'right' | 'partly' | 'wrong';

/** What came of one case; a right one needs no reason. */
export interface Judged {
  id: string;
  grade: Grade;
  reasons: string[];
}

/** What a verdict and its findings are judged by. */
export type Told = Pick<Report, 'verdict' | 'findings'>;

/** Right without a reason; partly right when each reason is about a lesser thing. */
export function graded(id: string, reasons: string[], isLesser: boolean): Judged {
  if (reasons.length === 0) return { id, grade: 'right', reasons };
  return { id, grade: isLesser ? 'partly' : 'wrong', reasons };
}

export function lineOf({ id, grade, reasons }: Judged): string {
  return `${id}: ${grade}: ${reasons.join('; ')}`;
}

/** What senders meet: one thing, or several when it depends. */
export function outcomesOf({ verdict }: Pick<Told, 'verdict'>): VerdictOutcome[] {
  if (verdict === null) return [];
  return verdict.outcome === 'depends' ? verdict.cases.map(({ outcome }) => outcome) : [verdict.outcome];
}
