import type { World } from '@/lib/check/world';
import type { Slot } from './queue';

/** Between two questions a check computes for a moment; only who has asked nothing for longer is idle. */
const IDLE_AFTER_MS = 500;

/** A check that is conducted: its world, as it is to be handed to it, and the end of counting. */
interface WatchedWork {
  world: World;
  end(): void;
}

/**
 * Counts the time in which a check works. While all it does is to wait for its turn at mail servers or name servers, its deadline stands still
 * and its slot is lent to others; before it goes on, it takes a slot back. `onDeadline` is called when it has worked for
 * `deadlineMs`. Once the signal is aborted nothing is waited for.
 */
export function watchWork(
  world: World,
  slot: Slot,
  { deadlineMs, onDeadline, signal }: { deadlineMs: number; onDeadline(): void; signal: AbortSignal },
): WatchedWork {
  let leftMs = deadlineMs;
  let waits = 0;
  let works = 0;
  let idle: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let workingSince = 0;
  /** Resolves when a check that is idle may go on; null while it works. */
  let pause: { resume: Promise<void> | null } | null = null;

  const startClock = (): void => {
    workingSince = performance.now();
    deadline = setTimeout(onDeadline, leftMs);
  };
  const stopClock = (): void => {
    clearTimeout(deadline);
    leftMs = Math.max(0, leftMs - (performance.now() - workingSince));
  };

  const look = (): void => {
    clearTimeout(idle);
    if (pause !== null || waits === 0 || works > 0 || signal.aborted) return;
    idle = setTimeout(() => {
      pause = { resume: null };
      stopClock();
      slot.lend();
    }, IDLE_AFTER_MS);
  };

  const resume = async (): Promise<void> => {
    if (pause === null) return;
    pause.resume ??= Promise.race([slot.takeBack(), aborted(signal)]).then(() => {
      pause = null;
      if (!signal.aborted) startClock();
    });
    await pause.resume;
  };

  const working = async <T>(work: () => Promise<T>): Promise<T> => {
    works++;
    clearTimeout(idle);
    try {
      if (pause !== null) await resume();
      return await work();
    } finally {
      works--;
      look();
    }
  };

  /** A wait within some work: while it lasts, that work is none. */
  const hold = async (wait: () => Promise<void>): Promise<void> => {
    works--;
    waits++;
    look();
    try {
      await wait();
    } finally {
      waits--;
      works++;
      clearTimeout(idle);
    }
    if (pause !== null) await resume();
  };

  startClock();
  return {
    world: {
      ...world,
      dns: (query, cancel) => working(() => world.dns(query, cancel, hold)),
      smtp: (plan, record, cancel) => working(() => world.smtp(plan, record, cancel)),
      turns: {
        async take(address, party, onWait, cancel) {
          let endWait = (): void => undefined;
          try {
            return await world.turns.take(
              address,
              party,
              () => {
                waits++;
                endWait = () => {
                  waits--;
                };
                look();
                onWait();
              },
              cancel,
            );
          } finally {
            endWait();
            look();
          }
        },
      },
    },
    end() {
      clearTimeout(idle);
      clearTimeout(deadline);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
