import { setTimeout as pause } from 'node:timers/promises';
import type { Runner, RunnerOptions } from 'graphile-worker';
import type { Pool } from 'pg';

/** The only kind of job, and its flag: somebody who has a slot free shall look whose turn it is. */
export const TURN_TASK = 'turn';

/** How often jobs are looked for by whoever was told of none. */
const POLL_MS = 2_000;

/** Before it is begun anew, after the database was away. */
const AGAIN_MS = 1_000;

/** What is under way of a job takes milliseconds, unless the database is away. */
const STOP_MS = 2_000;

/** Of what graphile-worker says. */
const TOLD: readonly string[] = ['error'];

/** Brings the schema of the jobs up to date, which is no part of ours. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString, logger: new Logger(() => () => undefined) });
}

/** Jobs that are being taken. */
export interface TurnJobs {
  close(): Promise<void>;
}

interface TurnJobsConfig {
  /** While there is none, jobs are left to others. */
  hasRoom(): boolean;
  /** Somebody shall look, and it is us. */
  look(): void;
  /** Hears of what goes wrong; it goes on. */
  onProblem(message: string): void;
}

/** Takes jobs, one at a time, across whatever happens to the database. */
export function takeTurnJobs(pool: Pool, { hasRoom, look, onProblem }: TurnJobsConfig): TurnJobs {
  const closing = new AbortController();
  const { signal } = closing;
  const isClosed = (): boolean => signal.aborted;
  let runner: Runner | null = null;

  const serve = async (): Promise<void> => {
    const { Logger, run } = await import('graphile-worker');
    const options: RunnerOptions = {
      pgPool: pool,
      concurrency: 1,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      parsedCronItems: [],
      forbiddenFlags: () => (hasRoom() ? null : [TURN_TASK]),
      taskList: { [TURN_TASK]: () => look() },
      logger: new Logger(() => (level, message) => {
        if (TOLD.includes(level)) onProblem(message);
      }),
    };
    while (!signal.aborted)
      try {
        runner = await run(options);
        if (isClosed()) await runner.stop();
        await runner.promise;
      } catch (error) {
        onProblem(error instanceof Error ? error.message : String(error));
      } finally {
        runner = null;
        await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
  };

  const served = serve();
  return {
    async close() {
      closing.abort();
      await Promise.race([runner?.stop().catch(() => undefined), pause(STOP_MS, undefined, { ref: false })]);
      await Promise.race([served, pause(STOP_MS, undefined, { ref: false })]);
    },
  };
}
