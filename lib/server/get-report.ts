import type { Report } from '@/lib/check/report';
import { isCheckId } from '@/lib/store/check-id';
import { createFrozenReports } from './frozen-reports';
import { services } from './services';
import { storedReport } from './stored-report';

const frozen = createFrozenReports();

/** The whole report, also while the check waits or runs; null when there is no such check. */
export async function getReport(id: string): Promise<Report | null> {
  if (!isCheckId(id)) return null;
  const { runner, store } = await services();
  const running = runner.find(id);
  if (running !== undefined) return runner.reportOf(running);
  const known = frozen.get(id);
  if (known !== undefined) return known;
  const stored = await store.read(id);
  if (stored === null) return null;
  const report = storedReport(stored);
  if (stored.ending !== null) frozen.keep(report);
  return report;
}
