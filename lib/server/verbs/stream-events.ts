import type { StoredEvent } from '@/lib/report/stored-evidence';
import { isCheckId } from '@/lib/store/check-id';
import { AppProblem } from '@/lib/problem';
import type { Services } from '../engine/services';
import { storedEvents } from '../engine/stored-report';
import { type CheckLink, leadsTo, noSuchCheck } from './get-report';
import { verb } from './verb';
import { callerKey } from './caller-key';

interface EventsAfter extends CheckLink {
  /** Number of the last event that is known already. */
  after: number;
}

/**
 * Every event after the given number, up to `done`, as they happen, evidence in the form in which it was sealed. Throws
 * `check-not-found`, `check-damaged`, `link-ended`, `too-many-streams`, `too-busy`.
 */
export const streamEvents = verb(
  'read',
  async (caller, asked: EventsAfter, services): Promise<AsyncIterable<StoredEvent>> => {
    if (!isCheckId(asked.id)) throw noSuchCheck();
    const { id, isWhole } = await leadsTo(asked.id, services);
    if (!isWhole)
      throw new AppProblem('check-not-found', { say: 'Events show local parts, and this link does not.' });
    return services.streams.hold(callerKey(caller), () => eventsOf({ ...asked, id }, services));
  },
);

async function eventsOf(
  { id, after }: EventsAfter,
  { feed, store, settings, damages }: Services,
): Promise<AsyncIterable<StoredEvent>> {
  const live = await feed.follow(id, after);
  if (live !== null) return live;
  const events = await damages.within('check', id, async () => {
    const stored = await store.read(id);
    if (stored === null) throw noSuchCheck();
    return storedEvents(stored, settings.severities).filter(({ seq }) => seq > after);
  });
  return each(events);
}

async function* each(
  events: AsyncIterable<StoredEvent> | Iterable<StoredEvent>,
): AsyncGenerator<StoredEvent> {
  for await (const event of events) yield event;
}
