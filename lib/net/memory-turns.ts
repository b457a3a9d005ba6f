import type { Turns } from '@/lib/check/turns';

/** The state of one address: one session at a time, the others in the order in which they came. */
interface Lane {
  isHeld: boolean;
  /** From when on the next session may begin; of the same clock as `performance.now()`. */
  freeAt: number;
  waiting: (() => void)[];
  timer: NodeJS.Timeout | undefined;
}

/** Handlers are bundled apart, so the registry of all checks hangs on what they share. */
const REGISTRY = Symbol.for('mxproof.turns');

/** Only this file writes under the symbol, and only a map of lanes. */
function lanesOfProcess(): Map<string, Lane> {
  const shared = globalThis as Record<symbol, unknown>;
  return (shared[REGISTRY] ??= new Map<string, Lane>()) as Map<string, Lane>;
}

/**
 * Turns across all checks of this process, with a cool-down of so many milliseconds. 0 switches the pause off, not the
 * turns.
 */
export function createMemoryTurns(cooldownMs: number): Turns {
  const lanes = lanesOfProcess();

  const advance = (address: string, lane: Lane): void => {
    clearTimeout(lane.timer);
    if (lane.isHeld) return;
    const waitMs = lane.freeAt - performance.now();
    if (waitMs > 0) {
      lane.timer = setTimeout(() => advance(address, lane), waitMs);
      if (lane.waiting.length === 0) lane.timer.unref();
      return;
    }
    const next = lane.waiting.shift();
    if (next === undefined) lanes.delete(address);
    else next();
  };

  const hold = (address: string, lane: Lane): (() => void) => {
    lane.isHeld = true;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      lane.isHeld = false;
      lane.freeAt = performance.now() + cooldownMs;
      advance(address, lane);
    };
  };

  return {
    take: (address, onWait, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const lane = lanes.get(address) ?? { isHeld: false, freeAt: 0, waiting: [], timer: undefined };
        lanes.set(address, lane);
        const isFree = !lane.isHeld && lane.waiting.length === 0 && performance.now() >= lane.freeAt;
        if (isFree) return resolve(hold(address, lane));
        const turn = () => {
          signal.removeEventListener('abort', cancel);
          resolve(hold(address, lane));
        };
        const cancel = () => {
          lane.waiting = lane.waiting.filter((one) => one !== turn);
          advance(address, lane);
          reject(signal.reason);
        };
        signal.addEventListener('abort', cancel, { once: true });
        lane.waiting.push(turn);
        advance(address, lane);
        onWait();
      }),
  };
}
