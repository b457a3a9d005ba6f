import { type CheckLink, getReport } from './get-report';
import { verb } from './verb';

/** Ends a check that waits or runs; one that has ended stays as it is. Throws `check-not-found`. */
export const stopCheck = verb('stop-checks', async (caller, link: CheckLink, services) => {
  await services.runner.stop(link.id);
  return getReport(caller, link, services);
});
