import { AppProblem } from '@/lib/problem';
import { isCheckId } from '@/lib/store/check-id';
import { log, shortId } from '../config/log';
import { type CheckLink, noSuchCheck } from './get-report';
import { note } from './note';
import { verb } from './verb';

/**
 * Removes a check with everything that was kept of it, for good; what would follow it is not tried any more. Throws
 * `check-not-found`, and `check-under-way` for one that has to be stopped first.
 */
export const removeCheck = verb('remove', async (caller, { id }: CheckLink, services): Promise<void> => {
  const { runner, removal } = services;
  if ((await runner.find(id)) !== null)
    throw new AppProblem('check-under-way', { say: 'The check is under way: stop it first.' });
  if (!isCheckId(id) || !(await removal.removeCheck(id))) throw noSuchCheck();
  log.info({ check: shortId(id) }, 'check removed');
  await note(caller, 'check-removed', shortId(id), services);
});
