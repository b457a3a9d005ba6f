import type { Retest } from '@/lib/report/retest';
import { type CheckLink, getReport } from './get-report';
import { verb } from './verb';

/** How a check is repeated by itself; null when it is not. Throws `check-not-found`. */
export const getRetest = verb('read', async (caller, link: CheckLink, services): Promise<Retest | null> => {
  const { retest } = await getReport(caller, link, services);
  return retest;
});
