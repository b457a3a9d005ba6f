import { AppProblem } from '@/lib/problem';
import { MAX_RETESTS } from '@/lib/report/retest-limit';
import type { Answer } from '../engine/retests';
import { type CheckLink, getReport } from './get-report';
import { getRetest } from './get-retest';
import { verb } from './verb';

const WHY_NOT: Readonly<Record<Exclude<Answer, 'planned'>, string>> = {
  'still-running': 'The check still runs; ask when its result is there.',
  settled: 'Only a temporary result is asked for again by itself.',
  'used-up': `It has been asked ${MAX_RETESTS} times, or for a day; run the check again instead.`,
};

/** Repeats a check with a temporary result by itself. Throws `check-not-found` or `retest-not-possible`. */
export const askRetest = verb('repeat-checks', async (caller, link: CheckLink, services) => {
  const answer = await services.retests.ask(await getReport(caller, link, services));
  if (answer !== 'planned') throw new AppProblem('retest-not-possible', { say: WHY_NOT[answer] });
  return getRetest(caller, link, services);
});
