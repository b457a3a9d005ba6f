import { randomUUID } from 'node:crypto';
import { applicationName } from '@/lib/store/postgresql/client';
import type { Presence } from '@/lib/store/postgresql/presence';
import { openShared } from '@/lib/store/postgresql/shared';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { StoredCheck } from '@/lib/store/store';
import { log } from '../../config/log';
import { SOFTWARE_VERSION } from '../../config/software-version';
import type { Settings } from '../../config/settings';
import type { Backing, Begun, Chores, Role } from '../backing';
import type { Chore } from '../duty';
import { storedReport } from '../stored-report';
import { createHeart, type Heart } from './heart';
import { createSharedFeed } from './shared-feed';
import { createSharedQueue } from './shared-queue';
import { sharedQuotas } from './shared-quota';
import { createSharedRunner, type SharedRunner } from './shared-runner';
import { createSharedTurns } from './shared-turns';
import { createTimekeeper, type Timekeeper } from './timekeeper';
import { createUndertaker } from './undertaker';

/** Of a process that shares its database with others. Rejects with `DatabaseInUse`, or with what the server says. */
export async function openSharedBacking(
  settings: Settings,
  role: Role,
  onLost: (error: Error) => void,
): Promise<Backing> {
  const { databaseUrl, limits, cooldownMs, relayAddress, severities } = settings;
  const id = randomUUID();
  const shared = await openShared(databaseUrl, { id, name: applicationName(), version: SOFTWARE_VERSION });
  const { claims, spending } = shared;
  const visits = shared.visits({ ...limits, cooldownMs });
  const turns = createSharedTurns(visits, limits);
  const store = await openPrismaStore(databaseUrl, id);
  const feed = createSharedFeed({ store, claims, severities });
  const queue = createSharedQueue(shared);
  let runner: SharedRunner | null = null;
  let heart: Heart | null = null;
  let timekeeper: Timekeeper | null = null;
  let removed: (checkId: string) => void = () => undefined;
  let signIn: () => void = () => undefined;

  const hear = (word: string, of: string): void => {
    if (word === 'ended') feed.look(of);
    if (word === 'ended') timekeeper?.hear(of);
    if (word === 'stop') runner?.hearStop(of);
    if (word === 'visit') turns.look(of);
    if (word === 'removed') removed(of);
    if (word === 'sign-in' && of !== id) signIn();
    if (word === 'look') timekeeper?.look(of);
  };

  const presence: Presence = await shared.join({
    mayKeepTime: role.keepsTime,
    onEvents: (checkId) => feed.look(checkId),
    onNews: hear,
    onBack() {
      feed.look(null);
      turns.look(null);
      queue.look();
      signIn();
    },
    onTime(isOurs) {
      if (isOurs) timekeeper?.take();
    },
    onLost,
  });
  // Whoever has a claim has to be among those that live.
  await claims.pulse(0);
  const beside = (work: Promise<void>): void => {
    work.catch((error: unknown) => log.warn({ err: error }, 'other processes could not be told'));
  };
  const duty = {
    isOurs: () => presence.keepsTime(),
    pass: (chore: Chore) => beside(shared.tell('look', chore)),
  };

  const begin = ({ damages, frozen, ...chores }: Begun): void => {
    removed = (checkId) => frozen.drop(checkId);
    const undertaker = createUndertaker({
      claims,
      store,
      damages,
      follow: (check: StoredCheck) => followSealed(check, chores),
      async followInterrupted({ retestOf }) {
        if (retestOf !== undefined) await chores.retests.goOn(retestOf);
      },
    });
    timekeeper = createTimekeeper({ claims, chores, isOurs: duty.isOurs });
    if (duty.isOurs()) timekeeper.take();
    heart = createHeart({
      claims,
      lent: queue.lent,
      isWorker: role.runsChecks,
      async onBeat(isSteady) {
        queue.look();
        for (const checkId of await claims.stopped()) runner?.hearStop(checkId);
        timekeeper?.beat();
        if (!isSteady) return;
        await undertaker.look();
        await visits.sweep();
        await spending.sweep();
      },
    });
  };

  /** Its process has died between the end of a check and what follows. */
  const followSealed = async (check: StoredCheck, { retests, watches }: Chores): Promise<void> => {
    const { id: checkId, retestOf, watchId, batchId } = check;
    const report = storedReport(check, severities);
    if (report.status === 'interrupted' || batchId !== undefined) return;
    if (watchId === undefined) await retests.follow({ id: checkId, retestOf, report });
    else await watches.follow({ id: checkId, watchId, report });
  };

  return {
    store,
    queue,
    feed,
    turns,
    duty,
    makeQuota: sharedQuotas(spending),
    alone: shared.alone,
    runner(about) {
      runner = createSharedRunner({
        ...about,
        store,
        queue,
        claims,
        relayAddress,
        severities,
        isWorker: role.runsChecks,
      });
      return runner;
    },
    begin: (begun) => Promise.resolve(begin(begun)),
    tellRemoved: (checkId) => beside(shared.tell('removed', checkId)),
    tellSignIn: () => beside(shared.tell('sign-in', id)),
    onSignIn(hearSignIn) {
      signIn = hearSignIn;
    },
    async close() {
      await heart?.stop();
      await timekeeper?.close();
      await turns.close();
      await claims.leave().catch(() => undefined);
      await presence.leave();
      await store.close();
      await shared.close();
    },
  };
}
