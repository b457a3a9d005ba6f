import { setTimeout as pause } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Turns } from '@/lib/check/turns';
import type { TurnLimits } from '@/lib/net/memory-turns';
import { networkOf } from '@/lib/net/network-of';
import { VisitGone, type Visits } from '@/lib/store/postgresql/visits';
import { acrossOutages } from './across-outages';

/** How often whoever waits looks, also when nobody has told anything. */
const LOOK_MS = 3_000;

/** Turns over all processes on one database. */
export interface SharedTurns extends Turns {
  /** Somebody has left an address of this network, or something may have been missed: null. */
  look(network: string | null): void;
  /** Gives back what it can; what it cannot is given back when this process is missed. */
  close(): Promise<void>;
}

/** A party is in one process, so that how many sessions it has at once is counted here. */
export function createSharedTurns(
  visits: Visits,
  { sessionsAtOnce }: Pick<TurnLimits, 'sessionsAtOnce'>,
): SharedTurns {
  const closing = new AbortController();
  /** What is to be told, though nobody waits for it. */
  const leaving = new Set<Promise<unknown>>();
  const parties = new WeakMap<object, LimitFunction>();
  /** Whoever waits, by network. */
  const waiting = new Map<() => void, string>();

  const limitOf = (party: object): LimitFunction => {
    const known = parties.get(party) ?? pLimit(sessionsAtOnce);
    parties.set(party, known);
    return known;
  };

  /** Until somebody tells something, or so long. Rejects with the signal's reason. */
  const news = async (network: string, ms: number, signal: AbortSignal): Promise<void> => {
    const told = new AbortController();
    const tell = (): void => told.abort();
    waiting.set(tell, network);
    await pause(Math.min(ms, LOOK_MS), undefined, { signal: AbortSignal.any([told.signal, signal]) }).catch(
      () => undefined,
    );
    waiting.delete(tell);
    signal.throwIfAborted();
  };

  const surely = <T>(work: () => Promise<T>, signal: AbortSignal | null): Promise<T> =>
    acrossOutages(
      'the turn at an address could not be agreed on',
      work,
      signal === null ? closing.signal : AbortSignal.any([signal, closing.signal]),
      (error) => !(error instanceof VisitGone),
    ).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });

  const beside = (work: () => Promise<void>): void => {
    const told = surely(work, null)
      .catch(() => undefined)
      .finally(() => leaving.delete(told));
    leaving.add(told);
  };

  const visit = async (
    address: string,
    onWait: () => void,
    signal: AbortSignal,
  ): Promise<(() => void) | null> => {
    const network = networkOf(address);
    const id = await surely(() => visits.ask(address, network), signal);
    if (id === null) return null;
    try {
      for (;;) {
        const turn = await surely(() => visits.begin(id, network), signal);
        if (turn.turn === 'now') break;
        onWait();
        await news(network, turn.inMs ?? LOOK_MS, signal);
      }
    } catch (error) {
      beside(() => visits.leave(id));
      if (error instanceof VisitGone) return visit(address, onWait, signal);
      throw error;
    }
    return () => beside(() => visits.end(id));
  };

  return {
    async close() {
      closing.abort();
      await Promise.all(leaving);
    },
    look(network) {
      for (const [tell, of] of waiting) if (network === null || of === network) tell();
    },

    take(address, party, onWait, signal) {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      const limit = limitOf(party);
      let hasWaited = false;
      const waits = (): void => {
        if (!hasWaited) onWait();
        hasWaited = true;
      };
      const isCancelled = (): boolean => signal.aborted;
      if (limit.activeCount >= limit.concurrency) waits();
      return new Promise((resolve, reject) => {
        const cancel = (): void => reject(signal.reason as Error);
        signal.addEventListener('abort', cancel, { once: true });
        const session = async (): Promise<void> => {
          if (isCancelled()) return;
          const give = await visit(address, waits, signal);
          signal.removeEventListener('abort', cancel);
          // Whoever has given up meanwhile has been told so.
          if (give === null || isCancelled()) {
            give?.();
            return resolve(null);
          }
          await new Promise<void>((ended) => {
            resolve(() => {
              give();
              ended();
            });
          });
        };
        limit(session).catch(reject);
      });
    },
  };
}
