import type { Report } from '@/lib/report/report';
import { AppProblem } from '@/lib/problem';
import { getReport } from './get-report';
import { services } from '../engine/services';

/** Ends a check that waits or runs; one that has ended stays as it is. Throws `check-not-found`. */
export async function stopCheck(id: string): Promise<Report> {
  const { runner } = await services();
  await runner.stop(id);
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return report;
}

export function noSuchCheck(): AppProblem {
  return new AppProblem('check-not-found', { say: 'There is no check with this id.' });
}
