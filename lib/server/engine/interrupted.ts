import { AS_SHIPPED } from '@/lib/findings/severities';
import { decisiveSession } from '@/lib/report/decisive-session';
import type { CheckStore } from '@/lib/store/store';
import { seenReport } from './stored-report';

/** Ends the checks that were under way when the process died, with everything they had seen. Returns how many. */
export async function sealInterrupted(store: CheckStore, now: Date): Promise<number> {
  const ids = await store.unfinished();
  for (const id of ids) {
    const check = await store.read(id);
    if (check === null) continue;
    const report = seenReport(check, 'interrupted', AS_SHIPPED); // a verdict depends on no severity
    await store.seal(id, check.evidence, {
      status: 'interrupted',
      finishedAt: now,
      verdict: report.verdict,
      verdictCode: decisiveSession(report)?.reply?.code ?? null,
      queryCount: report.trace.queryCount,
      sessionCount: report.sessions.length,
      // After the judgement, which takes the number before.
      lastSeq: (report.seq ?? 0) + 2,
    });
  }
  return ids.length;
}
