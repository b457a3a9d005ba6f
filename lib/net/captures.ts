import type { World } from '@/lib/check/world';
import { startCapture } from './capture';

export interface CaptureLimits {
  /** Captures at once, of one party and in all; each is a process. */
  capturesPerCheck: number;
  captures: number;
}

/** Captures of sessions on a port; `start` is replaced in tests. */
export function createCaptures(
  port: number,
  limits: CaptureLimits,
  onFailure: (why: string) => void,
  start: typeof startCapture = startCapture,
): NonNullable<World['capture']> {
  const underWay = new WeakMap<object, number>();
  let all = 0;
  const count = (party: object, change: 1 | -1): void => {
    all += change;
    underWay.set(party, (underWay.get(party) ?? 0) + change);
  };
  return async (address, party) => {
    if (all >= limits.captures || (underWay.get(party) ?? 0) >= limits.capturesPerCheck) return null;
    count(party, 1);
    const capture = await start(address, port, onFailure);
    if (capture === null) {
      count(party, -1);
      return null;
    }
    return {
      async stop(localPort) {
        try {
          return await capture.stop(localPort);
        } finally {
          count(party, -1);
        }
      },
    };
  };
}
