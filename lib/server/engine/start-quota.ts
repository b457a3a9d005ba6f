import { AppProblem } from '@/lib/problem';
import { createMemoryQuota } from './memory-quota';
import type { Queue } from './queue';
import type { Quota } from './quota';

/** Checks that one address may start within a minute. */
export const MAX_STARTS = 120;

/** Checks that wait for their turn; at 20 at once and some seconds each, more would wait for many minutes. */
export const MAX_QUEUED = 500;
const QUEUE_RETRY_SECONDS = 60;

/** Checks for an address. Throws `too-many-checks` when it has started too many, or too many wait already. */
export function createStartQuota(queue: Pick<Queue, 'counts'>): Quota<string> {
  const starts = createMemoryQuota({ most: MAX_STARTS, code: 'too-many-checks', what: 'checks' });
  return {
    async take(address, spend) {
      const { queued } = await queue.counts();
      if (queued >= MAX_QUEUED)
        throw new AppProblem('too-many-checks', {
          say: `${queued} checks wait already; try again in a minute.`,
          retryAfterSeconds: QUEUE_RETRY_SECONDS,
        });
      await starts.take(address, spend);
    },
  };
}
