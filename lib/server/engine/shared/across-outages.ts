import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../../config/log';

/** How soon it is tried again when the database is away. */
const AGAIN_MS = 1_000;

/**
 * Does what cannot be left undone, again and again until it is done. Rejects with the last error once the signal is aborted, and with one that
 * `isOutage` does not take for one.
 */
export async function acrossOutages<T>(
  what: string,
  work: () => Promise<T>,
  signal: AbortSignal,
  isOutage: (error: unknown) => boolean = () => true,
): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      if (tries === 1) log.warn({ err: error }, `${what}; it is tried again`);
      await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
}
