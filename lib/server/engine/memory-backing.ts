import { createMemoryTurns } from '@/lib/net/memory-turns';
import { lockInstance } from '@/lib/store/instance-lock';
import { openPrismaStore } from '@/lib/store/prisma-store';
import { log } from '../config/log';
import type { Settings } from '../config/settings';
import type { Backing } from './backing';
import { OWN_DUTY } from './duty';
import { sealInterrupted } from './interrupted';
import { createMemoryAlone } from './memory-alone';
import { createMemoryFeed } from './memory-feed';
import { createMemoryQueue } from './memory-queue';
import { createMemoryQuota } from './memory-quota';
import { queuedBefore } from './queued-before';
import { createRunner, type MemoryRunner } from './runner';

/** Of a process that has the database to itself. Rejects with `DatabaseInUse`, or with what the database says. */
export async function openMemoryBacking(settings: Settings): Promise<Backing> {
  const { databaseUrl, limits, cooldownMs, relayAddress } = settings;
  const lock = await lockInstance(databaseUrl);
  const store = await openPrismaStore(databaseUrl);
  const [queue, feed] = [createMemoryQueue(), createMemoryFeed()];
  let runner: MemoryRunner | null = null;
  return {
    store,
    queue,
    feed,
    turns: createMemoryTurns({ ...limits, cooldownMs }),
    duty: OWN_DUTY,
    makeQuota: createMemoryQuota,
    alone: createMemoryAlone(),
    runner: (about) => (runner = createRunner({ ...about, queue, feed, store })),

    async begin({ damages, retests, watches, batches, alerts, removal, searchIndex }) {
      const queued = await queuedBefore(store, relayAddress);
      const interrupted = await sealInterrupted({ store, damages }, new Date());
      if (interrupted > 0)
        log.warn({ checks: interrupted }, 'checks were interrupted when the process ended');
      searchIndex.look();
      const checks = queued.map(({ check }) => check);
      await retests.resume(checks.flatMap(({ retestOf }) => retestOf ?? []));
      await batches.resume(checks);
      for (const { check, plan } of queued) await runner?.takeUp(check, plan);
      if (queued.length > 0) log.info({ checks: queued.length }, 'checks that waited are queued again');
      watches.resume(checks);
      alerts.look();
      removal.start();
    },
    tellRemoved: () => undefined,
    tellSignIn: () => undefined,
    onSignIn: () => undefined,
    async close() {
      await store.close();
      await lock.release();
    },
  };
}
