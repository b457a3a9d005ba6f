import type { DatabaseSize } from '@/lib/store/size-store';
import type { QueueCounts } from '../engine/queue';
import type { Services } from '../engine/services';
import { verb } from './verb';

/** What can be measured at any time. */
export interface Measures {
  queue: QueueCounts;
  /** As it was within the last minute; null while the database cannot be used. */
  database: DatabaseSize | null;
}

/** To count rows takes as long as there are rows. */
const SIZE_MS = 60_000;

const sizes = new WeakMap<Services, { at: number; size: Promise<DatabaseSize | null> }>();

/** How much there is to do, and how much is kept. */
export const measure = verb('read-metrics', async (_, _nothing: object, services): Promise<Measures> => {
  const [queue, database] = await Promise.all([services.runner.counts(), sizeOf(services)]);
  return { queue, database };
});

function sizeOf(services: Services): Promise<DatabaseSize | null> {
  const now = performance.now();
  const known = sizes.get(services);
  if (known !== undefined && now - known.at < SIZE_MS) return known.size;
  const size = services.store.size().catch(() => null);
  sizes.set(services, { at: now, size });
  return size;
}
