import type { CheckEvent } from '@/lib/report/event';
import { isCheckId } from '@/lib/store/check-id';
import { services } from './services';
import { allEvents } from './stored-report';

/** Every event after the given number, up to `done`, as they happen; null when there is no such check. */
export async function streamEvents(id: string, after: number): Promise<AsyncIterable<CheckEvent> | null> {
  if (!isCheckId(id)) return null;
  const { runner, store } = await services();
  const running = runner.find(id);
  if (running !== undefined) return running.follow(after);
  const stored = await store.read(id);
  if (stored === null) return null;
  return replay(allEvents(stored).filter(({ seq }) => seq > after));
}

// eslint-disable-next-line @typescript-eslint/require-await -- an AsyncIterable, as a running check gives
async function* replay(events: readonly CheckEvent[]): AsyncGenerator<CheckEvent> {
  yield* events;
}
