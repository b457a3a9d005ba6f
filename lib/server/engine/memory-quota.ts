import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type QuotaAbout, type Quota, tooOften, WINDOW_SECONDS } from './quota';

/** So many within a minute, or an hour, for each key; counted in this process. */
export function createMemoryQuota(about: QuotaAbout): Quota<string> {
  const { most, window = 'minute' } = about;
  if (most === Infinity) return { take: async (_, spend) => spend?.() };
  const limiter = new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS[window] });
  return {
    async take(key, spend) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw tooOften(about, refusal.msBeforeNext);
      }
      await spend?.();
    },
  };
}
