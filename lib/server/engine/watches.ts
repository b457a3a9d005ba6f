import pLimit from 'p-limit';
import type { CheckPlan } from '@/lib/check/plan';
import type { Report } from '@/lib/report/report';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { parseTarget, targetView } from '@/lib/target/target';
import { follow, isInDoubt } from '@/lib/watch/follow';
import { ownFailureOf } from '@/lib/watch/own-failure';
import type { Alert, Watch } from '@/lib/watch/watch';
import { watchedOf } from '@/lib/watch/watched';
import { log, shortId } from '../config/log';
import type { Settings } from '../config/settings';
import { createAlarm } from './alarm';
import { fingerprintOf } from './fingerprint';
import type { Meters, TryResult } from './meters';
import { vantageOf } from './vantage';

const MINUTE_MS = 60_000;

/** After a try that has seen something otherwise, or nothing: what lasts less is not told. */
export const CONFIRM_AFTER_MS = 5 * MINUTE_MS;

/** After a try of which nothing is heard, e.g. because the process has ended; sooner where a watch is tried more often. */
const UNHEARD_AFTER_MS = 30 * MINUTE_MS;

/** Watches whose check waits or runs at once; the others are no later for it than these take, and people's checks find room. */
const AT_ONCE = 10;

/** When others are due and there is no room. */
const AGAIN_MS = 5_000;

/** Checks that are made again and again, across restarts. */
export interface Watches {
  /** What follows from a check that has ended. */
  follow(check: EndedCheck): Promise<void>;
  /** Looks now for what is due: something was planned. */
  look(): void;
  /** Starts nothing more; resolves when what was under way is done. */
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
  /** Checks of watches that a former process has written down and never begun. */
  queued: readonly Pick<NewCheck, 'id' | 'watchId'>[];
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  meters: Pick<Meters, 'watchTried'>;
  /** Called when an alert is kept. */
  onAlert(): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function createWatches(config: WatchesConfig): Watches {
  const { store, settings, queued, start, meters, onAlert, now } = config;
  const oneByOne = pLimit(1);
  /** The check of each watch that waits or runs: it is not asked again before. */
  const underWay = new Map<string, string>();
  for (const { id, watchId } of queued) if (watchId !== undefined) underWay.set(watchId, id);

  const startDue = async (): Promise<Date | null> => {
    const at = now();
    const planned = await store.plannedWatches();
    const due = planned.filter((watch) => isDue(watch, at));
    for (const { id, nextAt, everyMinutes } of due) {
      if (underWay.size >= AT_ONCE) return new Date(at + AGAIN_MS);
      const next = new Date(at + Math.min(everyMinutes * MINUTE_MS, UNHEARD_AFTER_MS));
      // First: one that cannot be started is not tried again and again. Whoever has paused or ended it meanwhile has done so.
      if (!(await store.takeWatch({ id, nextAt }, next)) || underWay.has(id)) continue;
      const watch = await store.readWatch(id);
      if (watch !== null) await startTry(watch);
    }
    return planned.find((watch) => !isDue(watch, at))?.nextAt ?? null;
  };

  const startTry = async ({ id: watchId, target: typed, createdBy, knowledge }: Watch): Promise<void> => {
    const target = parseTarget(typed);
    if (!target.ok) {
      log.warn({ watch: shortId(watchId) }, 'a watch is paused: its target is not understood any more');
      await store.pauseWatch(watchId, knowledge);
      return;
    }
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
    underWay.set(watchId, check.id);
    try {
      await start(check, { target: target.value, options, vantage, relayAddress: settings.relayAddress });
    } catch (error) {
      underWay.delete(watchId);
      throw error;
    }
  };

  const alarm = createAlarm({ name: 'watches', work: startDue, now });

  /** Of findings: those of the version and of the operator. */
  const rulesOf = ({ versions }: Report): string =>
    `${versions.rules} ${digestOf(canonicalJson(settings.severities))}`;

  const followOne = async (watch: Watch, id: string, report: Report): Promise<void> => {
    const at = new Date(now());
    const seen = watchedOf(report, rulesOf(report));
    const ownFailure = ownFailureOf(report);
    const { knowledge, told, again } = follow(watch.knowledge, seen);
    const blind = seen.verdict === null ? watch.blind + 1 : 0;
    const isNew = watch.knowledge.verdict === null && knowledge.verdict !== null;
    const since = isNew || told.some(({ what }) => what === 'verdict') ? at : watch.since;
    const alert: Alert | null =
      told.length === 0
        ? null
        : {
            id: newCheckId(),
            watchId: watch.id,
            target: watch.target,
            at,
            checkId: id,
            changes: told,
            since: watch.since,
          };
    // A try that sees nothing is repeated soon once, and as long as something is in doubt.
    const isSoon = again || (blind > 0 && (blind === 1 || isInDoubt(knowledge)));
    const waitMs = Math.min(isSoon ? CONFIRM_AFTER_MS : Infinity, watch.everyMinutes * MINUTE_MS);
    const wasQuiet = watch.knowledge.verdict !== null && !isInDoubt(watch.knowledge);
    await store.keepProgress(
      watch,
      { knowledge, since, blind, ownFailure, lastCheckId: id },
      {
        alert,
        nextAt: new Date(at.getTime() + waitMs),
        isRoutine: wasQuiet && !isInDoubt(knowledge) && alert === null && blind !== 1,
      },
    );
    meters.watchTried(resultOf({ isTold: alert !== null, isOurs: ownFailure !== null, blind, knowledge }));
    alarm.ring();
    if (alert === null) return;
    log.info(
      { watch: shortId(watch.id), check: shortId(id), changes: told.length },
      'a watch tells a change',
    );
    onAlert();
  };

  return {
    async follow({ id, watchId, report }) {
      if (watchId === undefined) return;
      if (underWay.get(watchId) === id) underWay.delete(watchId);
      await oneByOne(async () => {
        const watch = await store.readWatch(watchId);
        if (watch !== null) await followOne(watch, id, report);
      });
    },
    look: alarm.ring,
    close: alarm.close,
  };
}

function resultOf(about: {
  isTold: boolean;
  isOurs: boolean;
  blind: number;
  knowledge: Watch['knowledge'];
}): TryResult {
  if (about.isTold) return 'told';
  if (about.isOurs) return 'own-failure';
  if (about.blind > 0) return 'blind';
  return isInDoubt(about.knowledge) ? 'in-doubt' : 'unchanged';
}

/** Also where the clock went ahead once, and back: nothing is planned further away than this. */
function isDue({ nextAt, everyMinutes }: { nextAt: Date; everyMinutes: number }, now: number): boolean {
  const furthest = Math.max(everyMinutes * MINUTE_MS, UNHEARD_AFTER_MS) + MINUTE_MS;
  return nextAt.getTime() <= now || nextAt.getTime() > now + furthest;
}
