import pLimit, { type LimitFunction } from 'p-limit';
import type { Alone } from './quota';

/** Of this process: work of one name, one after the other. */
export function createMemoryAlone(): Alone {
  const limits = new Map<string, LimitFunction>();
  return (name, work) => {
    const limit = limits.get(name) ?? pLimit(1);
    limits.set(name, limit);
    return limit(work);
  };
}
