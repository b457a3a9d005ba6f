import type { CheckPlan } from '@/lib/check/plan';
import type { Report } from '@/lib/report/report';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { parseTarget, targetView } from '@/lib/target/target';
import { follow } from '@/lib/watch/follow';
import type { Watch } from '@/lib/watch/watch';
import { watchedOf } from '@/lib/watch/watched';
import pLimit from 'p-limit';
import { log, shortId } from '../config/log';
import type { Settings } from '../config/settings';
import { createAlarm } from './alarm';
import { fingerprintOf } from './fingerprint';
import { vantageOf } from './vantage';

/** After a try that has seen something otherwise; what lasts less is not told. */
export const CONFIRM_AFTER_MS = 5 * 60_000;

const MINUTE_MS = 60_000;

/** Checks that are made again and again, across restarts. */
export interface Watches {
  /** What follows from a check that has ended. */
  follow(check: EndedCheck): Promise<void>;
  /** Looks now for what is due: something was planned. */
  look(): void;
  /** Starts nothing more. */
  close(): void;
}

/** A check as it ended. */
interface EndedCheck {
  id: string;
  watchId: string | undefined;
  report: Report;
}

interface WatchesConfig {
  store: CheckStore;
  settings: Pick<Settings, 'helo' | 'mailFrom' | 'dnsPort' | 'relayAddress'>;
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** Called when an alert is kept. */
  onAlert(): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function createWatches({ store, settings, start, onAlert, now }: WatchesConfig): Watches {
  /** A check and its repetition may end at once. */
  const oneByOne = pLimit(1);
  /** Watches whose check waits or runs: it is not asked again before. */
  const underWay = new Set<string>();

  const startDue = async (): Promise<Date | null> => {
    for (const watch of await store.dueWatches(new Date(now()))) {
      // First: one that cannot be started is not tried again and again.
      await store.planWatch(watch.id, new Date(now() + watch.everyMinutes * MINUTE_MS));
      if (!underWay.has(watch.id)) await startTry(watch);
    }
    return store.nextWatchAt();
  };

  const startTry = async ({ id: watchId, target: typed, depth, createdBy }: Watch): Promise<void> => {
    const target = parseTarget(typed);
    if (!target.ok) {
      log.warn({ watch: shortId(watchId) }, 'a watch is paused: its target is not understood any more');
      await store.planWatch(watchId, null);
      return;
    }
    const options = { depth };
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
    underWay.add(watchId);
    try {
      await start(check, { target: target.value, options, vantage, relayAddress: settings.relayAddress });
    } catch (error) {
      underWay.delete(watchId);
      throw error;
    }
  };

  const alarm = createAlarm({ name: 'watches', work: startDue, now });

  return {
    async follow({ id, watchId, report }) {
      if (watchId === undefined) return;
      underWay.delete(watchId);
      // One that was stopped, or failed by us, has seen nothing that counts.
      if (report.status !== 'done') return;
      await oneByOne(async () => {
        const watch = await store.readWatch(watchId);
        if (watch === null) return;
        const { known, doubted, told, again } = follow(watch, watchedOf(report));
        const at = new Date(now());
        const isFirst = watch.known?.verdict === undefined || watch.known.verdict === null;
        const isOther = told.some(({ facet }) => facet === 'verdict') || (isFirst && known?.verdict !== null);
        const alert =
          told.length === 0
            ? null
            : {
                id: newCheckId(),
                watchId,
                target: watch.target,
                at,
                checkId: id,
                changes: told,
                since: watch.since,
              };
        await store.keepProgress(
          watch,
          { known, doubted, since: isOther ? at : watch.since, lastCheckId: id },
          {
            alert,
            soon: again ? new Date(at.getTime() + CONFIRM_AFTER_MS) : null,
            isRoutine:
              watch.known !== null && watch.doubted === null && doubted === null && told.length === 0,
          },
        );
        if (again) alarm.ring();
        if (alert !== null) {
          log.info(
            { watch: shortId(watchId), check: shortId(id), changes: told.length },
            'a watch tells a change',
          );
          onAlert();
        }
      });
    },
    look: alarm.ring,
    close: alarm.close,
  };
}
