import type { Report } from '@/lib/check/report';
import { isCheckId } from '@/lib/store/check-id';
import { createFrozenReports } from './frozen-reports';
import { services } from './services';
import { storedReport } from './stored-report';

const frozen = createFrozenReports<Found>();

/** The whole report, also while the check waits or runs, with how it is repeated; null when there is no such check. */
export async function getReport(id: string): Promise<Report | null> {
  const found = await findReport(id);
  if (found === null) return null;
  const { retests } = await services();
  return { ...found.report, retest: await retests.of({ id, retestOf: found.retestOf }) };
}

interface Found {
  report: Report;
  retestOf: string | undefined;
}

async function findReport(id: string): Promise<Found | null> {
  if (!isCheckId(id)) return null;
  const { runner, store } = await services();
  const running = runner.find(id);
  if (running !== undefined) return { report: runner.reportOf(running), retestOf: running.retestOf };
  const known = frozen.get(id);
  if (known !== undefined) return known;
  const stored = await store.read(id);
  if (stored === null) return null;
  const found = { report: storedReport(stored), retestOf: stored.retestOf };
  if (stored.ending !== null) frozen.keep(id, found);
  return found;
}
