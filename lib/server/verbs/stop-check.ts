import { shortId } from '../config/log';
import { may } from './caller';
import { callerKey } from './caller-key';
import { type CheckLink, getReport } from './get-report';
import { note } from './note';
import { notPermitted, query, verb } from './verb';

/** Whether the caller may end a check that waits or runs: any, or one that they have started. */
export const mayStop = query('read', async (caller, { id }: CheckLink, { runner }) => {
  if (may(caller, 'stop-checks')) return true;
  return may(caller, 'start-checks') && (await runner.find(id))?.caller === callerKey(caller);
});

/** Ends a check that waits or runs; one that has ended stays as it is. Throws `check-not-found`, `not-permitted`. */
export const stopCheck = verb('start-checks', async (caller, link: CheckLink, services) => {
  const isUnderWay = (await services.runner.find(link.id)) !== null;
  if (isUnderWay && !(await mayStop(caller, link, services))) throw notPermitted();
  await services.runner.stop(link.id);
  if (isUnderWay) await note(caller, 'check-stopped', shortId(link.id), services);
  return getReport(caller, link, services);
});
