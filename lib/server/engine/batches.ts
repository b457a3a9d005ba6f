import { changeOf, type TargetResult } from '@/lib/batch/compare-batches';
import { KEPT_ENDS } from '@/lib/batch/time-left';
import { type BatchWait, MAX_WAITS } from '@/lib/batch/wait';
import type { CheckPlan } from '@/lib/check/plan';
import { networkOf } from '@/lib/net/network-of';
import { AppProblem } from '@/lib/problem';
import type { Report } from '@/lib/report/report';
import type { RunningBatch } from '@/lib/store/batch-store';
import type { EndedTarget, TargetPlace, WaitingTarget } from '@/lib/store/batch-target-store';
import { newCheckId } from '@/lib/store/check-id';
import { UNDER_WAY } from '@/lib/store/removal-store';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { parseTarget, type Target, targetView } from '@/lib/target/target';
import { log, shortId } from '../config/log';
import type { Settings } from '../config/settings';
import { createAlarm } from './alarm';
import { type Duty, OWN_DUTY } from './duty';
import { createBatchLists } from './batch-lists';
import { createBatchPace } from './batch-pace';
import { fingerprintOf } from './fingerprint';
import type { Quotas } from './quotas';
import { targetResult } from './target-result';
import { vantageOf } from './vantage';

/** Targets that are looked at for one that may be asked now: others stand behind them only where many wait for few domains. */
const MAX_LOOKED = 1_000;

/** Of these, read at once. */
const LOOKED_AT_ONCE = 100;

/** Servers that were asked as often as they may be within an hour are left alone for so long. */
const SESSIONS_WAIT_MS = 10 * 60_000;

/** Checks of one target that may come to nothing because its servers were asked too often; the next one counts. */
const MAX_TRIES = 20;

/** Where a limit does not say for how long. */
const WAIT_MS = 60_000;

/** Batches that go on by themselves, across restarts. */
export interface Batches {
  /** What follows from a check that has ended. */
  follow(check: EndedCheck): Promise<void>;
  /** Looks now for what can be started: a batch goes on again. */
  look(): void;
  /** Reads the list of a batch that has been opened; resolves when its targets are there, and may be started. */
  take(id: string): Promise<void>;
  /** How one goes on at present. */
  paceOf(id: string): BatchPaceView;
  /** Checks whose end is waited for. */
  waitingFor(): string[];
  /** A check has ended elsewhere. */
  hear(checkId: string): Promise<void>;
  /**
   * Takes up what a former process has left; `queued` are checks that wait, or run elsewhere. Lists that were arriving are
   * dropped: those that began before then, where others may be arriving at another process.
   */
  resume(queued: readonly Pick<NewCheck, 'id'>[], arrivingBefore?: Date): Promise<void>;
  /** Starts nothing more; resolves when what was under way is done, but for checks. */
  close(): Promise<void>;
}

interface BatchPaceView {
  /** When its last checks ended, oldest first; of this process alone. */
  ends: readonly number[];
  waits: readonly BatchWait[];
}

/** A check as it ended. */
interface EndedCheck {
  id: string;
  report: Report;
}

interface BatchesConfig {
  store: CheckStore;
  settings: Pick<Settings, 'helo' | 'mailFrom' | 'dnsPort' | 'relayAddress' | 'cooldownMs'>;
  /** Checks of all batches that wait or run at once. */
  atOnce: number;
  quotas: Pick<Quotas, 'starts' | 'recipients'>;
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** Null when there is none, or it cannot be read. */
  reportOf(checkId: string): Promise<Report | null>;
  /** Milliseconds since the epoch. */
  now(): number;
  duty?: Duty;
}

/** A target whose check waits or runs. */
interface Flight extends TargetPlace {
  key: string;
  domain: string;
  tries: number;
  formerId: string | null;
}

export function createBatches(config: BatchesConfig): Batches {
  const { store, settings, atOnce, quotas, start, reportOf, now, duty = OWN_DUTY } = config;
  let pace = createBatchPace(now);
  /** By the id of its check. */
  const flights = new Map<string, Flight>();
  const ends = new Map<string, number[]>();
  const waits = new Map<string, BatchWait[]>();
  /** Until when nothing is started for a caller. */
  const callers = new Map<string, number>();

  const feed = async (): Promise<Date | null> => {
    for (const id of await store.readingBatches()) take(id).catch(logUnread);
    const running = await store.runningBatches();
    for (const known of [ends, waits])
      for (const id of known.keys()) if (!running.some((batch) => batch.id === id)) known.delete(id);
    if (flights.size === 0) await takeUpAll(running.map(({ id }) => id));
    // Batches take turns.
    let open = running.map((batch) => ({ batch, feeder: startable(batch) }));
    while (open.length > 0 && flights.size < atOnce) {
      const still: typeof open = [];
      for (const one of open) {
        if (flights.size >= atOnce) break;
        const target = (await one.feeder.next()).value;
        if (target === undefined) continue;
        await startOne(one.batch, target);
        still.push(one);
      }
      open = still;
    }
    const next = Math.min(...[...waits.values()].flat().map(({ until }) => until));
    return next === Infinity ? null : new Date(next);
  };

  const take = (id: string): Promise<void> =>
    duty.isOurs() ? lists.read(id) : Promise.resolve(duty.pass('batches'));

  /** Targets of a batch that may be asked now; what keeps others waiting is written down. */
  async function* startable(batch: RunningBatch): AsyncGenerator<WaitingTarget, undefined> {
    const found: BatchWait[] = [];
    waits.set(batch.id, found);
    let after: number | null = null;
    for (let looked = 0; looked < MAX_LOOKED; looked += LOOKED_AT_ONCE) {
      const targets: WaitingTarget[] = await store.waitingTargets(batch.id, after, LOOKED_AT_ONCE);
      for (const target of targets) {
        const freeAt = callers.get(batch.caller) ?? 0;
        if (freeAt > now()) return addWait(found, { reason: 'checks', domain: null, until: freeAt });
        const block = pace.blockOf(target.domain);
        if (block === null) yield target;
        else if (block !== 'under-way') addWait(found, { ...block, domain: target.domain });
      }
      if (targets.length < LOOKED_AT_ONCE) return;
      after = targets.at(-1)?.turn ?? null;
    }
  }

  /** Unless a limit says later: then what it is about waits. */
  const startOne = async (batch: RunningBatch, waiting: WaitingTarget): Promise<void> => {
    const target = parseTarget(waiting.key);
    if (!target.ok) throw new Error('a batch holds what is no target');
    const { domain, mailbox } = target.value;
    const counted = async () => {
      await quotas.starts.take(batch.caller);
      await startCheck(batch, waiting, target.value);
    };
    try {
      if (mailbox !== null && batch.depth !== 'greeting')
        await quotas.recipients.take({ domain, mailbox }, counted);
      else await counted();
    } catch (problem) {
      if (!(problem instanceof AppProblem)) throw problem;
      const until = now() + (problem.retryAfterSeconds === null ? WAIT_MS : problem.retryAfterSeconds * 1000);
      if (problem.code === 'too-many-checks') callers.set(batch.caller, until);
      else if (problem.code === 'too-many-recipients')
        pace.holdDomain(domain, { reason: 'recipients', until });
      else throw problem;
      const [reason, whom] =
        problem.code === 'too-many-checks' ? (['checks', null] as const) : (['recipients', domain] as const);
      addWait(waits.get(batch.id) ?? [], { reason, domain: whom, until });
    }
  };

  const startCheck = async (batch: RunningBatch, waiting: WaitingTarget, target: Target): Promise<void> => {
    const { id: batchId, caller, startedBy, depth, formerId } = batch;
    const { position, key, tries } = waiting;
    const { domain } = target;
    const id = newCheckId();
    if (!(await store.takeTarget({ batchId, position }, id))) return;
    const options = { depth };
    const vantage = vantageOf({}, settings);
    const { relayAddress } = settings;
    fly(id, { batchId, position, key, domain, tries, formerId });
    try {
      await start(
        {
          id,
          createdAt: new Date(now()),
          target: targetView(target),
          options,
          vantage,
          fingerprint: fingerprintOf(target, options),
          caller,
          batchId,
          ...(startedBy !== null && { startedBy }),
        },
        { target, options, vantage, relayAddress },
      );
    } catch (error) {
      land(id, [], null);
      await giveBack({ batchId, position }, false);
      throw error;
    }
  };

  const fly = (id: string, flight: Flight): void => {
    flights.set(id, flight);
    pace.begin(flight.domain);
  };
  const land = (
    id: string,
    ...how: [networks: readonly string[], hold: Parameters<typeof pace.end>[2]]
  ): void => {
    const flight = flights.get(id);
    flights.delete(id);
    if (flight !== undefined) pace.end(flight.domain, ...how);
  };

  /** Of a batch that was stopped meanwhile it is left out. */
  const giveBack = async (place: TargetPlace, isTry: boolean): Promise<void> => {
    await store.returnTarget(place, isTry);
    if ((await store.readBatch(place.batchId))?.state === 'stopped') await store.leaveOut(place.batchId);
  };

  const end = async (flight: Flight, result: TargetResult & Pick<EndedTarget, 'headline'>): Promise<void> => {
    const { batchId, key, formerId } = flight;
    const change = formerId === null ? null : changeOf(await store.resultOf(formerId, key), result);
    await store.endTarget({ batchId, position: flight.position }, { ...result, change });
    ends.set(batchId, [...(ends.get(batchId) ?? []), now()].slice(-KEPT_ENDS));
    await endBatch(batchId);
  };

  const endBatch = async (batchId: string): Promise<void> => {
    if (await store.hasUnended(batchId)) return;
    if (await store.changeBatch(batchId, ['running', 'paused'], 'done', new Date(now())))
      log.info({ batch: shortId(batchId) }, 'a batch is done');
  };

  const alarm = createAlarm({ name: 'batches', duty, work: feed, now });
  const lists = createBatchLists(store, alarm.ring);

  /** What a check that an earlier process has begun came to. */
  const takeUp = async (checkId: string, flight: Flight): Promise<void> => {
    const ended = await store.checkEnd(checkId);
    // It was never written down.
    if (ended === null) return giveBack(flight, false);
    const report = ended.status === 'interrupted' ? null : await reportOf(checkId);
    if (report !== null) return end(flight, targetResult(report));
    const nothingSent = ended.isSealed && ended.sessionCount === 0;
    if (nothingSent && flight.tries === 0) return giveBack(flight, true);
    return end(flight, { outcome: 'interrupted', headline: null, findings: [] });
  };

  /** Of targets whose check is under way, those of which nothing will be heard: another process has begun it, or its end could not be kept. */
  const takeUpAll = async (
    batchIds: readonly string[] | null,
    queued: readonly Pick<NewCheck, 'id'>[] = [],
  ): Promise<void> => {
    for (const { checkId, ...taken } of await store.takenTargets(batchIds)) {
      const target = parseTarget(taken.key);
      const flight = { ...taken, domain: target.ok ? target.value.domain : '' };
      if (queued.some(({ id }) => id === checkId)) fly(checkId, flight);
      else await takeUp(checkId, flight);
    }
  };

  const follow = async ({ id, report }: EndedCheck): Promise<void> => {
    const flight = flights.get(id);
    if (flight === undefined) return;
    const networks = [...new Set(report.sessions.map(({ address }) => networkOf(address)))];
    const isHeldBack = wasHeldBack(report) && flight.tries < MAX_TRIES;
    const hold = isHeldBack
      ? ({ reason: 'sessions', until: now() + SESSIONS_WAIT_MS } as const)
      : ({ reason: 'pause', until: now() + settings.cooldownMs } as const);
    try {
      if (isHeldBack) await giveBack(flight, true);
      else await end(flight, targetResult(report));
    } finally {
      land(id, networks, hold);
      alarm.ring();
    }
  };

  return {
    follow,
    look: alarm.ring,
    waitingFor: () => [...flights.keys()],
    async hear(id) {
      const flight = flights.get(id);
      const ended = flight && (await store.checkEnd(id));
      if (!ended || UNDER_WAY.includes(ended.status)) return;
      const report = ended.status === 'interrupted' ? null : await reportOf(id);
      if (report !== null) return follow({ id, report });
      try {
        await takeUp(id, flight);
      } finally {
        land(id, [], null);
        alarm.ring();
      }
    },
    take,
    paceOf: (id) => ({ ends: ends.get(id) ?? [], waits: waits.get(id) ?? [] }),
    async resume(queued, arrivingBefore) {
      await store.removeArriving(arrivingBefore);
      flights.clear();
      pace = createBatchPace(now);
      await takeUpAll(null, queued);
      alarm.ring();
    },
    async close() {
      const closed = lists.close();
      await alarm.close();
      await closed;
    },
  };
}

/** It is tried again when batches are looked at the next time. */
function logUnread(error: unknown): void {
  log.error({ err: error }, 'the list of a batch could not be read');
}

/** Whether nothing was learnt because the servers were asked as often as they may be; then nothing was sent to any of them. */
function wasHeldBack({ sessions }: Report): boolean {
  const opened = sessions.filter(({ outcome }) => outcome !== 'skipped');
  return opened.length > 0 && opened.every(({ choice }) => choice === 'rate-limit');
}

function addWait(waits: BatchWait[], wait: BatchWait): undefined {
  if (waits.length >= MAX_WAITS || waits.some(({ domain }) => domain === wait.domain)) return;
  waits.push(wait);
}
