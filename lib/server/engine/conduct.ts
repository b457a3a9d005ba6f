import { CheckCancelled, endingOf } from '@/lib/check/cancel';
import { runCheck } from '@/lib/check/run';
import type { World } from '@/lib/check/world';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isEvidence } from '@/lib/report/event';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import type { CheckStore, Ending } from '@/lib/store/store';
import { log, shortId } from '../config/log';
import type { RunningCheck } from './running-check';

/** Brings a check from its turn to its end. Neither rejects: what went wrong with our own side is logged and told by the status. */
export interface Conductor {
  /** Runs a check, and seals it with what it has seen. */
  conduct(check: RunningCheck): Promise<void>;
  /** Seals a check that does not run. */
  seal(check: RunningCheck, status: Ending['status']): Promise<void>;
}

export interface ConductorConfig {
  store: CheckStore;
  world: World;
  deadlineMs: number;
  /** Called when a check is sealed, before anybody is told that it is done. */
  onSealed(check: RunningCheck, status: Ending['status']): Promise<void>;
}

export function createConductor({ store, world, deadlineMs, onSealed }: ConductorConfig): Conductor {
  /** Sealing writes all events, so what still waits is written only when sealing fails. */
  const seal = async (check: RunningCheck, status: Ending['status']): Promise<void> => {
    const { record } = check;
    const finishedAt = new Date(world.now());
    const { verdict, trace, sessions } = record.report();
    const evidence = { version: SCHEMA_VERSION, events: record.events().filter(isEvidence) };
    try {
      const digest = await store.seal(check.id, evidence, {
        status,
        finishedAt,
        verdict,
        queryCount: trace.queryCount,
        sessionCount: sessions.length,
        verdictCode: decisiveSession({ verdict, sessions })?.reply?.code ?? null,
        lastSeq: record.events().length + 1,
      });
      await onSealed(check, status);
      record.note({ type: 'done', status, at: finishedAt.toISOString(), digest });
    } catch (error) {
      // It stays in memory and readable until the next start, which finds it interrupted with what was written.
      log.error({ check: shortId(check.id), err: error }, 'a check could not be sealed');
      await check.writer.flush().catch(() => undefined); // told by the writer
      record.note({ type: 'done', status: 'failed', at: finishedAt.toISOString(), digest: null });
    }
    log.info(
      { check: shortId(check.id), status, outcome: verdict?.outcome ?? null, queries: trace.queryCount },
      'check ended',
    );
  };

  return {
    async conduct(check) {
      const deadline = setTimeout(() => {
        check.ending.abort(new CheckCancelled('deadline', deadlineMs / 1000));
      }, deadlineMs);
      const { signal } = check.ending;
      let status: Ending['status'];
      try {
        await runCheck(check.plan, world, check.record, signal);
        status = endingOf(signal);
      } catch (error) {
        log.error({ check: shortId(check.id), err: error }, 'a check failed');
        status = 'failed';
      }
      clearTimeout(deadline);
      await check.writer.settle().catch(() => undefined); // told before
      await seal(check, status);
    },
    seal,
  };
}
