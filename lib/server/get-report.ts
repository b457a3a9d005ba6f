import type { Report } from '@/lib/check/report';
import { isCheckId } from '@/lib/store/check-id';
import { services } from './services';
import { storedReport } from './stored-report';

/** The whole report, also while the check waits or runs; null when there is no such check. */
export async function getReport(id: string): Promise<Report | null> {
  if (!isCheckId(id)) return null;
  const { runner, store } = await services();
  const running = runner.find(id);
  if (running !== undefined) return runner.reportOf(running);
  const stored = await store.read(id);
  return stored === null ? null : storedReport(stored);
}
