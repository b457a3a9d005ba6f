import { setTimeout as pause } from 'node:timers/promises';
import type { CheckStore } from '@/lib/store/store';
import { log } from '../config/log';
import { trustClock } from './clock-trust';

/** How long and how much is kept of one kind of thing; null: for ever, however many. */
export interface KeepLimits {
  days: number | null;
  count: number | null;
}

interface RemovalConfig {
  store: CheckStore;
  checks: KeepLimits;
  mails: KeepLimits;
  /** Days for which it is kept who did what; null: for ever. */
  auditDays: number | null;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Hears of each check that is gone. */
  onRemoved(checkId: string): void;
  /** Between two that are removed: everybody else has their turn. */
  pauseMs?: number;
}

/** Lets go of what is older, or more, than the operator wants to keep. */
export interface Removal {
  /** Once. Returns how many checks and mails are gone; nothing goes while the clock is doubted. */
  run(): Promise<{ checks: number; mails: number }>;
  /** One check, with all that is kept of it. False when there is none, or it is under way. */
  removeCheck(id: string): Promise<boolean>;
  /** Now and every hour, until it is closed. */
  start(): void;
  close(): void;
}

const EVERY_MS = 3600 * 1000;
const DAY_MS = 24 * EVERY_MS;
const BATCH = 50;
const PAUSE_MS = 20;

export function createRemoval({
  store,
  checks,
  mails,
  auditDays,
  now,
  onRemoved,
  pauseMs = PAUSE_MS,
}: RemovalConfig): Removal {
  let timer: NodeJS.Timeout | undefined;
  const closing = new AbortController();
  const isClosed = (): boolean => closing.signal.aborted;
  let lookedAt: number | null = null;

  const isClockTrusted = async (): Promise<boolean> => {
    const at = now();
    const [last, doubted, newestCheck, newestMail] = await Promise.all([
      store.readPulse('removal'),
      store.readPulse('clock-doubted'),
      store.timeOfCheck(0),
      store.timeOfMail(0),
    ]);
    const newest = [newestCheck, newestMail].flatMap((date) => date?.getTime() ?? []);
    const monotonic = performance.now();
    const trust = trustClock({
      now: at,
      lastAt: last?.getTime() ?? null,
      elapsedMs: lookedAt === null ? null : monotonic - lookedAt,
      doubtedAt: doubted?.getTime() ?? null,
      newestAt: newest.length === 0 ? null : Math.max(...newest),
    });
    lookedAt = monotonic;
    await store.keepPulse('removal', new Date(at));
    if (trust === 'new-doubt') await store.keepPulse('clock-doubted', new Date(at));
    return trust === 'trusted';
  };

  /** Before which everything may go; null: nothing. */
  const limitOf = async (
    { days, count }: KeepLimits,
    timeOf: (n: number) => Promise<Date | null>,
  ): Promise<Date | null> => {
    const byAge = days === null ? null : now() - days * DAY_MS;
    const byCount = count === null ? null : ((await timeOf(count - 1))?.getTime() ?? null);
    const limits = [byAge, byCount].filter((limit) => limit !== null);
    return limits.length === 0 ? null : new Date(Math.max(...limits));
  };

  const removeAll = async (
    before: Date | null,
    find: CheckStore['removableChecks'],
    remove: (id: string) => Promise<boolean>,
  ): Promise<number> => {
    let removed = 0;
    while (before !== null && !isClosed()) {
      const ids = await find({ before, most: BATCH });
      const removedBefore = removed;
      for (const id of ids) {
        if (isClosed()) return removed;
        if (await remove(id)) removed++;
        await pause(pauseMs);
      }
      // Also when one of them cannot be removed: the next hour tries again.
      if (removed === removedBefore) break;
    }
    return removed;
  };

  const removeCheck = async (id: string): Promise<boolean> => {
    const isRemoved = await store.removeCheck(id);
    if (isRemoved) onRemoved(id);
    return isRemoved;
  };

  const run = async (): Promise<{ checks: number; mails: number }> => {
    if (!(await isClockTrusted())) return { checks: 0, mails: 0 };
    await store.removeRunOut(new Date(now()));
    if (auditDays !== null) await store.removeAudit(new Date(now() - auditDays * DAY_MS));
    const checkLimit = await limitOf(checks, store.timeOfCheck);
    const mailLimit = await limitOf(mails, store.timeOfMail);
    return {
      checks: await removeAll(checkLimit, store.removableChecks, removeCheck),
      mails: await removeAll(mailLimit, store.removableMails, store.removeMail),
    };
  };

  const runAndWait = async (): Promise<void> => {
    try {
      const removed = await run();
      if (removed.checks + removed.mails > 0) log.info(removed, 'removed what is no longer kept');
    } catch (error) {
      log.error({ err: error }, 'what is no longer kept could not be removed');
    }
    if (!isClosed()) timer = setTimeout(() => void runAndWait(), EVERY_MS).unref();
  };

  return {
    run,
    removeCheck,
    start: () => void runAndWait(),
    close() {
      closing.abort();
      clearTimeout(timer);
    },
  };
}
