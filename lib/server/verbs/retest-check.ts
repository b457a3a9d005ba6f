import { MAX_RETESTS } from '@/lib/report/retest-limit';
import type { Report } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import { AppProblem } from '@/lib/problem';
import { getReport } from './get-report';
import type { Answer } from '../engine/retests';
import { services } from '../engine/services';
import { noSuchCheck } from './stop-check';

/** How a check is repeated by itself; null when it is not. Throws `check-not-found`. */
export async function getRetest(id: string): Promise<Retest | null> {
  return (await reportOf(id)).retest;
}

/** Repeats a check with a temporary result by itself. Throws `check-not-found` or `retest-not-possible`. */
export async function askRetest(id: string): Promise<Retest | null> {
  const { retests } = await services();
  const answer = await retests.ask(await reportOf(id));
  if (answer !== 'planned') throw new AppProblem('retest-not-possible', { say: WHY_NOT[answer] });
  return getRetest(id);
}

/** Takes back what is planned; what was seen stays. Throws `check-not-found`. */
export async function stopRetest(id: string): Promise<Retest | null> {
  const { retests } = await services();
  await retests.stop(await reportOf(id));
  return getRetest(id);
}

const WHY_NOT: Readonly<Record<Exclude<Answer, 'planned'>, string>> = {
  'still-running': 'The check still runs; ask when its result is there.',
  settled: 'Only a temporary result is asked for again by itself.',
  'used-up': `It has been asked ${MAX_RETESTS} times, or for a day; run the check again instead.`,
};

async function reportOf(id: string): Promise<Report> {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return report;
}
