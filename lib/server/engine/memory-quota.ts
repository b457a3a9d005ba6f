import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem, type ProblemCode } from '@/lib/problem';
import type { Quota } from './quota';

const WINDOW_SECONDS = 60;

interface MemoryQuota {
  /** For one key within a minute; `Infinity`: no limit. */
  most: number;
  code: ProblemCode;
  /** What there is so much of, in the plural. */
  what: string;
  /** Of whom they are counted. */
  whose?: string;
}

/** So many within a minute, for each address; counted in this process. */
export function createMemoryQuota({
  most,
  code,
  what,
  whose = 'from one caller',
}: MemoryQuota): Quota<string> {
  if (most === Infinity) return { take: async (_, spend) => spend?.() };
  const limiter = new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS });
  return {
    async take(address, spend) {
      try {
        await limiter.consume(address);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppProblem(code, {
          say: `More than ${most} ${what} within a minute ${whose}; try again in ${retryAfterSeconds} s.`,
          retryAfterSeconds,
        });
      }
      await spend?.();
    },
  };
}
