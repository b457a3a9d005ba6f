import type { DatabaseSize } from '@/lib/store/size-store';
import { stateOf, WATCH_STATES, type WatchState } from '@/lib/watch/watch-state';
import type { QueueCounts } from '../engine/queue';
import type { Services } from '../engine/services';
import { verb } from './verb';

/** What can be measured at any time. */
export interface Measures {
  queue: QueueCounts;
  /** As it was within the last minute; null while the database cannot be used. */
  database: DatabaseSize | null;
  /** How many watches stand in each state; the same is true of it. */
  watches: ReadonlyMap<WatchState, number> | null;
}

/** To count rows takes as long as there are rows. */
const SIZE_MS = 60_000;

type Kept = Pick<Measures, 'database' | 'watches'>;

const counted = new WeakMap<Services, { at: number; kept: Promise<Kept> }>();

/** How much there is to do, and how much is kept. */
export const measure = verb('read-metrics', async (_, _nothing: object, services): Promise<Measures> => {
  const [queue, kept] = await Promise.all([services.runner.counts(), keptIn(services)]);
  return { queue, ...kept };
});

function keptIn(services: Services): Promise<Kept> {
  const now = performance.now();
  const known = counted.get(services);
  if (known !== undefined && now - known.at < SIZE_MS) return known.kept;
  const kept = count(services).catch(() => ({ database: null, watches: null }));
  counted.set(services, { at: now, kept });
  return kept;
}

async function count({ store }: Services): Promise<Kept> {
  const [database, watches] = [await store.size(), await store.watches()];
  const states = watches.map(stateOf);
  const standing = WATCH_STATES.map(
    (state) => [state, states.filter((one) => one === state).length] as const,
  );
  return { database, watches: new Map(standing) };
}
