import pLimit from 'p-limit';
import type { Subject } from '@/lib/blocklists/blocklist';
import type { AddressView } from '@/lib/blocklists/view';
import type { CheckPlan } from '@/lib/check/plan';
import type { Report } from '@/lib/report/report';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { unreachable } from '@/lib/result';
import { parseTarget, targetView } from '@/lib/target/target';
import type { WatchKind } from '@/lib/watch/kind';
import { withoutDoubts } from '@/lib/watch/known';
import type { Alert, Watch, WatchOf } from '@/lib/watch/watch';
import { log, shortId } from '../config/log';
import type { Settings } from '../config/settings';
import type { AddressLookup } from './address-lookup';
import { createAlarm } from './alarm';
import type { Duty } from './duty';
import { fingerprintOf } from './fingerprint';
import type { Meters } from './meters';
import { outcomeOfCheck, outcomeOfLookUp, type TryOutcome } from './try-outcome';
import { vantageOf } from './vantage';

const MINUTE_MS = 60_000;

/** After a try of which nothing is heard, e.g. because the process has ended; sooner where a watch is tried more often. */
const UNHEARD_AFTER_MS = 30 * MINUTE_MS;

/** Tries that wait or run at once; the others are no later for it than these take, and people's checks find room. */
const AT_ONCE: Readonly<Record<WatchKind, number>> = { mail: 10, lists: 2 };

/** When others are due and there is no room. */
const AGAIN_MS = 5_000;

/** Checks and look-ups that are made again and again, across restarts. */
export interface Watches {
  /** What follows from a check that has ended. */
  follow(check: EndedCheck): Promise<void>;
  /** Looks now for what is due: something was planned. */
  look(): void;
  /** Begins, knowing of checks of watches that wait or run already. */
  resume(queued?: readonly Pick<NewCheck, 'id' | 'watchId'>[]): void;
  /** Checks whose end is waited for. */
  waitingFor(): string[];
  /** A check has ended elsewhere, where what follows of it was done. */
  forget(checkId: string): void;
  /** Starts nothing more; resolves when what was under way is done, but for look-ups: what they find out is dropped. */
  close(): Promise<void>;
}

/** A check as it ended. */
interface EndedCheck {
  id: string;
  watchId: string | undefined;
  report: Report;
}

interface WatchesConfig {
  store: CheckStore;
  settings: Pick<Settings, 'helo' | 'mailFrom' | 'dnsPort' | 'relayAddress' | 'severities'>;
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** What lists are asked about, by the target of a watch; null where they are asked about it no more. */
  subjectOf(target: string): Subject | null;
  /** Asks them. */
  lookUp: AddressLookup;
  meters: Pick<Meters, 'watchTried'>;
  /** Called when an alert is kept. */
  onAlert(): void;
  /** Milliseconds since the epoch. */
  now(): number;
  duty?: Duty;
}

export function createWatches(config: WatchesConfig): Watches {
  const { store, settings, start, subjectOf, lookUp, meters, onAlert, now, duty } = config;
  const oneByOne = pLimit(1);
  /** Watches whose try waits or runs, with the check that it is: they are not tried again before. */
  const underWay = { mail: new Map<string, string>(), lists: new Set<string>() } satisfies Record<
    WatchKind,
    unknown
  >;
  let isClosed = false;

  const startDue = async (): Promise<Date | null> => {
    const at = now();
    const planned = await store.plannedWatches();
    const due = planned.filter((watch) => isDue(watch, at));
    let isFull = false;
    for (const { id, kind, nextAt, everyMinutes } of due) {
      if (underWay[kind].size >= AT_ONCE[kind]) {
        isFull = true;
        continue;
      }
      const next = new Date(at + Math.min(everyMinutes * MINUTE_MS, UNHEARD_AFTER_MS));
      // First: one that cannot be started is not tried again and again. Whoever has paused or ended it meanwhile has done so.
      if (!(await store.takeWatch({ id, nextAt }, next)) || underWay[kind].has(id)) continue;
      const watch = await store.readWatch(id);
      if (watch !== null) await startTry(watch);
    }
    return isFull ? new Date(at + AGAIN_MS) : (planned.find((watch) => !isDue(watch, at))?.nextAt ?? null);
  };

  const startTry = async (watch: Watch): Promise<void> => {
    switch (watch.kind) {
      case 'mail':
        return startCheck(watch);
      case 'lists':
        return startLookUp(watch);
      default:
        return unreachable(watch);
    }
  };

  const pause = async (watch: Watch): Promise<void> => {
    log.warn(
      { watch: shortId(watch.id) },
      'a watch is paused: what it watches cannot be asked about any more',
    );
    await store.pauseWatch(watch.id, withoutDoubts(watch));
  };

  const startLookUp = async (watch: WatchOf<'lists'>): Promise<void> => {
    const { id, target } = watch;
    const subject = subjectOf(target);
    if (subject === null) return pause(watch);
    underWay.lists.add(id);
    // It is not waited for: it takes longer than the others may wait. What the end of the process cuts off is made again.
    lookUp(subject, 'watch')
      .then((view) => oneByOne(() => (isClosed ? undefined : followLookUp(id, view))))
      .catch((error: unknown) => log.error({ err: error, watch: shortId(id) }, 'a look-up of a watch failed'))
      .finally(() => {
        underWay.lists.delete(id);
        alarm.ring();
      });
  };

  const followLookUp = async (id: string, view: AddressView): Promise<void> => {
    const watch = await store.readWatch(id);
    const at = new Date(now());
    if (watch?.kind === 'lists') await settle(watch, outcomeOfLookUp(watch, view, at), at);
  };

  const startCheck = async (watch: WatchOf<'mail'>): Promise<void> => {
    const { id: watchId, createdBy } = watch;
    const target = parseTarget(watch.target);
    if (!target.ok) return pause(watch);
    // Messages are never sent by themselves.
    const options = { depth: 'envelope' } as const;
    const vantage = vantageOf({}, settings);
    const check = {
      id: newCheckId(),
      createdAt: new Date(now()),
      target: targetView(target.value),
      options,
      vantage,
      fingerprint: fingerprintOf(target.value, options),
      watchId,
      ...(createdBy !== null && { startedBy: createdBy }),
    };
    underWay.mail.set(watchId, check.id);
    try {
      await start(check, { target: target.value, options, vantage, relayAddress: settings.relayAddress });
    } catch (error) {
      underWay.mail.delete(watchId);
      throw error;
    }
  };

  const alarm = createAlarm({ name: 'watches', duty, work: startDue, now });

  /** Of findings: those of the version and of the operator. */
  const rulesOf = ({ versions }: Report): string =>
    `${versions.rules} ${digestOf(canonicalJson(settings.severities))}`;

  const settle = async (watch: Watch, outcome: TryOutcome, at: Date): Promise<void> => {
    const { progress, told, waitMs, isRoutine, result } = outcome;
    const { id: watchId, target, since } = watch;
    const checkId = progress.lastCheckId;
    const alert: Alert | null =
      told.length === 0 ? null : { id: newCheckId(), watchId, target, at, checkId, changes: told, since };
    await store.keepProgress(watch, progress, { alert, nextAt: new Date(at.getTime() + waitMs), isRoutine });
    meters.watchTried(result);
    alarm.ring();
    if (alert === null) return;
    log.info({ watch: shortId(watchId), changes: told.length }, 'a watch tells a change');
    onAlert();
  };

  return {
    async follow({ id, watchId, report }) {
      if (watchId === undefined) return;
      if (underWay.mail.get(watchId) === id) underWay.mail.delete(watchId);
      await oneByOne(async () => {
        const watch = await store.readWatch(watchId);
        const at = new Date(now());
        if (watch?.kind === 'mail')
          await settle(watch, outcomeOfCheck(watch, report, { id, rules: rulesOf(report), at }), at);
      });
    },
    look: alarm.ring,
    resume(queued = []) {
      underWay.mail.clear();
      for (const { id, watchId } of queued) if (watchId !== undefined) underWay.mail.set(watchId, id);
      alarm.ring();
    },
    waitingFor: () => [...underWay.mail.values()],
    forget(checkId) {
      for (const [watchId, id] of underWay.mail) if (id === checkId) underWay.mail.delete(watchId);
      alarm.ring();
    },
    async close() {
      isClosed = true;
      await alarm.close();
      await oneByOne(() => undefined);
    },
  };
}

/** Also where the clock went ahead once, and back: nothing is planned further away than this. */
function isDue({ nextAt, everyMinutes }: { nextAt: Date; everyMinutes: number }, now: number): boolean {
  const furthest = Math.max(everyMinutes * MINUTE_MS, UNHEARD_AFTER_MS) + MINUTE_MS;
  return nextAt.getTime() <= now || nextAt.getTime() > now + furthest;
}
