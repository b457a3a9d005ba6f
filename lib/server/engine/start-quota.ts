import { AppProblem } from '@/lib/problem';
import type { Limits } from '../config/limits';
import { createMemoryQuota } from './memory-quota';
import type { Queue } from './queue';
import type { MakeQuota, Quota } from './quota';

const QUEUE_RETRY_SECONDS = 60;

export type StartLimits = Pick<Limits, 'startsPerMinute' | 'queuedPerCaller' | 'queued'>;

/** Checks for a caller. Throws `too-many-checks` when it has started too many, or too many wait already. */
export function createStartQuota(
  queue: Pick<Queue, 'counts' | 'of'>,
  limits: StartLimits,
  makeQuota: MakeQuota = createMemoryQuota,
): Quota<string> {
  const starts = makeQuota({
    most: limits.startsPerMinute,
    code: 'too-many-checks',
    what: 'checks',
  });
  return {
    async take(caller, spend) {
      const own = await queue.of(caller);
      if (own >= limits.queuedPerCaller) throw tooMany(`${own} of your checks have not ended yet`);
      const { queued, lent } = await queue.counts();
      if (queued + lent >= limits.queued) throw tooMany(`${queued + lent} checks wait already`);
      await starts.take(caller, spend);
    },
  };
}

function tooMany(what: string): AppProblem {
  return new AppProblem('too-many-checks', {
    say: `${what}; try again in a minute.`,
    retryAfterSeconds: QUEUE_RETRY_SECONDS,
  });
}
