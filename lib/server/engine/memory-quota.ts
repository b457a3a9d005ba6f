import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem, type ProblemCode } from '@/lib/problem';
import type { Quota } from './quota';

const WINDOW_SECONDS = { minute: 60, hour: 3600 };

interface MemoryQuota {
  /** For one key within the window; `Infinity`: no limit. */
  most: number;
  window?: keyof typeof WINDOW_SECONDS;
  code: ProblemCode;
  /** What there is so much of, in the plural. */
  what: string;
  /** Of whom they are counted. */
  whose?: string;
}

/** So many within a minute, or an hour, for each key; counted in this process. */
export function createMemoryQuota({
  most,
  window = 'minute',
  code,
  what,
  whose = 'from one caller',
}: MemoryQuota): Quota<string> {
  if (most === Infinity) return { take: async (_, spend) => spend?.() };
  const limiter = new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS[window] });
  return {
    async take(key, spend) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        const wait =
          window === 'hour' ? `${Math.ceil(retryAfterSeconds / 60)} min` : `${retryAfterSeconds} s`;
        throw new AppProblem(code, {
          say: `More than ${most} ${what} within ${window === 'hour' ? 'an hour' : 'a minute'} ${whose}; try again in ${wait}.`,
          retryAfterSeconds,
        });
      }
      await spend?.();
    },
  };
}
