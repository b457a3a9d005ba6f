import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem, type ProblemCode } from '@/lib/problem';

/** Checks that one address may start within the window. */
export const MAX_STARTS = 120;
const WINDOW_SECONDS = 60;

/** Checks that wait for their turn; at 20 at once and some seconds each, more would wait for many minutes. */
export const MAX_QUEUED = 500;
const QUEUE_RETRY_SECONDS = 60;

/** Throws `too-many-checks` when this address has started too many, or too many wait already. */
export type StartLimit = (ip: string, queued: number) => Promise<void>;

export function createStartLimit(): StartLimit {
  const consume = createRateLimit(MAX_STARTS, 'too-many-checks', 'checks');
  return async (ip, queued) => {
    if (queued >= MAX_QUEUED)
      throw new AppProblem('too-many-checks', {
        say: `${queued} checks wait already; try again in a minute.`,
        retryAfterSeconds: QUEUE_RETRY_SECONDS,
      });
    await consume(ip);
  };
}

/** Throws the problem when one address asks for more of them within a minute. */
export function createRateLimit(
  points: number,
  code: ProblemCode,
  what: string,
): (ip: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  return async (ip) => {
    try {
      await limiter.consume(ip);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new AppProblem(code, {
        say: `More than ${points} ${what} within a minute from one address; try again in ${retryAfterSeconds} s.`,
        retryAfterSeconds,
      });
    }
  };
}
