import { setTimeout as pause } from 'node:timers/promises';
import type { CheckStore } from '@/lib/store/store';
import { log } from '../config/log';
import { trustClock } from './clock-trust';
import { type Duty, OWN_DUTY } from './duty';

/** How long and how much is kept of one kind of thing; null: for ever, however many. */
export interface KeepLimits {
  days: number | null;
  count: number | null;
}

/** Checks or mails, as they are found and removed. */
interface Kind {
  /** When the one before which n newer ones were made was made. */
  timeOf: (n: number) => Promise<Date | null>;
  find: CheckStore['removableChecks'];
  remove: (id: string) => Promise<boolean>;
}

interface RemovalConfig {
  store: CheckStore;
  checks: KeepLimits;
  mails: KeepLimits;
  /** Days for which checks of watches are kept that have seen what was seen before; null: as long as others. */
  routineDays: number | null;
  /** Octets that the database may have, without what is free in its file; null: however many. */
  bytes: number | null;
  /** Days for which it is kept who did what; null: for ever. */
  auditDays: number | null;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Hears of each check that is gone. */
  onRemoved(checkId: string): void;
  /** Between two that are removed: everybody else has their turn. */
  pauseMs?: number;
  duty?: Pick<Duty, 'isOurs'>;
}

/** How many are gone. */
interface Removed {
  checks: number;
  mails: number;
}

/** Lets go of what is older, or more, than the operator wants to keep. What is kept whatever its age stays. */
export interface Removal {
  /** Once. Returns how many checks and mails are gone; nothing goes while the clock is doubted. */
  run(): Promise<Removed>;
  /** Whether the database was larger than it may be, although all that may go was gone, when this was looked at last. */
  isTooLarge(): boolean;
  /** One check, also one that is kept whatever its age, with all that is kept of it. False when there is none, or it is under way. */
  removeCheck(id: string): Promise<boolean>;
  /** Now and every hour, until it is closed, as long as it is ours. */
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
  routineDays,
  bytes,
  auditDays,
  now,
  onRemoved,
  pauseMs = PAUSE_MS,
  duty = OWN_DUTY,
}: RemovalConfig): Removal {
  let timer: NodeJS.Timeout | undefined;
  const closing = new AbortController();
  const isClosed = (): boolean => closing.signal.aborted;
  let lookedAt: number | null = null;
  let tooLarge = false;

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

  /** The oldest first, as long as `isEnough` is false of what is left. */
  const removeOldest = async (
    { find, remove }: Kind,
    before: Date | null,
    isEnough: () => Promise<boolean>,
  ): Promise<number> => {
    let removed = 0;
    for (;;) {
      const ids = await find({ before, most: BATCH });
      const removedBefore = removed;
      for (const id of ids) {
        if (isClosed() || (await isEnough())) return removed;
        if (await remove(id)) removed++;
        await pause(pauseMs);
      }
      // Also when one of them cannot be removed: the next hour tries again.
      if (removed === removedBefore) return removed;
    }
  };

  const removeOlder = async (kind: Kind, limits: KeepLimits): Promise<number> => {
    const before = await limitOf(limits, kind.timeOf);
    return before === null ? 0 : removeOldest(kind, before, () => Promise.resolve(false));
  };

  /** By size: checks first, since mails go sooner by their age. */
  const makeRoom = async (): Promise<Removed> => {
    if (bytes === null) return { checks: 0, mails: 0 };
    const fits = async () => (await store.usedBytes()) <= bytes;
    const removed = {
      checks: await removeOldest(everyCheck, null, fits),
      mails: await removeOldest(everyMail, null, fits),
    };
    const wasTooLarge = tooLarge;
    if (!isClosed()) tooLarge = !(await fits());
    if (removed.checks + removed.mails > 0)
      log.info({ ...removed, limit: bytes }, 'removed the oldest, to make room');
    if (tooLarge && !wasTooLarge)
      log.warn(
        { limit: bytes },
        'the database is larger than MXPROOF_KEEP_MB allows, and nothing in it may go',
      );
    return removed;
  };

  const removeCheck = async (id: string, evenKept: boolean): Promise<boolean> => {
    const isRemoved = await store.removeCheck(id, { evenKept });
    if (isRemoved) onRemoved(id);
    return isRemoved;
  };

  const everyCheck: Kind = {
    timeOf: store.timeOfCheck,
    find: store.removableChecks,
    remove: (id) => removeCheck(id, false),
  };
  const routineChecks: Kind = {
    ...everyCheck,
    find: (query) => store.removableChecks({ ...query, onlyRoutine: true }),
  };
  const everyMail: Kind = {
    timeOf: store.timeOfMail,
    find: store.removableMails,
    remove: (id) => store.removeMail(id, { evenKept: false }),
  };

  const run = async (): Promise<Removed> => {
    if (!(await isClockTrusted())) return { checks: 0, mails: 0 };
    await store.removeRunOut(new Date(now()));
    await store.endRunOutShares(new Date(now()));
    if (auditDays !== null) await store.removeAudit(new Date(now() - auditDays * DAY_MS));
    if (checks.days !== null) {
      const before = new Date(now() - checks.days * DAY_MS);
      await store.removeAlerts(before);
      await store.removeBatches(before);
    }
    const old = {
      checks:
        (await removeOlder(routineChecks, { days: routineDays, count: null })) +
        (await removeOlder(everyCheck, checks)),
      mails: await removeOlder(everyMail, mails),
    };
    if (old.checks + old.mails > 0) log.info(old, 'removed what is no longer kept');
    const oldest = await makeRoom();
    return { checks: old.checks + oldest.checks, mails: old.mails + oldest.mails };
  };

  const runAndWait = async (): Promise<void> => {
    try {
      if (duty.isOurs()) await run();
    } catch (error) {
      log.error({ err: error }, 'what is no longer kept could not be removed');
    }
    if (!isClosed()) timer = setTimeout(() => void runAndWait(), EVERY_MS).unref();
  };

  return {
    run,
    isTooLarge: () => tooLarge,
    removeCheck: (id) => removeCheck(id, true),
    start() {
      clearTimeout(timer);
      void runAndWait();
    },
    close() {
      closing.abort();
      clearTimeout(timer);
    },
  };
}
