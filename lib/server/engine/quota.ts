import { AppProblem, type ProblemCode } from '@/lib/problem';

/** Something of which there is only so much for each key within a time, e.g. checks for an address. */
export interface Quota<Key> {
  /**
   * Takes one for the key, and does with it what it is wanted for. No two take the last one, also while `spend` goes on.
   * Throws the problem of this quota when none is left, with the seconds after which there is one again; `spend` is not called then.
   */
  take(key: Key, spend?: () => Promise<void>): Promise<void>;
}

export const WINDOW_SECONDS = { minute: 60, hour: 3600 };

/** A quota by time. */
export interface QuotaAbout {
  /** For one key within the window; `Infinity`: no limit. */
  most: number;
  window?: keyof typeof WINDOW_SECONDS;
  code: ProblemCode;
  /** What there is so much of, in the plural. */
  what: string;
  /** Of whom they are counted. */
  whose?: string;
}

/** Does work while nobody else does any of this name. */
export type Alone = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Makes a quota by time, wherever it is counted. */
export type MakeQuota = (about: QuotaAbout) => Quota<string>;

/** The problem of a quota of which nothing is left for so long. */
export function tooOften(
  { most, window = 'minute', code, what, whose = 'from one caller' }: QuotaAbout,
  leftMs: number,
): AppProblem {
  const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
  const wait = window === 'hour' ? `${Math.ceil(retryAfterSeconds / 60)} min` : `${retryAfterSeconds} s`;
  return new AppProblem(code, {
    say: `More than ${most} ${what} within ${window === 'hour' ? 'an hour' : 'a minute'} ${whose}; try again in ${wait}.`,
    retryAfterSeconds,
  });
}
