import { type CheckLink, getReport } from './get-report';
import { getRetest } from './get-retest';
import { verb } from './verb';

/** Takes back what is planned; what was seen stays. Throws `check-not-found`. */
export const stopRetest = verb('repeat-checks', async (caller, link: CheckLink, services) => {
  await services.retests.stop(await getReport(caller, link, services));
  return getRetest(caller, link, services);
});
