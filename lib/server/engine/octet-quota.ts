import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem } from '@/lib/problem';
import type { Limits } from '../config/limits';
import type { Quota } from './quota';

const WINDOW_SECONDS = 3600;

/** Mail that somebody hands over. */
export interface HandedOver {
  caller: string;
  octets: number;
}

type OctetLimits = Pick<Limits, 'handOverMegabytesPerHour' | 'handOverMegabytesInAll'>;

/** Octets of mails within an hour, from one caller and from all; counted in this process. Throws `too-many-reports`. */
export function createOctetQuota(limits: OctetLimits): Quota<HandedOver> {
  const [perCaller, inAll] = [limits.handOverMegabytesPerHour, limits.handOverMegabytesInAll];
  const callers = limiterOf(perCaller);
  const all = limiterOf(inAll);
  return {
    async take({ caller, octets }, spend) {
      await consume(
        callers,
        caller,
        octets,
        `More than ${perCaller} MB of mails within an hour from one caller`,
      );
      try {
        await consume(all, 'all', octets, `More than ${inAll} MB of mails within an hour in all`);
      } catch (refusal) {
        await callers?.reward(caller, octets);
        throw refusal;
      }
      await spend?.();
    },
  };
}

function limiterOf(megabytes: number): RateLimiterMemory | null {
  if (megabytes === Infinity) return null;
  return new RateLimiterMemory({ points: megabytes * 1_000_000, duration: WINDOW_SECONDS });
}

/** What is refused is not kept, and does not count. */
async function consume(
  limiter: RateLimiterMemory | null,
  key: string,
  octets: number,
  words: string,
): Promise<void> {
  try {
    await limiter?.consume(key, octets);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    await limiter?.reward(key, octets);
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const say = `${words}; try again in ${Math.ceil(retryAfterSeconds / 60)} min.`;
    throw new AppProblem('too-many-reports', { say, retryAfterSeconds });
  }
}
