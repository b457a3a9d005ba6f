import { AppProblem } from '@/lib/problem';
import { MAX_RETESTS } from '@/lib/report/retest-limit';
import { shortId } from '../config/log';
import type { Answer } from '../engine/retests';
import { type CheckLink, getReport } from './get-report';
import { getRetest } from './get-retest';
import { note } from './note';
import { verb } from './verb';

const WHY_NOT: Readonly<Record<Exclude<Answer, 'planned'>, string>> = {
  'still-running': 'The check still runs; ask when its result is there.',
  settled: 'Only a temporary result is asked for again by itself.',
  'used-up': `It has been asked ${MAX_RETESTS} times, or for a day; run the check again instead.`,
};

/** Repeats a check with a temporary result by itself. Throws `check-not-found` or `retest-not-possible`. */
export const askRetest = verb('repeat-checks', async (caller, link: CheckLink, services) => {
  const report = await getReport(caller, link, services);
  const answer = await services.retests.ask(report);
  if (answer !== 'planned') throw new AppProblem('retest-not-possible', { say: WHY_NOT[answer] });
  const isNew = report.retest?.ending !== null;
  if (isNew) await note(caller, 'retest-asked', shortId(link.id), services);
  return getRetest(caller, link, services);
});
