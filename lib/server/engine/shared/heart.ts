import { setTimeout as pause } from 'node:timers/promises';
import { type Claims, DEAD_AFTER_MS } from '@/lib/store/postgresql/claims';
import { log } from '../../config/log';

/** How often a process says that it lives. */
const BEAT_MS = 3_000;

/** Clocks may differ by so much before somebody should look. */
const MAX_SKEW_MS = 5_000;

/** Says again and again that a process lives, and does with each beat what may be due. */
export interface Heart {
  stop(): Promise<void>;
}

interface HeartConfig {
  claims: Pick<Claims, 'pulse' | 'hasForeign'>;
  /** Checks of this process that wait for their turn at somebody else's server. */
  lent(): number;
  isWorker: boolean;
  /**
   * `isSteady`: the database has been there for so long that every process that lives has said so. Before that nobody may be taken for
   * dead: after the database was away, all of them look so.
   */
  onBeat(isSteady: boolean): Promise<void>;
}

export function createHeart({ claims, lent, isWorker, onBeat }: HeartConfig): Heart {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Since when no beat was late, by a clock that nobody sets. */
  let steadySince: number | null = null;
  let isClockTold = false;
  let isForeignTold = false;

  const beat = async (): Promise<void> => {
    const { sinceMs, now } = await claims.pulse(lent());
    const at = performance.now();
    if (sinceMs === null || sinceMs > DEAD_AFTER_MS / 2) steadySince = null;
    steadySince ??= at;
    tellClock(Date.now() - now);
    await tellForeign();
    await onBeat(at - steadySince > DEAD_AFTER_MS);
  };

  const tellClock = (skewMs: number): void => {
    if (Math.abs(skewMs) < MAX_SKEW_MS || isClockTold) return;
    isClockTold = true;
    log.warn(
      { seconds: Math.round(skewMs / 1000) },
      'the clock of this machine differs from that of the database: what is planned happens too soon or too late; let both follow NTP',
    );
  };

  const tellForeign = async (): Promise<void> => {
    const isForeign = isWorker && (await claims.hasForeign());
    if (isForeign && !isForeignTold)
      log.warn('checks wait that another version of mxproof has started: run the same version everywhere');
    isForeignTold = isForeign;
  };

  const live = async (): Promise<void> => {
    while (!signal.aborted) {
      await beat().catch((error: unknown) => {
        steadySince = null;
        log.warn({ err: error }, 'this process could not say that it lives');
      });
      await pause(BEAT_MS, undefined, { signal }).catch(() => undefined);
    }
  };

  const lived = live();
  return {
    async stop() {
      stopping.abort();
      await lived;
    },
  };
}
