import { CheckCancelled, endingOf } from '@/lib/check/cancel';
import { runCheck } from '@/lib/check/run';
import type { Turns } from '@/lib/check/turns';
import type { World } from '@/lib/check/world';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isEvidence } from '@/lib/report/event';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { type CheckStore, ClaimLost, type Ending } from '@/lib/store/store';
import { log, shortId } from '../config/log';
import type { Slot } from './queue';
import type { RunningCheck } from './running-check';
import { createBackpressure, easing } from './backpressure';
import { watchWork } from './working-time';

/** Brings a check from its turn to its end. Neither rejects: what went wrong with our own side is logged and told by the status. */
export interface Conductor {
  /** Runs a check whose turn has come, and seals it with what it has seen. */
  conduct(check: RunningCheck, slot: Slot): Promise<void>;
  /** Seals a check that does not run. */
  seal(check: RunningCheck, status: Ending['status']): Promise<void>;
  /** Tries a last time to seal what could not be; what still cannot is found interrupted by the next start. */
  close(): Promise<void>;
}

/** Milliseconds before a check that could not be sealed is tried again; the last for as long as the process lives. */
const SEAL_AGAIN_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const;

export interface ConductorConfig {
  store: CheckStore;
  world: World;
  /** Where the turns of a check are not those of everybody. */
  turnsOf?(check: RunningCheck): Turns;
  /** Of the time in which a check works; what it waits for its turn at an address does not count. */
  deadlineMs: number;
  /** Called when a check is sealed; before anybody is told that it is done, unless that took more than one try. */
  onSealed(check: RunningCheck, status: Ending['status']): Promise<void>;
  /** Called when a check is sealed and told. */
  onEnd(check: RunningCheck): void;
}

export function createConductor(config: ConductorConfig): Conductor {
  const { store, world, turnsOf, deadlineMs, onSealed, onEnd } = config;
  /** What tries once more to seal each check that could not be. */
  const unsealed = new Map<string, () => Promise<void>>();
  let isClosed = false;
  const eased = easing(
    world,
    createBackpressure(() => performance.now()),
  );

  /** A check that cannot be sealed stays in memory, and readable as it ended, until it can. */
  const seal = async (check: RunningCheck, status: Ending['status']): Promise<void> => {
    await check.writer.settle(); // sealing writes all events
    const { record } = check;
    const finishedAt = new Date(world.now());
    const { verdict, trace, sessions } = record.report();
    const evidence = { version: SCHEMA_VERSION, events: record.events().filter(isEvidence) };
    const ending: Ending = {
      status,
      finishedAt,
      verdict,
      queryCount: trace.queryCount,
      sessionCount: sessions.length,
      verdictCode: decisiveSession({ verdict, sessions })?.reply?.code ?? null,
      lastSeq: record.events().length + 1,
    };
    const tell = (digest: string) =>
      record.note({ type: 'done', status, at: finishedAt.toISOString(), digest });
    try {
      const digest = await store.seal(check.id, evidence, ending);
      await onSealed(check, status);
      tell(digest);
      onEnd(check);
    } catch (error) {
      if (error instanceof ClaimLost) return drop(check);
      log.error({ check: shortId(check.id), err: error }, 'a check could not be sealed; it is tried again');
      tell(digestOf(canonicalJson(evidence.events)));
      sealLater(check, async () => {
        await store.seal(check.id, evidence, ending);
        await onSealed(check, status);
        onEnd(check);
      });
    }
    log.info(
      { check: shortId(check.id), status, outcome: verdict?.outcome ?? null, queries: trace.queryCount },
      'check ended',
    );
  };

  /** What it has seen is left to whoever has it now. */
  const drop = (check: RunningCheck): void => {
    log.warn({ check: shortId(check.id) }, 'this process was taken for dead, and another one has this check');
    onEnd(check);
  };

  const sealLater = (check: RunningCheck, sealIt: () => Promise<void>): void => {
    const { id } = check;
    let timer: NodeJS.Timeout | undefined;
    let tries = 0;
    const wait = (): void => {
      timer = setTimeout(() => void attempt(), SEAL_AGAIN_MS[tries] ?? SEAL_AGAIN_MS.at(-1));
      tries++;
    };
    const attempt = async (): Promise<void> => {
      clearTimeout(timer);
      unsealed.delete(id);
      try {
        await sealIt();
        log.info({ check: shortId(id), tries }, 'a check was sealed later');
      } catch (error) {
        if (error instanceof ClaimLost) return drop(check);
        log.error({ check: shortId(id), tries, err: error }, 'a check could not be sealed yet');
        unsealed.set(id, attempt);
        if (!isClosed) wait();
      }
    };
    unsealed.set(id, attempt);
    wait();
  };

  return {
    async conduct(check, slot) {
      const { signal } = check.ending;
      const own = turnsOf === undefined ? eased : { ...eased, turns: turnsOf(check) };
      const work = watchWork(own, slot, {
        deadlineMs,
        signal,
        onDeadline: () => check.ending.abort(new CheckCancelled('deadline', deadlineMs / 1000)),
      });
      let status: Ending['status'];
      try {
        await runCheck(check.plan, work.world, check.record, signal);
        status = endingOf(signal);
      } catch (error) {
        log.error({ check: shortId(check.id), err: error }, 'a check failed');
        status = 'failed';
      }
      work.end();
      await seal(check, status);
    },
    seal,
    async close() {
      isClosed = true;
      await Promise.all([...unsealed.values()].map((attempt) => attempt()));
    },
  };
}
