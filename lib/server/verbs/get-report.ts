import type { Report } from '@/lib/report/report';
import { isCheckId } from '@/lib/store/check-id';
import { createFrozenReports } from '../engine/frozen-reports';
import { beforeOf } from '../before';
import { services } from '../engine/services';
import { storedReport } from '../engine/stored-report';

const frozen = createFrozenReports<Found>();

/** The whole report, also while the check waits or runs, with how it is repeated and what it was started from; null when there is no such check. */
export async function getReport(id: string): Promise<Report | null> {
  const found = await findReport(id);
  if (found === null) return null;
  const { retests } = await services();
  const [retest, before] = await Promise.all([
    retests.of({ id, retestOf: found.retestOf }),
    found.reportMailId === undefined ? null : beforeOf(found.reportMailId, found.report.target),
  ]);
  return { ...found.report, retest, before };
}

interface Found {
  report: Report;
  retestOf: string | undefined;
  reportMailId: string | undefined;
}

async function findReport(id: string): Promise<Found | null> {
  if (!isCheckId(id)) return null;
  const { runner, store } = await services();
  const running = runner.find(id);
  if (running !== undefined) {
    const { retestOf, reportMailId } = running;
    return { report: await runner.reportOf(running), retestOf, reportMailId };
  }
  const known = frozen.get(id);
  if (known !== undefined) return known;
  const stored = await store.read(id);
  if (stored === null) return null;
  const { retestOf, reportMailId } = stored;
  const found = { report: storedReport(stored), retestOf, reportMailId };
  if (stored.ending !== null) frozen.keep(id, found);
  return found;
}
