import { eventDocument } from '@/lib/report/document';
import type { CheckEvent } from '@/lib/report/event';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import { isCheckId } from '@/lib/store/check-id';
import { services } from '../engine/services';
import { storedEvents } from '../engine/stored-report';

/**
 * Every event after the given number, up to `done`, as they happen, evidence in the form in which it was sealed; null
 * when there is no such check.
 */
export async function streamEvents(id: string, after: number): Promise<AsyncIterable<StoredEvent> | null> {
  if (!isCheckId(id)) return null;
  const { feed, store } = await services();
  const live = await feed.follow(id, after);
  if (live !== null) return documents(live);
  const stored = await store.read(id);
  if (stored === null) return null;
  return replay(storedEvents(stored).filter(({ seq }) => seq > after));
}

async function* documents(events: AsyncIterable<CheckEvent>): AsyncGenerator<StoredEvent> {
  for await (const event of events) yield eventDocument(event);
}

// eslint-disable-next-line @typescript-eslint/require-await -- an AsyncIterable, as a running check gives
async function* replay(events: readonly StoredEvent[]): AsyncGenerator<StoredEvent> {
  yield* events;
}
