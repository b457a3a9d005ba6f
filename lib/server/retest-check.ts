import type { Report } from '@/lib/check/report';
import type { Retest } from '@/lib/check/retest';
import { getReport } from './get-report';
import { services } from './services';
import { noSuchCheck } from './stop-check';

/** How a check is repeated by itself; null when it is not. Throws `check-not-found`. */
export async function getRetest(id: string): Promise<Retest | null> {
  return (await reportOf(id)).retest;
}

/** Repeats a check with a temporary result by itself. Throws `check-not-found` or `retest-not-possible`. */
export async function askRetest(id: string): Promise<Retest | null> {
  const { retests } = await services();
  await retests.ask(await reportOf(id));
  return getRetest(id);
}

/** Takes back what is planned; what was seen stays. Throws `check-not-found`. */
export async function stopRetest(id: string): Promise<Retest | null> {
  const { retests } = await services();
  await retests.stop(await reportOf(id));
  return getRetest(id);
}

async function reportOf(id: string): Promise<Report> {
  const report = await getReport(id);
  if (report === null) throw noSuchCheck();
  return report;
}
