import { AppProblem } from '@/lib/problem';
import type { PulseStore } from '@/lib/store/pulse-store';

/** However often it is asked for, the database is written so often at most. */
const EVERY_MS = 1_000;

/** A database that has not answered by then does not serve anybody. */
const ANSWER_MS = 5_000;

/** Whether the database can be written and read. */
export interface Pulse {
  /** Rejects with `database-unavailable`. An answer is as old as a second at most. */
  feel(): Promise<void>;
}

interface PulseConfig {
  store: Pick<PulseStore, 'keepPulse'>;
  /** Milliseconds since the epoch. */
  now(): number;
  answerMs?: number;
}

export function createPulse({ store, now, answerMs = ANSWER_MS }: PulseConfig): Pulse {
  let last: { at: number; answer: Promise<void> } | undefined;
  const write = async (): Promise<void> => {
    const at = new Date(now());
    const kept = await store.keepPulse('health', at);
    if (kept.getTime() !== at.getTime()) throw unavailable('it gives back another value than was written');
  };
  return {
    feel() {
      const at = performance.now(); // which no change of the clock moves
      if (last === undefined || at - last.at >= EVERY_MS) last = { at, answer: within(answerMs, write()) };
      return last.answer;
    },
  };
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(`it has not answered within ${ms / 1000} s`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(why: string): AppProblem {
  return new AppProblem('database-unavailable', {
    say: `The database cannot be used now: ${why}.`,
    fields: { reason: 'unreachable' },
    retryAfterSeconds: 10,
  });
}
