import { shortId } from '../config/log';
import { type CheckLink, getReport } from './get-report';
import { getRetest } from './get-retest';
import { note } from './note';
import { verb } from './verb';

/** Takes back what is planned; what was seen stays. Throws `check-not-found`. */
export const stopRetest = verb('repeat-checks', async (caller, link: CheckLink, services) => {
  const hasStopped = await services.retests.stop(await getReport(caller, link, services));
  if (hasStopped) await note(caller, 'retest-stopped', shortId(link.id), services);
  return getRetest(caller, link, services);
});
