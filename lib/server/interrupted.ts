import { decisiveSession } from '@/lib/report/decisive-session';
import type { Report } from '@/lib/report/report';
import { reduceCheck } from '@/lib/report/reduce';
import { judge } from '@/lib/findings/judge';
import type { CheckStore } from '@/lib/store/store';
import { newReport } from './stored-report';

/** Ends the checks that were under way when the process died, with everything they had seen. Returns how many. */
export async function sealInterrupted(store: CheckStore, now: Date): Promise<number> {
  const ids = await store.unfinished();
  for (const id of ids) {
    const check = await store.read(id);
    if (check === null) continue;
    const { events } = check;
    const seen: Report = { ...events.reduce<Report>(reduceCheck, newReport(check)), status: 'interrupted' };
    const { verdict } = judge(seen);
    await store.seal(id, events, {
      ...{ status: 'interrupted', finishedAt: now, verdict },
      verdictCode: decisiveSession({ verdict, sessions: seen.sessions })?.reply?.code ?? null,
      ...{ queryCount: seen.trace.queryCount, sessionCount: seen.sessions.length },
      // After the judgement, which takes the number before.
      lastSeq: (events.at(-1)?.seq ?? 0) + 2,
    });
  }
  return ids.length;
}
