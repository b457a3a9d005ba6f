import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppProblem } from '@/lib/problem';
import type { Limits } from '../config/limits';
import type { Quota } from './quota';

const WINDOW_SECONDS = 3600;

/** Mail that somebody hands over. */
export interface HandedOver {
  caller: string;
  octets: number;
  /** Whether it comes from a mail server: others leave it a part of what all may. */
  isPipe: boolean;
}

type OctetLimits = Pick<Limits, 'handOverMegabytesPerHour' | 'handOverMegabytesInAll'>;

/** The part of what all may hand over that is left to mail servers. */
const OF_PIPES = 0.5;

/** Octets of mails within an hour, from one caller and from all; counted in this process. Throws `too-many-reports`. */
export function createOctetQuota(limits: OctetLimits): Quota<HandedOver> {
  const [perCaller, inAll] = [limits.handOverMegabytesPerHour, limits.handOverMegabytesInAll];
  const callers = counterOf(perCaller, 'from one caller');
  const people = counterOf(inAll * (1 - OF_PIPES), 'beside those of mail servers');
  const all = counterOf(inAll, 'in all');
  return {
    async take({ caller, octets, isPipe }, spend) {
      const counts = [
        { counter: callers, key: caller },
        ...(isPipe ? [] : [{ counter: people, key: 'people' }]),
        { counter: all, key: 'all' },
      ];
      const taken: typeof counts = [];
      try {
        for (const count of counts) {
          taken.push(count);
          await count.counter.consume(count.key, octets);
        }
      } catch (refusal) {
        // What is refused is not kept, and does not count.
        for (const { counter, key } of taken) await counter.giveBack(key, octets);
        throw refusal;
      }
      await spend?.();
    },
  };
}

/** Counts so many megabytes for each key; `whose` they are. */
function counterOf(megabytes: number, whose: string) {
  if (megabytes === Infinity) return { consume: () => Promise.resolve(), giveBack: () => Promise.resolve() };
  const limiter = new RateLimiterMemory({ points: megabytes * 1_000_000, duration: WINDOW_SECONDS });
  return {
    async consume(key: string, octets: number): Promise<void> {
      try {
        await limiter.consume(key, octets);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppProblem('too-many-reports', {
          say: `More than ${megabytes} MB of mails within an hour ${whose}; try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
          retryAfterSeconds,
        });
      }
    },
    async giveBack(key: string, octets: number): Promise<void> {
      await limiter.reward(key, octets);
    },
  };
}
