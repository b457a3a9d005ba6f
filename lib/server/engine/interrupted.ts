import { AS_SHIPPED } from '@/lib/findings/severities';
import { decisiveSession } from '@/lib/report/decisive-session';
import type { CheckStore } from '@/lib/store/store';
import { type Damages, isDamage } from './damages';
import { seenReport } from './stored-report';

interface Kept {
  store: CheckStore;
  damages: Damages;
}

/**
 * Ends the checks that were under way when the process died, with everything they had seen. Of one that cannot be read, only
 * that it has ended is written down. Returns how many there were.
 */
export async function sealInterrupted({ store, damages }: Kept, now: Date): Promise<number> {
  const ids = await store.unfinished();
  for (const id of ids)
    try {
      await damages.within('check', id, () => sealOne(store, id, now));
    } catch (error) {
      if (!isDamage(error)) throw error;
      await store.abandon(id, now);
    }
  return ids.length;
}

/** Ends one that was under way when its process died. */
export async function sealOne(
  store: Pick<CheckStore, 'read' | 'seal'>,
  id: string,
  now: Date,
): Promise<void> {
  const check = await store.read(id);
  if (check === null) return;
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
