import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem } from '@/lib/problem';

/** Checks that one address may start within the window. */
export const MAX_STARTS = 120;
const WINDOW_SECONDS = 60;

/** Checks that wait for their turn; at 20 at once and some seconds each, more would wait for many minutes. */
export const MAX_QUEUED = 500;
const QUEUE_RETRY_SECONDS = 60;

/** Throws `too-many-checks` when this address has started too many, or too many wait already. */
export type StartLimit = (ip: string, queued: number) => Promise<void>;

export function createStartLimit(): StartLimit {
  const limiter = new RateLimiterMemory({ points: MAX_STARTS, duration: WINDOW_SECONDS });
  return async (ip, queued) => {
    if (queued >= MAX_QUEUED)
      throw new AppProblem('too-many-checks', {
        say: `${queued} checks wait already; try again in a minute.`,
        retryAfterSeconds: QUEUE_RETRY_SECONDS,
      });
    try {
      await limiter.consume(ip);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new AppProblem('too-many-checks', {
        say: `More than ${MAX_STARTS} checks within a minute from one address; try again in ${retryAfterSeconds} s.`,
        retryAfterSeconds,
      });
    }
  };
}
